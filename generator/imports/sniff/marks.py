"""Marks in figures that may be read in two ways: `40.700` is 40.7 or 40,700."""

import re
from collections.abc import Iterable

from generator.imports.figures import as_options, marks_of
from generator.imports.sniff.look import LookError

_MARKED = re.compile(r"[-−+]?[0-9][0-9., ]*[.,][0-9.,]*")
_EITHER = re.compile(r"[-−+]?[1-9][0-9]{0,2}[.,][0-9]{3}")
"""One mark before three digits, as both thousands and decimals may be written."""
_UNGROUPED = re.compile(r"[-−+]?[0-9]{5,}")
"""Five digits or more without a mark: nothing separates thousands. Of four that says nothing."""


def check_marks(texts: Iterable[str]) -> None:
    """Raise LookError where every mark may stand before decimals or between thousands."""
    cells = [text.strip() for text in texts]
    marked = [cell for cell in cells if _MARKED.fullmatch(cell)]
    is_open = bool(marked) and all(_EITHER.fullmatch(cell) for cell in marked)
    if not is_open or len(marks := {mark for cell in marked for mark in cell if mark in ".,"}) > 1:
        return
    if not any(_UNGROUPED.fullmatch(cell) for cell in cells):
        raise _question(marked[0], marks.pop())


def _question(cell: str, mark: str) -> LookError:
    word, other = ("point", ",") if mark == "." else ("comma", ".")
    before, between = as_options(marks_of(mark, "")), as_options(marks_of(other, mark))
    return LookError(
        f"'{cell}' can be read in two ways: {cell.replace(mark, '.')} or {cell.replace(mark, '')}.",
        f"Say {before} if the {word} stands before decimals, {between} if it separates thousands.",
    )
