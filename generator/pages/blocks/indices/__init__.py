"""What the pages of composite indices consist of: words, steps, entries, tables, a country's section."""
