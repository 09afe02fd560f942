"""Charts: specification, description, SVG."""
