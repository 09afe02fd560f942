"""Data from their producers: contracts, readers of replies, areas, revisions.

Pure: nothing here opens a file or a connection.
"""
