"""What a document must hold to."""
