"""What was made from what, between runs: `.cache/state`, one file that may be deleted at any time."""
