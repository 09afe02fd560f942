"""Files of data to download."""
