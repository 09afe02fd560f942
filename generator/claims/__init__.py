"""Whether the prose agrees with the data."""
