"""Pages: which there are, and what each may show."""
