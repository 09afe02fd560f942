"""Places in a document's text: links are numbered before parsing, as the parser keeps no lines."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property
from itertools import islice

from generator.content.markdown.code import blank, blank_code
from generator.diagnostics import Location

OPEN, CLOSE = "\ue000", "\ue001"
"""Private-use characters around the number that a link's address carries through the parser."""

TAG = re.compile(f"{OPEN}(\\d+){CLOSE}")
PRIVATE = re.compile(r"[\ue000-\uf8ff]")
_BLOCK = r"[^\S\n]{0,3}(?:>|(?:#{1,6}|[-+*:]|\d+[.)])[ \t]|(?:-{2,}|=+)[ \t]*$|```|~~~|\[[^\[\]\n]*\]:)"
"""How a block begins, on a line of its own, that a number before it would make words."""
ADDRESS = re.compile(
    rf"\]\((?:[^\S\n]*+(?:\n(?!{_BLOCK})[^\S\n]*+(?=\S)<?|<))?"
    rf"|^ {{0,3}}\[(?!\^)[^\]\n]+\]:[ \t]*(?:\n(?!{_BLOCK})[ ]*)?(?=\S)<?"
    r"|(?<!(?<!\\)\\)\[(?=@\w)",
    re.MULTILINE,
)
"""What stands before an address: of a link, of a definition, of a citation."""

_ALLOWANCE = re.compile(r"^[ \t]*<!--\s*allow\s[^<>]*-->[ \t]*\n", re.MULTILINE)
_HEADING = re.compile(r"^##(?!#)|^(?=[^\n]+\n-+[ \t]*$)", re.MULTILINE)
_COMMENT = re.compile(r"(?<!\\)<!--.*?-->", re.DOTALL)


class SourceMap:
    """A document's text, its links in order, and the line and column of everything in it."""

    def __init__(self, text: str, path: str, first_line: int, *, indent: int = 0) -> None:
        self.text = PRIVATE.sub("", text)
        self._path = path
        self._first = first_line
        self._indent = indent
        self._lines = [0, *(found.end() for found in re.finditer("\n", self.text))]
        self._links = list(ADDRESS.finditer(self.text))
        self._brackets = _brackets(self.text)
        # the same text with code blanked out, so that offsets stay
        self.without_code = blank_code(self.text)

    @property
    def prose(self) -> str:
        """The text with code and comments blanked out, so that offsets stay."""
        return self._without(self._comments, self.without_code)

    @property
    def without_comments(self) -> str:
        """The text with comments blanked out, and all code as it is."""
        return self._without(self._comments, self.text)

    @property
    def _comments(self) -> Iterator[re.Match[str]]:
        end = self.without_code.rfind("-->") + len("-->")  # where no comment can end any more, none is looked for
        return _COMMENT.finditer(self.without_code, 0, end)

    @staticmethod
    def _without(spans: Iterator[re.Match[str]], text: str) -> str:
        pieces, before = [], 0
        for found in spans:
            pieces += [text[before : found.start()], blank(text[found.start() : found.end()])]
            before = found.end()
        return "".join([*pieces, text[before:]])

    def with_numbered_links(self) -> str:
        """Return the text with a number before each link's address, and without allowances."""
        pieces, before = [], 0
        for number, link in enumerate(self._links):
            pieces += [self.text[before : link.end()], f"{OPEN}{number}{CLOSE}"]
            before = link.end()
        return _ALLOWANCE.sub("", "".join([*pieces, self.text[before:]]))

    def link(self, number: int) -> Location:
        """Return the place of the link with this number, from its first bracket or "!" past its text."""
        start = self._links[number].start()
        at = self._brackets.get(start, start)
        begin = self.location(at - 1 if at and self.text[at - 1] == "!" else at)
        after = self.location(start + 1)
        return replace(begin, end=(after.line, after.column)) if self.text[start] == "]" else begin

    @property
    def count(self) -> int:
        """The number of links, also of those in code."""
        return len(self._links)

    @property
    def addresses(self) -> frozenset[int]:
        """The offsets at which addresses of links, definitions and citations begin."""
        blanks = re.compile(r"\s*+")
        return frozenset(found.end() for link in self._links if (found := blanks.match(self.text, link.end())))

    def written(self, number: int) -> str:
        """Return the sign or the label before the address of the link with this number."""
        return self._links[number][0]

    def is_inline(self, number: int) -> bool:
        """Whether the address of the link with this number stands in brackets right behind its text."""
        return self._links[number][0].startswith("]")

    def is_escaped(self, number: int) -> bool:
        """Whether a backslash stands before one of the brackets around the text of the link with this number."""
        return self._links[number].start() in self._escaped

    @cached_property
    def _escaped(self) -> frozenset[int]:
        return frozenset(_escaped(self.text))

    def opening(self, closing: int) -> int | None:
        """Return the offset of the bracket that the one at an offset closes, or None."""
        return self._brackets.get(closing)

    def first(self, text: str) -> Location:
        """Return the place where a text stands first, or the first line."""
        return self.location(max(0, self.text.find(text)))

    def line_with(self, text: str, nth: int) -> Location:
        """Return the place of the n-th line that has a text, or the first line."""
        found = next(islice(re.finditer(re.escape(text), self.text), nth, None), None)
        return self.location(found.start() if found else 0)

    def address(self, number: int) -> str:
        """Return the address of the link with this number, empty where it stands in code."""
        return self.without_code[self._links[number].end() :].lstrip("\n >").partition(" ")[0]

    def location(self, offset: int) -> Location:
        """Return line and column of an offset."""
        at = bisect_right(self._lines, offset) - 1
        return Location(path=self._path, line=at + self._first, column=offset - self._lines[at] + 1 + self._indent)

    def search(self, pattern: str, nth: int = 0) -> Location:
        """Return the place of the n-th match of a pattern outside code and comments, or the first line.

        It is that of the group `at` where the pattern has one.
        """
        matches = re.finditer(pattern, self.prose, re.IGNORECASE | re.MULTILINE)
        found = next(islice(matches, nth, None), None)
        return self.location(found.start("at" if "at" in found.re.groupindex else 0) if found else 0)

    def headings(self) -> tuple[Location, ...]:
        """Return the places of the headings of level 2, in order."""
        return tuple(self.location(found.start()) for found in _HEADING.finditer(self.without_code))


def _brackets(text: str) -> dict[int, int]:
    """Return the offset of each closing bracket's opening one; an empty line closes all that are open."""
    pairs: dict[int, int] = {}
    opened: list[int] = []
    for found in re.finditer(r"\\.|[\[\]]|\n(?=\n)", text):
        if found[0] == "[":
            opened.append(found.start())
        elif found[0] == "\n":
            opened.clear()
        elif found[0] == "]" and opened:
            pairs[found.start()] = opened.pop()
    return pairs


def _escaped(text: str) -> Iterator[int]:
    """Yield the offsets of closing brackets behind a backslash, or whose opening ones are."""
    opened: list[str] = []
    for found in re.finditer(r"\\.|[\[\]]|\n(?=\n)", text, re.DOTALL):
        if found[0].endswith("["):
            opened.append(found[0])
        elif found[0] == "\n":
            opened.clear()
        elif found[0].endswith("]"):
            opening = opened.pop() if opened else "["
            if "\\" in opening + found[0]:
                yield found.end() - 1
