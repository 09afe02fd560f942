"""Axes as SVG: lines across the plot below the marks, years below it, amounts at its left."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from generator.charts.direct.grammar import Amounts, Years
from generator.charts.direct.marks import ToPixels, line, moved, text
from generator.charts.direct.numbers import UnknownError, nearest, width
from generator.charts.svg.elements import Element
from generator.charts.svg.texts import DOT
from generator.charts.theme import AXIS, FONT_SIZE, GRID, INK_2

HALF = 0.5
"""Lines of a pixel's width lie on whole pixels."""

TICK = 4
BELOW, BESIDE = 0.79, 0.3
"""Ems from the top of a label, and from its middle, to its baseline."""

FLUSH = 1
"""Pixels from an end of the axis within which a label does not reach over it."""

_LABEL = re.compile(r"datum\.value === (-?[0-9.e+-]+) \? '([^'\\]*)' : ")
_LOOK = {"font-size": width(FONT_SIZE), "fill": INK_2}


def check_ticks(axis: Amounts | Years, domain: tuple[float, float]) -> None:
    """Refuse values that Vega would sort, merge or leave out."""
    ends = [domain[0], *axis.values, domain[1]]
    twice = any(left == right for left, right in pairwise(axis.values))
    if twice or any(left > right for left, right in pairwise(ends)):
        raise UnknownError


def grid(axis: Amounts, place: ToPixels, across: int) -> Iterator[Element]:
    """Yield the lines across the plot."""
    lines = [line(0, nearest(y), across=across, look={"stroke": GRID}) for y in place(axis.values)]
    return _group(0, lines)


def _group(down: float, children: Sequence[Element]) -> Iterator[Element]:
    if children:
        yield Element(tag="g", attributes=moved(HALF, HALF + down), children=list(children))


def years(axis: Years, place: ToPixels, across: int, down: int) -> Iterator[Element]:
    """Yield the horizontal axis below a plot of this width and height."""
    ticks = [line(nearest(x), 0, down=TICK, look={"stroke": AXIS}) for x in place(axis.values) if axis.ticks]
    end = [line(0, 0, across=across, look={"stroke": AXIS})] if axis.domain else []
    return _group(down, [*ticks, *_year_labels(axis, place, across), *end])


def _year_labels(axis: Years, place: ToPixels, across: int) -> Iterator[Element]:
    y = TICK * axis.ticks + axis.labelPadding + nearest(BELOW * FONT_SIZE)
    for year, x in zip(axis.values, place(axis.values), strict=True):
        yield from text(str(year), x, y, _align(x, across) if axis.labelFlush else "center", _LOOK)


def _align(x: float, across: int) -> str:
    left, right = abs(x), abs(across - x)
    if left < right and left <= FLUSH:
        return "left"
    return "right" if right <= FLUSH else "center"


def amounts(axis: Amounts, place: ToPixels) -> Iterator[Element]:
    """Yield the labels of the vertical axis."""
    label, x = _labels(axis.labelExpr), -axis.labelPadding
    below = nearest(BESIDE * FONT_SIZE)
    places = zip(axis.values, place(axis.values), strict=True)
    found = [each for value, y in places for each in text(label(value), x, y + below, "left", _LOOK)]
    return _group(0, found)


def _labels(expression: str) -> Callable[[float], str]:
    """Return the label of each value, given as `datum.value === 0.0 ? '0' : ''`."""
    found = _LABEL.findall(expression)
    if _LABEL.sub("", expression) != "''" or any(label == DOT for _value, label in found):
        raise UnknownError
    given = {float(value): label for value, label in reversed(found)}
    return lambda value: given.get(value, "")
