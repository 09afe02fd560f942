"""Shares of a whole over the years."""
