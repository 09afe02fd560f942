"""Files beside the pages: downloads, sitemap, search."""
