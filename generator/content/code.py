"""Code in Markdown, blanked out: what stands in it is never a reference, a heading or a figure."""

import re
from collections.abc import Iterator

_FENCE = re.compile(r"^ {0,3}(`{3,}+|~{3,}+)[^\n]*+\n(?:.*?\n)??\s*\1[ \t]*$", re.MULTILINE | re.DOTALL)
_RUN = re.compile(r"\\`|`+|\n(?=[ \t]*\n)")


def blank_code(text: str) -> str:
    """Return the text with fenced blocks and code spans as spaces, so that offsets and lines stay."""
    text = _FENCE.sub(lambda found: blank(found[0]), text)
    pieces, before = [], 0
    for start, end in _spans(text):
        pieces += [text[before:start], blank(text[start:end])]
        before = end
    return "".join([*pieces, text[before:]])


def blank(text: str) -> str:
    """Return spaces in place of everything but line breaks."""
    return re.sub(r"[^\n]", " ", text)


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of each code span: two runs of equally many backticks within one paragraph; in linear time."""
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
