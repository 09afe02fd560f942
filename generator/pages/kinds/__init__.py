"""What is on each kind of page."""
