"""Where a country lies."""
