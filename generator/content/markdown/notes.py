"""Footnotes whose marks and texts do not fit: a note nobody refers to is read by nobody."""

import re
from collections import Counter
from collections.abc import Iterator

from generator.content.markdown.positions import SourceMap
from generator.diagnostics import Diagnostic
from generator.rules import Rule

_TEXT = re.compile(r"^ {0,3}\[\^(?P<name>[^\]\n]+)\]:", re.MULTILINE)
_WHOLE = re.compile(
    r"^ {0,3}\[\^(?P<name>[^\]\n]+)\]:.*(?:\n(?![ ]{0,3}\[\^[^\]\n]+\]:)[ \t]*\S.*|(?:\n[ \t]*)+\n(?:[ ]{4}|\t).*)*",
    re.MULTILINE,
)
"""A note with the lines that go on with it and the indented ones after empty lines."""
_MARK = re.compile(r"(?<!\\)\[\^(?P<name>[^\]\n]+)\](?!:)")
_CLASS = re.compile(r"[ \t]*\{:[^}\n]*\.drop-if-missing")
_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t][^\n]*", re.MULTILINE)


def check_notes(source_map: SourceMap) -> Iterator[Diagnostic]:
    """Yield a problem for each note that is unused or repeated and each mark that could lose its note."""
    text = source_map.without_code
    marks = {found["name"] for found in _MARK.finditer(text)}
    seen: Counter[str] = Counter()
    for found in _TEXT.finditer(text):
        name = found["name"]
        seen[name] += 1
        if seen[name] > 1:
            yield _fault(source_map, found, f"There is a note '{name}' already.", "Give one of the two another name.")
        elif name not in marks:
            hint = f"Write [^{name}] where it belongs, or remove the note."
            yield _fault(source_map, found, f"Nothing refers to the note '{name}'.", hint)
    yield from _misplaced(source_map, seen)


def lines_of_repeated(source_map: SourceMap) -> frozenset[int]:
    """Return the lines of the notes whose name another has: the parser keeps the last one alone."""
    found = list(_WHOLE.finditer(source_map.without_code))
    uses = Counter(note["name"] for note in found)
    lines = ((source_map.location(note.start()).line, note[0].count("\n")) for note in found if uses[note["name"]] > 1)
    return frozenset(line for first, more in lines for line in range(first, first + more + 1))


def _misplaced(source_map: SourceMap, notes: Counter[str]) -> Iterator[Diagnostic]:
    """Yield a problem for each mark of a note in a heading or in a block that may be left out."""
    text = source_map.without_code
    headings = [(found.start(), found.end()) for found in _HEADING.finditer(text)]
    kinds = (
        (headings, "A heading cannot refer to a note."),
        (_may_go(text), "A block that may go cannot refer to a note."),
    )
    for blocks, message in kinds:
        for start, end in blocks:
            for found in _MARK.finditer(text, start, end):
                if found["name"] in notes:
                    yield _fault(source_map, found, message, "Put the mark into a sentence that stays.")


def _may_go(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each block begins and ends whose last line says that it may be left out."""
    start = offset = 0
    for line in text.split("\n"):
        if not line.strip():
            start = offset + len(line) + 1
        elif _CLASS.match(line):
            yield start, offset
        offset += len(line) + 1


def _fault(source_map: SourceMap, found: re.Match[str], message: str, hint: str) -> Diagnostic:
    where = source_map.location(found.start() + len(found[0]) - len(found[0].lstrip()))
    return Diagnostic(rule=Rule.REFERENCE_SYNTAX, location=where, message=message, hint=hint)
