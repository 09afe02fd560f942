"""Content: front matter, Markdown with references, the layout of profiles."""
