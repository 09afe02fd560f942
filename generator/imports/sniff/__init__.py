"""A first look at a table that nobody has described."""
