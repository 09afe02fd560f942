"""What the search index reads of a page: the page without what is never searched.

Pagefind takes most of its time to pass over drawings and tables; without them it comes to the same index. It is made
anew when what it reads is another text: a figure's last digit in an attribute is none of it.
"""

import re
from collections.abc import Iterator
from functools import cache

UNREAD = ("svg", "table", "nav", "details")
"""Elements that are never searched: drawings, tables of numbers, navigation.

Templates mark other parts (notes, sources, what all profiles repeat) with `data-pagefind-ignore`.
"""

IGNORED = "data-pagefind-ignore"

_RAW = re.compile(
    r"<(?:!--(?:-?>|.*?--!?>)|(?i:(script|style))\b(?:[^>\"']|\"[^\"]*\"|'[^']*')*>.*?</(?i:\1)\b[^>]*>)", re.DOTALL
)
"""What is no text of a page: remarks, scripts, styles."""
_ENDED = (("<!--", "-->"), ("<script", "</script"), ("<style", "</style"))
"""How each begins, and how it ends."""
_HIDING = re.compile(
    r"=\"[^\"<]*<|='[^'<]*<|<(?i:title|textarea)\b[^>]*>[^<]*<(?!/(?i:title|textarea)\b)"
    r"|<(?i:xmp|plaintext|iframe|noembed|noframes|noscript)\b"
)
"""A value, or the text of an element that has none within, in which what looks like a tag is none."""
_ELEMENT = re.compile(rf"<(?i:{'|'.join(UNREAD)})(?=[\s/>])")
_MARK = re.compile(rf"{IGNORED}(?<=\s{IGNORED})(?=[\s/>=])")
_NAME = re.compile(r"<([a-zA-Z][^\s/>]*)")
_REST = re.compile(r"(?:[^>\"']|\"[^\"]*\"|'[^']*')*>")
"""What of a tag follows its name."""
_BROKEN = re.compile(r"<[a-zA-Z/][^<>]*(?:<|\Z)")
"""A tag that does not end before the next begins."""
_ATTRIBUTE = r"\s+([^\s\"'<>/=]+)(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'<>=`]+))?"
_ATTRIBUTES = re.compile(_ATTRIBUTE)
_BEGINNING = re.compile(rf"<(?=[a-zA-Z])(?:([^\s\"'<>/=]+)((?:{_ATTRIBUTE.replace('(', '(?:', 1)})*)\s*/?>)?")
"""Where a tag begins: its name and its attributes, if it is written as HTML asks for."""
_READ = frozenset(("id", "lang"))
"""What Pagefind reads of any element: places to link to, and the language."""
_READ_WHOLE = re.compile(r"<img\b|\sdata-pagefind-", re.IGNORECASE)
"""A tag of which it may read any attribute: an image, or what names others."""
_TITLE = re.compile(r"<(?i:h1|img)\b")
_TELLING = re.compile(r"data-pagefind-(?!ignore)")
"""What Pagefind takes from a part that is not searched too, beside title and picture: particulars."""


def searched(text: str) -> str:
    """Return a page without what Pagefind passes over; whole where its elements are not plainly nested.

    `<p class=x>One <svg>…</svg> two</p>` becomes `<p>One  two</p>`.
    """
    if not _has_ends(text.lower()) or _HIDING.search(plain := _RAW.sub("", text)):
        return text
    kept = list(_kept(plain))
    found = "".join(filter(None, kept))
    if None in kept or _BROKEN.search(found) or not all(tag[1] for tag in _BEGINNING.finditer(found)):
        return text
    return _BEGINNING.sub(_read, found)


def _has_ends(text: str) -> bool:
    """Whether the last remark, script and style end; else each would look for its end in vain."""
    return all(text.rfind(begin) <= text.rfind(end) for begin, end in _ENDED)


def _read(tag: re.Match[str]) -> str:
    """Return a tag with the attributes that Pagefind reads, as they are written."""
    if _READ_WHOLE.search(tag[0]):
        return tag[0]
    read = (each[0] for each in _ATTRIBUTES.finditer(tag[2]) if each[1].lower() in _READ)
    return f"<{tag[1]}{''.join(read)}>"


def _kept(text: str) -> Iterator[str | None]:
    """Yield the parts of a text outside of elements that are not searched; None where one has no end."""
    at = 0
    for name in _unread(text):
        begin = name.start()
        if begin < at:
            continue
        yield text[at:begin]
        end = _end(text, name[1].lower(), name.end())
        if end is None:
            yield None
            return
        if _TITLE.search(text, begin, end) or _TELLING.search(text, begin, end):
            yield text[begin:end]
        at = end
    yield text[at:]


def _unread(text: str) -> Iterator[re.Match[str]]:
    """Yield the names of elements that are not searched, and of those within."""
    for found in sorted((*_ELEMENT.finditer(text), *_MARK.finditer(text)), key=re.Match.start):
        name = _NAME.match(text, text.rfind("<", 0, found.start() + 1))
        if name and (found.start() == name.start() or found.start() < _end_of_tag(text, name.end())):
            yield name


def _end_of_tag(text: str, at: int) -> int:
    """Return where the tag ends whose name or middle is at a place; the end of the text if it does not."""
    rest = _REST.match(text, at)
    return rest.end() if rest else len(text)


def _end(text: str, name: str, at: int) -> int | None:
    """Return where an element ends whose beginning is before a place."""
    depth = 1
    for tag in _tags(name).finditer(text, at):
        depth += -1 if tag[1] else 1
        if not depth:
            return _end_of_tag(text, tag.end())
    return None


@cache
def _tags(name: str) -> re.Pattern[str]:
    """Return what finds the tags of elements of a name."""
    return re.compile(rf"<(/?)(?i:{re.escape(name)})(?=[\s/>])")
