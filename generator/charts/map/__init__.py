"""The world map of an indicator."""
