"""What a statistics office would ask of the figures."""
