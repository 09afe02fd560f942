"""The marks of a plot as elements of SVG."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, islice, repeat
from math import sqrt
from operator import itemgetter
from typing import Any

from generator.charts.direct.grammar import Across, Fixed, Lines, Points, Rects, Rules, Texts
from generator.charts.direct.numbers import (
    UnknownError,
    nearest,
    pixels,
    sane,
    tenths_of,
    thousandth,
    thousandths,
    width,
)
from generator.charts.svg.elements import Element
from generator.charts.svg.paths import line_path, tenths
from generator.charts.theme import FONT_SIZE

Row = Mapping[str, Any]
Rows = Sequence[Row]
ToPixels = Callable[[Iterable[float]], list[float]]

NUMBERS, TEXTS = frozenset((float, int)), frozenset((str,))
"""The types that numbers and texts of JSON have; no others are known."""

MIDDLE = 0.3
"""Ems from the middle of a text to its baseline."""

ANCHORS = {"left": {}, "center": {"text-anchor": "middle"}, "right": {"text-anchor": "end"}}
DOT_BORDER = "2"

_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
"""What XML or its readers change or refuse."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plot:
    """The plot area: its height, and the pixels of values from the left and from above."""

    height: int
    x: ToPixels
    y: ToPixels


def draw_marks(layer: Lines | Points | Rules | Rects | Texts, rows: Rows, plot: Plot) -> Iterator[Element]:
    """Yield the elements of a layer."""
    return _PAINTERS[type(layer)](layer, rows, plot)


def _values(rows: Rows, field: str) -> list[float]:
    """Return the numbers in a field of every row."""
    values = [row.get(field) for row in rows]
    if not NUMBERS.issuperset(map(type, values)):
        raise UnknownError
    return values  # type: ignore[return-value]  # they are numbers alone


def _texts_of(rows: Rows, field: str) -> list[str]:
    """Return the texts in a field of every row."""
    texts = [row.get(field) for row in rows]
    if not TEXTS.issuperset(map(type, texts)) or any(map(_CONTROL.search, set(texts))):  # type: ignore[arg-type]
        raise UnknownError
    return texts  # type: ignore[return-value]  # they are texts alone


def _lines(layer: Lines, rows: Rows, plot: Plot) -> Iterator[Element]:
    channels = layer.encoding
    places = zip(plot.x(_values(rows, channels.x.field)), plot.y(_values(rows, channels.y.field)), strict=True)
    runs: dict[str, list[tuple[float, float]]] = {}
    for run, same in groupby(_texts_of(rows, channels.detail.field)):
        runs.setdefault(run, []).extend(islice(places, len(list(same))))
    look = _line_look(layer)
    for points in runs.values():
        if len(points) > 1:
            yield Element(tag="path", attributes={"d": _line(points), **look})


def _line_look(layer: Lines) -> dict[str, str]:
    """Return the look of a line; only where it is broken are its ends seen, in the line or under a dot."""
    mark = layer.mark
    dashes = ",".join(map(str, mark.strokeDash or ()))
    ends = {"stroke-linecap": "round"} if dashes else {}
    look = {"stroke": mark.color, **_stroke_width(mark.strokeWidth), **ends, "stroke-linejoin": "round"}
    return look | ({"stroke-dasharray": dashes} if dashes else {})


def _stroke_width(value: float | None) -> dict[str, str]:
    return {} if value is None or value == 1 else {"stroke-width": width(value)}


def _line(points: list[tuple[float, float]]) -> str:
    """Return the path through points from left to right."""
    points.sort(key=itemgetter(0))
    xs, ys = zip(*points, strict=True)
    return line_path(list(zip(thousandths(xs), thousandths(ys), strict=True)))


def _points(layer: Points, rows: Rows, plot: Plot) -> Iterator[Element]:
    radius = tenths(round(thousandth(sqrt(layer.mark.size) / 2) * 10))
    half = f"A{radius},{radius},0,1,1"
    look = {
        "d": f"M{radius},0{half},-{radius},0{half},{radius},0",
        "fill": layer.mark.color,
        "stroke-width": DOT_BORDER,
    }
    xs, ys = _values(rows, layer.encoding.x.field), _values(rows, layer.encoding.y.field)
    for x, y in zip(plot.x(xs), plot.y(ys), strict=True):
        yield Element(tag="path", attributes={**moved(x, y), **look})


