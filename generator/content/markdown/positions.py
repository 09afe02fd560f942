"""Places in a document's text: links are numbered before parsing, as the parser keeps no lines."""

import re
from bisect import bisect_right
from dataclasses import replace
from itertools import islice

from generator.content.markdown.code import blank, blank_code, open_fences
from generator.diagnostics import Diagnostic, Location
from generator.rules import Rule

OPEN, CLOSE = "\ue000", "\ue001"
"""Private-use characters around the number that a link's address carries through the parser."""

PRIVATE = re.compile(r"[\ue000-\uf8ff]")
NESTING = 50
_ADDRESS = re.compile(r"\]\(\s*<?|^ {0,3}\[(?!\^)[^\]\n]+\]:[ \t]*(?:\n[ ]*(?=\S))?<?|\[(?=@\w)", re.MULTILINE)
_ALLOWANCE = re.compile(r"^[ \t]*<!--\s*allow\s[^<>]*-->[ \t]*\n", re.MULTILINE)
_HEADING = re.compile(r"^##(?!#)|^(?=[^\n]+\n-+[ \t]*$)", re.MULTILINE)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
NESTED = (
    (f"Quotations nested deeper than {NESTING}.", re.compile(rf"^(?:[ \t]*>){{{NESTING + 1},}}", re.MULTILINE)),
    (
        f"Lists nested deeper than {NESTING}.",
        re.compile(
            rf"^(?:(?: {{4}}|\t){{{NESTING + 1}}}[ \t]*+\S|(?:[ \t]*+(?:>|(?:[-*+:]|[0-9]+\.)[ \t])){{{NESTING + 1}}})",
            re.MULTILINE,
        ),
    ),
    (f"More than {NESTING} backticks in a row.", re.compile(rf"`{{{NESTING + 1},}}")),
)
COUNTED = (
    ("links", 20_000, _ADDRESS),
    ("abbreviations", 500, re.compile(r"^ {0,3}\*\[", re.MULTILINE)),
    ("footnotes", 1_000, re.compile(r"\[\^")),
    ("headings", 1_000, re.compile(r"^ {0,3}(?:#|[=-]++[ \t]*+$)", re.MULTILINE)),
    (
        "rules",
        500,
        re.compile(r"^ {0,3}(?:-[ \t]*+){3,}+$|^ {0,3}(?:\*[ \t]*+){3,}+$|^ {0,3}(?:_[ \t]*+){3,}+$", re.MULTILINE),
    ),
    ("fences", 2_000, re.compile(r"^ {0,3}(?:```|~~~)", re.MULTILINE)),
    ("fences with highlighted lines", 50, re.compile(r"^(?:```|~~~)[^\n]*hl_lines=", re.MULTILINE)),
    ("backticks after an escaped one", 50, re.compile(r"\\`(?=`)")),
    ("definitions", 1_000, re.compile(r"^ {0,3}:[ \t]", re.MULTILINE)),
    ("escapes", 10_000, re.compile(r"\\.")),
    ("line breaks by two spaces or a backslash", 10_000, re.compile(r"(?:  |\\)$", re.MULTILINE)),
)
"""The limits of a document: beyond them the parser takes more than linear time."""


