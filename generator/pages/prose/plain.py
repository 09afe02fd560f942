"""Bound prose as text without markup: for descriptions, feeds and wherever no markup may stand."""

import re
from html import unescape

from generator.claims.bound import BoundLink, BoundValue
from generator.pages.records.parts import Body

_ELEMENT = re.compile(r"<[^>]+>")


def plain_text(body: Body) -> str:
    """Return prose without its markup; charts and citations are left out."""
    return " ".join("".join(_plain(part) for part in body).split())


def _plain(part: object) -> str:
    if isinstance(part, BoundValue):
        return part.text
    html = part.html if isinstance(part, BoundLink) else part
    return unescape(_ELEMENT.sub("", html)) if isinstance(html, str) else ""
