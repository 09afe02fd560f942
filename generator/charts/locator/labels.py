"""Names on a locator: the largest neighbours with room, clear of borders, names and the frame."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from generator.charts.locator.grid import (
    CELL,
    COLUMNS,
    ROWS,
    Cells,
    Span,
    count,
    owned_cells,
    places_of,
    to_column,
    to_row,
    united,
)
from generator.charts.locator.sphere import Flat
from generator.charts.locator.view import HEIGHT, WIDTH, Box, bounds
from generator.charts.room import halve

MOST, FEW = 3, 2
"""The most neighbours that are named, and the most other countries where neighbours are fewer."""

LETTER, LINE = 7.0, 14
"""Units of width for a letter, a generous mean of system fonts at 12.5, and of height for a line."""

INSIDE = 0.6
"""Share of its room that must lie on the country's own land, the rest at sea."""

SEEN = 40.0
"""Square units of land below which a country gets no name, which would be larger than it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Land:
    """A country in the frame: name (may be empty), outlines, outlines of the main part, their area."""

    name: str
    rings: tuple[Sequence[Flat], ...]
    main: tuple[Sequence[Flat], ...]
    area: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A name in one or two lines; x and y are the middle of the first line."""

    lines: tuple[str, ...]
    x: int
    y: int


def place_names(
    borders: Sequence[Land], others: Sequence[Land], lands: Sequence[Land], kept: Sequence[Span] = ()
) -> tuple[Label, ...]:
    """Return up to three names of land neighbours, or up to two if others are among them.

    The orders given are those of preference; `kept` spans stay free of names.
    """
    land = united(owned_cells(each.rings) for each in lands)
    taken = list(kept)
    labels: list[Label] = []
    for each, most in (*((b, MOST) for b in borders), *((o, FEW) for o in others)):
        found = _label(each, land, taken) if len(labels) < most and each.area >= SEEN else None
        if found:
            labels.append(found[0])
            taken.append(found[1])
    return tuple(labels)


def _label(land: Land, every: Cells, taken: Sequence[Span]) -> tuple[Label, Span] | None:
    cells = owned_cells(land.main)
    for lines in dict.fromkeys(((land.name,), halve(land.name))):
        size = ceil((max(map(len, lines)) * LETTER + 4) / CELL), ceil((LINE * len(lines) - 2) / CELL)
        for span in (*_within(cells, size, every), *_beside(land, cells, size, every)):
            if not any(_meet(span, other) for other in taken):
                return _centred(lines, span), span
    return None


def _within(own: Cells, size: tuple[int, int], every: Cells) -> Iterator[Span]:
    """Yield rooms on the country's own land, those nearest to its middle first."""
    if not any(own):
        return
    cells, least = places_of(own), INSIDE * size[0] * size[1]
    x, y = sum(c for c, _r in cells) / len(cells), sum(r for _c, r in cells) / len(cells)
    for column, row in sorted(cells, key=lambda c: ((c[0] - x) ** 2 + (2 * (c[1] - y)) ** 2, c)):
        span = _span(column - size[0] // 2, row - size[1] // 2, size)
        if _framed(span) and (owned := count(own, span)) >= least and count(every, span) == owned:
            yield span


def _beside(land: Land, cells: Cells, size: tuple[int, int], every: Cells) -> Iterator[Span]:
    """Yield rooms at sea beside an island smaller than its name and wholly in the frame."""
    left, top, right, bottom = _cells(bounds(place for ring in land.main for place in ring))
    width, height, around = *size, (left - 1, top - 1, right + 1, bottom + 1)
    if right - left > width or bottom - top > 2 * height or not _framed(around):
        return
    if count(every, around) > sum(map(int.bit_count, cells)):
        return
    column, row = (left + right - width) // 2, (top + bottom - height) // 2
    for corner in ((column, bottom), (column, top - height), (right + 1, row), (left - width - 1, row)):
        span = _span(*corner, size)
        if _framed(span) and count(every, span) == 0:
            yield span


def _cells(box: Box) -> Span:
    return ceil(to_column(box[0])), ceil(to_row(box[1])), ceil(to_column(box[2])), ceil(to_row(box[3]))


def _span(column: int, row: int, size: tuple[int, int]) -> Span:
    return column, row, column + size[0], row + size[1]


def _framed(span: Span) -> bool:
    return span[0] >= 1 and span[1] >= 1 and span[2] < COLUMNS and span[3] < ROWS


def _meet(a: Span, b: Span) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _centred(lines: tuple[str, ...], span: Span) -> Label:
    x, y = (span[0] + span[2]) * CELL // 2, (span[1] + span[3]) * CELL // 2
    return Label(lines=lines, x=x - WIDTH // 2, y=y - HEIGHT // 2 - (len(lines) - 1) * LINE // 2)
