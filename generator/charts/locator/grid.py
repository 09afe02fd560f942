"""The owners of the cells of a frame: a coarse grid in which names find room."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise
from math import ceil

from generator.charts.locator.sphere import Flat
from generator.charts.locator.view import HEIGHT, WIDTH

CELL = 4
COLUMNS, ROWS = WIDTH // CELL, HEIGHT // CELL

Cell = tuple[int, int]
"""Column and row."""

Span = tuple[int, int, int, int]
"""Left, top, right and bottom in cells; right and bottom are the first outside."""

SummedArea = tuple[tuple[int, ...], ...]
"""Sums of owned cells above and left of each corner: a span's count is four look-ups."""


def owned_cells(rings: Iterable[Sequence[Flat]]) -> frozenset[Cell]:
    """Return the cells whose middles lie within the rings (even-odd)."""
    crossings: dict[int, list[float]] = {}
    for ring in rings:
        for a, b in pairwise((*ring, ring[0])):
            for row, x in _crossed(a, b):
                crossings.setdefault(row, []).append(x)
    return frozenset((column, row) for row, xs in crossings.items() for column in _columns(sorted(xs)))


def _crossed(a: Flat, b: Flat) -> Iterator[tuple[int, float]]:
    """Yield the rows whose middle line an edge crosses, each with the column."""
    start, end = to_row(a[1]), to_row(b[1])
    low, high = (start, end) if start < end else (end, start)
    for row in range(max(0, ceil(low)), min(ROWS, ceil(high))):
        share = (row - start) / (end - start)
        yield row, to_column(a[0] + share * (b[0] - a[0]))


def _columns(xs: list[float]) -> Iterator[int]:
    for start, end in zip(xs[::2], xs[1::2], strict=True):
        yield from range(max(0, ceil(start)), min(COLUMNS, ceil(end)))


def to_column(x: float) -> float:
    """Return the column of a place, 0 at the middle of the first."""
    return (x + WIDTH / 2) / CELL - 0.5


def to_row(y: float) -> float:
    """Return the row of a place, 0 at the middle of the first."""
    return (y + HEIGHT / 2) / CELL - 0.5


def summed_area(cells: Iterable[Cell]) -> SummedArea:
    """Return the sums of a set of cells."""
    rows = [[0] * COLUMNS for _ in range(ROWS)]
    for column, row in cells:
        rows[row][column] = 1
    sums = [(0,) * (COLUMNS + 1)]
    for row_cells in rows:
        running = accumulate(row_cells, initial=0)
        sums.append(tuple(a + b for a, b in zip(sums[-1], running, strict=True)))
    return tuple(sums)


def area_sum(sums: SummedArea, span: Span) -> int:
    """Return the number of owned cells in a span within the frame."""
    left, top, right, bottom = span
    return sums[bottom][right] - sums[top][right] - sums[bottom][left] + sums[top][left]
