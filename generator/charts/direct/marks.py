"""The marks of a plot as elements of SVG."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Any

from generator.charts.direct.grammar import Across, Lines, Points, Rects, Rules, Texts
from generator.charts.direct.numbers import UnknownError, nearest, pixels, sane, thousandth, width
from generator.charts.svg.elements import Element
from generator.charts.svg.paths import line_path, tenths
from generator.charts.theme import FONT_SIZE

Row = Mapping[str, Any]
Rows = Sequence[Row]
ToPixel = Callable[[float], float]

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
    x: ToPixel
    y: ToPixel


def draw_marks(layer: Lines | Points | Rules | Rects | Texts, rows: Rows, plot: Plot) -> Iterator[Element]:
    """Yield the elements of a layer."""
    return _PAINTERS[type(layer)](layer, rows, plot)


def _value(row: Row, field: str) -> float:
    value = row.get(field)
    if type(value) is not float and type(value) is not int:
        raise UnknownError
    return value


def _text(row: Row, field: str) -> str:
    value = row.get(field)
    if not isinstance(value, str) or _CONTROL.search(value):
        raise UnknownError
    return value


def _lines(layer: Lines, rows: Rows, plot: Plot) -> Iterator[Element]:
    channels = layer.encoding
    runs: dict[str, list[tuple[float, float]]] = {}
    x, y, run = channels.x.field, channels.y.field, channels.detail.field
    for row in rows:
        point = plot.x(_value(row, x)), plot.y(_value(row, y))
        runs.setdefault(_text(row, run), []).append(point)
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
    points.sort(key=lambda point: point[0])
    return line_path([(thousandth(sane(x)), thousandth(sane(y))) for x, y in points])


def _points(layer: Points, rows: Rows, plot: Plot) -> Iterator[Element]:
    radius = tenths(round(thousandth(sqrt(layer.mark.size) / 2) * 10))
    half = f"A{radius},{radius},0,1,1"
    look = {
        "d": f"M{radius},0{half},-{radius},0{half},{radius},0",
        "fill": layer.mark.color,
        "stroke-width": DOT_BORDER,
    }
    for row in rows:
        x, y = plot.x(_value(row, layer.encoding.x.field)), plot.y(_value(row, layer.encoding.y.field))
        yield Element(tag="path", attributes={**moved(x, y), **look})


def moved(x: float, y: float) -> dict[str, str]:
    """Return the transformation that moves an element, if it is moved at all: `translate(199,152.5)`."""
    return {"transform": f"translate({pixels(x)},{pixels(y)})"} if x or y else {}


def _rules(layer: Rules, rows: Rows, plot: Plot) -> Iterator[Element]:
    channels = layer.encoding
    if (channels.y is None) != (channels.y2 is None):
        raise UnknownError
    look = {"stroke": layer.mark.color, **_stroke_width(layer.mark.strokeWidth)}
    for row in rows:
        x, top, bottom = plot.x(_value(row, channels.x.field)), 0.0, float(plot.height)
        if channels.y and channels.y2:
            top, bottom = plot.y(_value(row, channels.y.field)), plot.y(_value(row, channels.y2.field))
        yield line(x, top, down=bottom - top, look=look)


def line(x: float, y: float, *, look: Mapping[str, str], across: float = 0.0, down: float = 0.0) -> Element:
    """Return a straight line from a place."""
    ends = {name: pixels(value) for name, value in (("x2", across), ("y2", down)) if value}
    return Element(tag="line", attributes={**moved(x, y), **ends, **look})


def _rects(layer: Rects, rows: Rows, plot: Plot) -> Iterator[Element]:
    channels, mark = layer.encoding, layer.mark
    if (channels.color is None) == (mark.color is None):
        raise UnknownError
    for row in rows:
        left, right = sorted(plot.x(_value(row, end)) for end in (channels.x.field, channels.x2.field))
        top, bottom = sorted(plot.y(_value(row, end)) for end in (channels.y.field, channels.y2.field))
        fill = mark.color or _fill(row, channels.color.field if channels.color else "")
        yield Element(tag="path", attributes={"d": _rect(left, top, right - left, bottom - top), "fill": fill})


def _fill(row: Row, field: str) -> str:
    value = _text(row, field)
    if not (value.startswith("var(--") and value.endswith(")") and value[6:-1].replace("-", "").isalnum()):
        raise UnknownError
    return value


def _rect(x: float, y: float, across: float, down: float) -> str:
    left, top, wide, high, back = (tenths(round(sane(value) * 10)) for value in (x, y, across, down, -across))
    return f"M{left},{top}h{wide}v{high}h{back}Z"


def _texts(layer: Texts, rows: Rows, plot: Plot) -> Iterator[Element]:
    mark, channels = layer.mark, layer.encoding
    size = mark.fontSize or FONT_SIZE
    look = {"font-size": width(size)}
    look |= {"font-style": mark.fontStyle} if mark.fontStyle else {}
    look |= {"font-weight": mark.fontWeight} if mark.fontWeight else {}
    for row in rows:
        x = plot.x(_value(row, channels.x.field)) if isinstance(channels.x, Across) else channels.x.value
        y = plot.y(_value(row, channels.y.field))
        below = mark.dy + nearest(MIDDLE * size)
        yield from text(
            _text(row, channels.text.field), x + mark.dx, y + below, mark.align, {**look, "fill": mark.color}
        )


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
