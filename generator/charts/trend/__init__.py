"""Lines over the years."""
