"""What is known: countries, catalog, observations, stated figures, and the dataset that answers questions."""
