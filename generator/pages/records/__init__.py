"""What templates see."""
