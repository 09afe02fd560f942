"""The command ``import``: a first look at a series or file, and drafts of all that it needs."""