class SourceMap:
    """A document's text, its links in order, and the line and column of everything in it."""

    def __init__(self, text: str, path: str, first_line: int, *, indent: int = 0) -> None:
        self.text = PRIVATE.sub("", text)
        self._path = path
        self._first = first_line
        self._indent = indent
        self._lines = [0, *(found.end() for found in re.finditer("\n", self.text))]
        self._links = list(_ADDRESS.finditer(self.text))
        self._brackets = _brackets(self.text)
        # the same text with code blanked out, so that offsets stay
        self.without_code = blank_code(self.text)

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

    def written(self, number: int) -> str:
        """Return the sign or the label before the address of the link with this number."""
        return self._links[number][0]

    def is_inline(self, number: int) -> bool:
        """Whether the address of the link with this number stands in brackets right behind its text."""
        return self._links[number][0].startswith("]")

    def opening(self, closing: int) -> int | None:
        """Return the offset of the bracket that the one at an offset closes, or None."""
        return self._brackets.get(closing)

    def line_with(self, text: str, nth: int) -> Location:
        """Return the place of the n-th line that has a text, or the first line."""
        found = next(islice(re.finditer(re.escape(text), self.text), nth, None), None)
        return self.location(found.start() if found else 0)

    def address(self, number: int) -> str:
        """Return the address of the link with this number, empty where it stands in code."""
        return self.without_code[self._links[number].end() :].partition(" ")[0]

    def location(self, offset: int) -> Location:
        """Return line and column of an offset."""
        at = bisect_right(self._lines, offset) - 1
        return Location(path=self._path, line=at + self._first, column=offset - self._lines[at] + 1 + self._indent)

    def search(self, pattern: str, nth: int = 0) -> Location:
        """Return the place of the n-th match of a pattern outside code and comments, or the first line.

        It is that of the group `at` where the pattern has one.
        """
        text = _COMMENT.sub(lambda found: blank(found[0]), self.without_code)
        matches = re.finditer(pattern, text, re.IGNORECASE | re.MULTILINE)
        found = next(islice(matches, nth, None), None)
        return self.location(found.start("at" if "at" in found.re.groupindex else 0) if found else 0)

    def headings(self) -> tuple[Location, ...]:
        """Return the places of the headings of level 2, in order."""
        return tuple(self.location(found.start()) for found in _HEADING.finditer(self.without_code))

    def limit(self) -> Diagnostic | None:
        """Return the problem of a text with too many links or too deep brackets."""
        for what, most, pattern in COUNTED:
            if sum(1 for _ in pattern.finditer(self.text)) > most:
                return self._limit(Rule.REFERENCE_LIMIT, 0, f"More than {most:,} {what}.", "Split the file.")
        if open_fences(self.text) > NESTING:
            message = f"More than {NESTING} fences that nothing closes."
            return self._limit(Rule.REFERENCE_LIMIT, 0, message, "Close them.")
        for message, pattern in NESTED:
            if found := pattern.search(self.text):
                return self._limit(Rule.NESTING_LIMIT, found.start(), message, "Write it more simply.")
        for what, text, pattern in (
            ("Brackets", self.text, _NESTED),
            ("Addresses", self.text, _UNCLOSED),
            ("Tags", self.without_code, _TAGS),
        ):
            at = _too_deep(text, pattern)
            if at is not None:
                return self._limit(Rule.NESTING_LIMIT, at, f"{what} nested deeper than {NESTING}.", "Close them.")
        return None

    def too_deep(self) -> Diagnostic:
        """Return the problem of a text with too deeply nested blocks."""
        return self._limit(Rule.NESTING_LIMIT, 0, "Blocks nested too deep to be read.", "Write it more simply.")

    def _limit(self, rule: Rule, offset: int, message: str, hint: str) -> Diagnostic:
        return Diagnostic(rule=rule, location=self.location(offset), message=message, hint=hint)


_NESTED = re.compile(r"(?P<open>\[)|(?P<close>\])|\n(?=\n)")
_UNCLOSED = re.compile(r"(?P<open>\]\()|(?P<close>\))|\n(?=\n)")
_TAGS = re.compile(r"(?P<open><(?=[A-Za-z/!?]))|(?P<close>>)")
"""Opening and closing signs; anything else closes all that are open."""


def _too_deep(text: str, pattern: re.Pattern[str]) -> int | None:
    """Return the offset at which more are open than NESTING, or None."""
    depth = 0
    for found in pattern.finditer(text):
        depth = depth + 1 if found["open"] else max(0, depth - 1) if found.groupdict().get("close") else 0
        if depth > NESTING:
            return found.start()
    return None


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