def moved(x: float, y: float) -> dict[str, str]:
    """Return the transformation that moves an element, if it is moved at all: `translate(199,152.5)`."""
    return {"transform": f"translate({pixels(x)},{pixels(y)})"} if x or y else {}


def _rules(layer: Rules, rows: Rows, plot: Plot) -> Iterator[Element]:
    channels = layer.encoding
    if (channels.y is None) != (channels.y2 is None):
        raise UnknownError
    look = {"stroke": layer.mark.color, **_stroke_width(layer.mark.strokeWidth)}
    xs = plot.x(_values(rows, channels.x.field))
    tops, bottoms = [0.0] * len(xs), [float(plot.height)] * len(xs)
    if channels.y and channels.y2:
        tops, bottoms = (plot.y(_values(rows, end.field)) for end in (channels.y, channels.y2))
    downs = [bottom - top for top, bottom in zip(tops, bottoms, strict=True)]
    if len(xs) == 1:
        yield line(xs[0], tops[0], down=downs[0], look=look)
    elif xs:
        strokes = zip(tenths_of(xs), tenths_of(tops), repeat(0), tenths_of(downs), strict=False)
        yield Element(tag="line", attributes=look, strokes=tuple(strokes))


def line(x: float, y: float, *, look: Mapping[str, str], across: float = 0.0, down: float = 0.0) -> Element:
    """Return a straight line from a place."""
    ends = {name: pixels(value) for name, value in (("x2", across), ("y2", down)) if value}
    return Element(tag="line", attributes={**moved(x, y), **ends, **look})


def _rects(layer: Rects, rows: Rows, plot: Plot) -> Iterator[Element]:
    channels, mark = layer.encoding, layer.mark
    if (channels.color is None) == (mark.color is None):
        raise UnknownError
    across = [plot.x(_values(rows, end)) for end in (channels.x.field, channels.x2.field)]
    down = [plot.y(_values(rows, end)) for end in (channels.y.field, channels.y2.field)]
    fills = _fills(rows, channels.color.field) if channels.color else [mark.color or ""] * len(rows)
    for *ends, fill in zip(*across, *down, fills, strict=True):
        (left, right), (top, bottom) = sorted(ends[:2]), sorted(ends[2:])
        yield Element(tag="path", attributes={"d": _rect(left, top, right - left, bottom - top), "fill": fill})


def _fills(rows: Rows, field: str) -> list[str]:
    values = _texts_of(rows, field)
    for value in set(values):
        if not (value.startswith("var(--") and value.endswith(")") and value[6:-1].replace("-", "").isalnum()):
            raise UnknownError
    return values


def _rect(x: float, y: float, across: float, down: float) -> str:
    left, top, wide, high, back = (tenths(round(sane(value) * 10)) for value in (x, y, across, down, -across))
    return f"M{left},{top}h{wide}v{high}h{back}Z"


def _texts(layer: Texts, rows: Rows, plot: Plot) -> Iterator[Element]:
    mark, channels = layer.mark, layer.encoding
    size = mark.fontSize or FONT_SIZE
    look = {"font-size": width(size)}
    look |= {"font-style": mark.fontStyle} if mark.fontStyle else {}
    look |= {"font-weight": mark.fontWeight} if mark.fontWeight else {}
    look |= {"fill": mark.color}
    below = mark.dy + nearest(MIDDLE * size)
    words, ys = _texts_of(rows, channels.text.field), _values(rows, channels.y.field)
    xs = plot.x(_values(rows, channels.x.field)) if isinstance(channels.x, Across) else []
    fixed = [channels.x.value] * len(ys) if isinstance(channels.x, Fixed) else []
    for word, x, y in zip(words, xs or fixed, plot.y(ys), strict=True):
        yield from text(word, x + mark.dx, y + below, mark.align, look)


def text(words: str, x: float, y: float, align: str, look: Mapping[str, str]) -> Iterator[Element]:
    """Yield a text where there is any."""
    if "xmlns" in words:
        raise UnknownError
    if words.strip():
        place = {name: value for name, value in (("x", pixels(x)), ("y", pixels(y))) if value != "0"}
        yield Element(tag="text", attributes={**ANCHORS[align], **look, **place}, text=words)


_PAINTERS: dict[type, Callable[..., Iterator[Element]]] = {
    Lines: _lines,
    Points: _points,
    Rules: _rules,
    Rects: _rects,
    Texts: _texts,
}
