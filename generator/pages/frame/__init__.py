"""What surrounds every page: head, sources, citation."""
