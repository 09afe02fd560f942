"""Readers of producers' replies: each takes bytes and a query and yields cells.

None translates, none guesses.
"""
