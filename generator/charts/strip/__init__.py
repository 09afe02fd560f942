"""Where a country stands among all others."""
