"""Claims: whether the prose agrees with the data."""
