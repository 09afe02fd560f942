"""The blocks of a text as CommonMark, and with it every other viewer, reads them."""

from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

_DEEPEST = 200


def read_blocks(text: str) -> list[Token]:
    """Return the blocks of a text with their lines; what stands in them is not read."""
    return _reader().parse(text)


@cache
def _reader() -> MarkdownIt:
    reader = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable("table")
    return reader.disable(["inline", "reference"])
