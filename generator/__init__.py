"""Country Profiles: a static site from indicator data and Markdown commentary."""

__version__ = "0.1.0"
