"""The lines of a table around its rows: its header above, words below."""

from collections.abc import Sequence

from generator.imports.areas import Areas
from generator.imports.readers.lines import Row
from generator.imports.sniff.cells import cell_of
from generator.imports.sniff.look import LookError

MOST_LINES = 3
"""Lines of a header, at most."""


def find_header(rows: Sequence[Row], first: int) -> list[int]:
    """Return the rows of the header: those right above the data with more than one cell."""
    lines: list[int] = []
    for at in range(first - 1, -1, -1):
        cells = rows[at][1]
        filled = sum(bool(cell.strip()) for cell in cells)
        if filled < 2 or len(lines) == MOST_LINES or (lines and not _continues(rows[lines[0]][1], cells)):  # noqa: PLR2004
            break
        lines.insert(0, at)
    if not lines:
        raise LookError(
            "The table has no header above its first row of data.", "Write the names of the columns above it."
        )
    return lines


def _continues(below: Sequence[str], cells: Sequence[str]) -> bool:
    """Whether a line belongs to the header below: it fills gaps, or its names span columns."""
    gaps = sum(not cell.strip() for cell in below)
    repeated = len([c for c in below if c.strip()]) > len({c.strip() for c in below if c.strip()})
    return bool(gaps or repeated) and sum(bool(cell.strip()) for cell in cells) > 1


def words_below(rows: Sequence[Row], column: int, areas: Areas) -> tuple[str, ...]:
    """Return the lines among or below the rows that have words only: notes and sources."""
    alone = [row for row in rows if sum(bool(cell.strip()) for cell in row[1]) == 1]
    return tuple(
        next(c for c in cells if c.strip()).strip()
        for _line, cells in alone
        if areas.find(cell_of((0, cells), column)) is None
    )
