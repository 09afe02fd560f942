"""What the search index reads of a page: the page without the parts that are never searched.

Pagefind takes most of its time to pass over drawings and tables; without them it comes to the same index.
"""

import re
from collections.abc import Iterator

UNREAD = ("svg", "table", "nav", "details")
"""Elements that are never searched: drawings, tables of numbers, navigation.

Templates mark other parts (notes, sources, what all profiles repeat) with `data-pagefind-ignore`.
"""

_RAW = re.compile(r"<!--.*?-->|<(script|style)\b(?:[^>\"']|\"[^\"]*\"|'[^']*')*>.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
"""What is no text of a page: remarks, scripts, styles."""
_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]*)((?:[^>\"']|\"[^\"]*\"|'[^']*')*)>")
_IGNORED = re.compile(r"\sdata-pagefind-ignore(?=[\s/>=]|$)")
_OPEN = re.compile(r"</?[a-zA-Z]")
_TELLING = re.compile(r"<(?:h1|img)\b|data-pagefind-(?!ignore)", re.IGNORECASE)
"""What Pagefind takes from a part that is not searched too: title, picture, particulars."""


def searched(text: str) -> str:
    """Return a page without what Pagefind passes over; whole where its elements are not plainly nested.

    `<p>One <svg>…</svg> two</p>` becomes `<p>One  two</p>`.
    """
    plain = _RAW.sub("", text)
    tags = list(_TAG.finditer(plain))
    if len(tags) != len(_OPEN.findall(plain)):
        return text
    kept = list(_kept(plain, iter(tags)))
    return text if None in kept else "".join(filter(None, kept))


def _kept(text: str, tags: Iterator[re.Match[str]]) -> Iterator[str | None]:
    """Yield the parts of a text outside of elements that are not searched; None where one has no end."""
    at = 0
    for tag in tags:
        if tag[1] or not (tag[2].lower() in UNREAD or _IGNORED.search(tag[3])):
            continue
        yield text[at : tag.start()]
        end = _end(tags, tag[2].lower())
        if end is None:
            yield None
            return
        yield text[tag.start() : end] if _TELLING.search(text, tag.start(), end) else ""
        at = end
    yield text[at:]


def _end(tags: Iterator[re.Match[str]], name: str) -> int | None:
    """Return where an element ends whose beginning was the last of the tags."""
    depth = 1
    for tag in tags:
        if tag[2].lower() == name:
            depth += -1 if tag[1] else 1
            if not depth:
                return tag.end()
    return None
