"""The owners of the cells of a frame: a coarse grid in which names find room."""

from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from math import ceil
from operator import or_

from generator.charts.locator.sphere import Flat
from generator.charts.locator.view import HEIGHT, WIDTH

CELL = 4
COLUMNS, ROWS = WIDTH // CELL, HEIGHT // CELL

Cell = tuple[int, int]
"""Column and row."""

Span = tuple[int, int, int, int]
"""Left, top, right and bottom in cells; right and bottom are the first outside."""

Cells = tuple[int, ...]
"""Owned cells: a number for each row, of which the lowest bit is the first column's."""


def owned_cells(rings: Iterable[Sequence[Flat]]) -> Cells:
    """Return the cells whose middles lie within the rings (even-odd)."""
    crossings: list[list[float]] = [[] for _ in range(ROWS)]
    for ring in rings:
        for row, x in _crossed(ring):
            crossings[row].append(x)
    return tuple(_owned(sorted(xs)) if xs else 0 for xs in crossings)


def _crossed(ring: Sequence[Flat]) -> Iterator[tuple[int, float]]:
    """Yield the rows whose middle line an edge crosses, each with the column."""
    heights = [to_row(y) for _x, y in ring]
    below = [min(max(0, ceil(height)), ROWS) for height in heights]
    (before, _y), start, first = ring[-1], heights[-1], below[-1]
    for (x, _y), end, last in zip(ring, heights, below, strict=True):
        for row in range(first, last) if first < last else range(last, first):
            yield row, _between(row, (before, start), (x, end))
        before, start, first = x, end, last


def _between(row: int, a: Flat, b: Flat) -> float:
    """Return the column where an edge crosses a row, in the order of the ring."""
    share = (row - a[1]) / (b[1] - a[1])
    return to_column(a[0] + share * (b[0] - a[0]))


def _owned(xs: list[float]) -> int:
    """Return the bits of the columns between crossings."""
    bits = 0
    for start, end in zip(xs[::2], xs[1::2], strict=True):
        first, last = max(0, ceil(start)), min(COLUMNS, ceil(end))
        if first < last:
            bits |= (1 << last) - (1 << first)
    return bits


def united(several: Iterable[Cells]) -> Cells:
    """Return the cells that are owned by any."""
    return tuple(reduce(or_, row) for row in zip((0,) * ROWS, *several, strict=True))


def places_of(cells: Cells) -> list[Cell]:
    """Return the column and row of each cell."""
    rows = enumerate(f"{bits:b}"[::-1] for bits in cells)
    return [(column, row) for row, bits in rows for column, bit in enumerate(bits) if bit == "1"]


def to_column(x: float) -> float:
    """Return the column of a place, 0 at the middle of the first."""
    return (x + WIDTH / 2) / CELL - 0.5


def to_row(y: float) -> float:
    """Return the row of a place, 0 at the middle of the first."""
    return (y + HEIGHT / 2) / CELL - 0.5


def count(cells: Cells, span: Span) -> int:
    """Return the number of owned cells in a span within the frame."""
    left, top, right, bottom = span
    wide = (1 << (right - left)) - 1
    return sum([(bits >> left & wide).bit_count() for bits in cells[top:bottom]])
