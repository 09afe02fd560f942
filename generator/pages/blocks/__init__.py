"""Parts that several kinds of page have."""
