"""The examples of the author's guide, which says what agrees."""

import re

from tests.repository import REPOSITORY

GUIDE = (REPOSITORY / "docs" / "authors.md").read_text("utf-8")


def guide_rows(heading: str) -> list[tuple[str, bool]]:
    """Return the examples of a table of the author's guide: each text with whether it agrees."""
    part = GUIDE.split(f"## {heading}")[1].split("\n## ")[0]
    rows = re.findall(r"^\| (`.+?) \| (yes|no) \|", part, re.MULTILINE)
    return [(text, agrees == "yes") for cell, agrees in rows for text in re.findall(r"`\[(.+?)\]`", cell)]
