"""Files of charts to download and explore."""
