"""Prose joined with the data it refers to."""
