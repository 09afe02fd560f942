"""The badge of a page in the preview: what it has, for the one who writes it."""

import gzip
from collections.abc import Callable, Iterator, Sequence
from html import escape

from lxml import html

from generator.diagnostics import Diagnostic
from generator.formatting import format_number

UNREAD = ("svg", "table", "nav", "details", "script", "style", "template")
"""Elements whose words nobody wrote for this page."""
LOADED = (".//link[@rel='stylesheet']/@href", ".//script/@src")
"""What a browser gets with a page besides its images, as paths to the addresses."""


def page_badge(
    page: bytes, problems: Sequence[Diagnostic], fetch: Callable[[str], bytes], *, draft: bool = False
) -> str:
    """Return the badge of a page: figures, words, problems, weight; `fetch` gives a file by its address."""
    tree = html.document_fromstring(page)
    parts = (
        "Draft" if draft else "",
        _counted(len(tree.findall(".//main//a[@class='stated']")), "figure bound", "figures bound"),
        _counted(_words(tree), "word", "words"),
        _counted(len(problems), "problem", "problems"),
        f"{format_number(_weight(page, tree, fetch) / 1000, 0)} kB packed",
    )
    shown = "".join(f"<li>{escape(part)}</li>" for part in parts if part)
    return f'<aside id="preview-badge" aria-label="This page"><ul>{shown}</ul></aside>'


def _counted(count: int, one: str, many: str) -> str:
    return f"{format_number(count, 0)} {one if count == 1 else many}"


def _words(tree: html.HtmlElement) -> int:
    """Return how many words the main part of a page has, without drawings, tables and what is folded."""
    texts = tree.xpath(f".//main//text()[not({_within(UNREAD)})]")
    return sum(any(map(str.isalnum, word)) for text in texts for word in str(text).split())


def _within(names: Sequence[str]) -> str:
    return " or ".join(f"ancestor::{name}" for name in names)


def _weight(page: bytes, tree: html.HtmlElement, fetch: Callable[[str], bytes]) -> int:
    """Return the bytes that a browser gets for a first visit, packed as hosts do."""
    addresses = dict.fromkeys((*(address for path in LOADED for address in tree.xpath(path)), *_images(tree)))
    return sum(len(gzip.compress(data, mtime=0)) for data in (page, *map(fetch, addresses)))


def _images(tree: html.HtmlElement) -> Iterator[str]:
    """Yield the images that come with a page: of those in several widths the widest."""
    for image in tree.xpath(".//img[not(@loading='lazy')]"):
        widths = image.xpath("ancestor::picture//source/@srcset")
        yield widths[0].split(",")[-1].split()[0] if widths else image.get("src", "")
