"""From Markdown to sanitised HTML and located references."""
