"""Code in Markdown, blanked out: nothing in it is a reference, a heading or a figure."""

import re
from collections.abc import Iterable, Iterator, Sequence

from markdown_it.token import Token

from generator.content.markdown.blocks import read_blocks

_FENCE = re.compile(r"^([^\S\n]*+)(`{3,}+|~{3,}+)([^\n]*+)$", re.MULTILINE)
_INDENTS = ("", " ", "  ", "   ")
_MAY_BE_NESTED = re.compile(r"^[ \t]*(?:[-+*>]|\d+[.)]).*(?:```|~~~)|^[ \t]+(?:```|~~~)", re.MULTILINE)
_RUN = re.compile(r"\\`|`+|\n(?=[ \t]*\n)")


def blank_code(text: str) -> str:
    """Return the text with fenced blocks and code spans as spaces, so that offsets and lines stay."""
    text = _without(text, _fenced(text))
    text = _without(text, _nested(text))
    return _without(text, _spans(text))


def open_fences(text: str) -> int:
    """Return the number of lines that may open a block of code and are never closed."""
    fences = [found for found in _FENCE.finditer(text) if not found[1]]
    last = {found[2]: found.start() for found in fences if not found[3].strip(" ")}
    return sum(found.start() >= last.get(found[2], 0) for found in fences)


def unclosed_fence(text: str) -> int | None:
    """Return the offset of the first block of code that nothing closes, or None."""
    text = _without(text, _fenced(text))
    fences = _FENCE.finditer(_without(text, _nested(text)))
    opening = (found for found in fences if found[1] in _INDENTS and not ("`" in found[2] and "`" in found[3]))
    return next((found.start(2) for found in opening), None)


def _without(text: str, spans: Iterable[tuple[int, int]]) -> str:
    pieces, before = [], 0
    for start, end in spans:
        pieces += [text[before:start], blank(text[start:end])]
        before = end
    return "".join([*pieces, text[before:]])


def blank(text: str, sign: str = " ") -> str:
    """Return spaces, or another sign, in place of everything but line breaks."""
    return re.sub(r"[^\n]", sign, text)


def _fenced(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of each fenced block, from a line with a fence to the same fence alone."""
    fences = list(_FENCE.finditer(text))
    closing: dict[str, list[re.Match[str]]] = {}
    for found in reversed(fences):
        if found[1] in _INDENTS and not found[3].strip(" \t"):
            closing.setdefault(found[2], []).append(found)
    closed = 0
    for found in fences:
        ends = closing.get(found[2], [])
        while ends and ends[-1].start() <= found.start():
            ends.pop()
        if ends and found.start() >= closed and found[1] in _INDENTS:
            closed = ends[-1].end()
            yield found.start(), closed


def _nested(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of the fenced blocks in lists and quotations."""
    if not _MAY_BE_NESTED.search(text):
        return
    starts = [0, *(found.end() for found in re.finditer("\n", text)), len(text) + 1]
    for token in read_blocks(text):
        if token.type == "fence" and token.level and token.map and _is_closed(text, starts, token):
            yield starts[token.map[0]], starts[token.map[1]] - 1


def _is_closed(text: str, starts: Sequence[int], fence: Token) -> bool:
    """Whether the last line of a block of code closes it."""
    first, end = fence.map or (0, 0)
    last = text[starts[end - 1] : starts[end] - 1]
    return end - first > 1 and last.strip(" \t>") == fence.markup


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of each code span, between two equal runs of backticks; in linear time."""
    open_runs: dict[int, int] = {}
    closed = 0
    for run in _RUN.finditer(text):
        length = run.end() - run.start()
        if run[0] == "\n":
            open_runs.clear()
        elif run[0] != "\\`":
            start = open_runs.pop(length, -1)
            if start >= closed and start >= 0:
                yield start, run.end()
                closed = run.end()
                open_runs.clear()
            else:
                open_runs[length] = run.start()
