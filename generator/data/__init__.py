"""The data: countries, catalog, observations, statements, and the dataset with its queries."""
