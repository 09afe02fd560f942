"""From CSV and YAML to the dataset, with every fault at its place."""
