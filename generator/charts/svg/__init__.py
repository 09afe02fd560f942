"""From a specification to SVG for a page and to pictures."""
