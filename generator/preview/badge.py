"""The badge of a page in the preview: what it has, for the one who writes it."""

import gzip
from collections.abc import Callable, Iterator, Sequence
from html import escape
from itertools import groupby

from lxml import etree, html

from generator.diagnostics import Diagnostic
from generator.formatting import format_number

PROSE = ".//main//*[contains(concat(' ', @class, ' '), ' prose ')]"
"""What a text is shown in, on the pages of every kind."""
NO_TEXT = ("figure", "svg", "table", "details", "h3", "h4", "h5", "h6")
"""What stands in a text and is not read with it: charts, images, tables, headings."""
INLINE = ("a", "abbr", "b", "bdi", "code", "data", "del", "em", "i", "q", "s", "small", "span", "strong", "sub", "sup")
"""Elements that begin and end within a word: `<a>Kazakhstan</a>’s` is one."""
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
    """Return how many words the running text of a page has, without what the program says beside it."""
    texts = tree.xpath(f"{PROSE}//text()[not({_within(NO_TEXT)} or ancestor::a[@class='cited'])]")
    words = (word for _block, run in groupby(texts, _block_of) for word in "".join(run).split())
    return sum(any(map(str.isalnum, word)) for word in words)


def _block_of(text: etree._ElementUnicodeResult) -> etree._Element | None:
    """Return the paragraph, or whatever else begins a line, that a text stands in."""
    own = text.getparent()
    block = own.getparent() if own is not None and text.is_tail else own
    while block is not None and block.tag in INLINE:
        block = block.getparent()
    return block


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
