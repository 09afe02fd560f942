"""Two years joined by a line for each country."""
