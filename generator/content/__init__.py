"""What authors write: front matter, Markdown with references, the layout of a profile."""
