"""What readers explore a trend with, in its specification: hidden lines and a cursor at a point."""

import json
from collections.abc import Iterable, Iterator, Sequence

from generator.charts.specs import PLACE, Spec, fill_template
from generator.charts.theme import INK
from generator.charts.trend.courses import Course, Row, short
from generator.charts.trend.datasets import DOTS, LINES, MARKS, WORDS, TrendData

NEAR = {"name": "near", "select": {"type": "point", "nearest": True, "on": "pointerover", "clear": "pointerout"}}
HIDDEN = {"filter": "indexof(hidden, datum.series) < 0"}
CURSOR = {"filter": "datum.series === at.series && datum.x === at.x"}


def patterns() -> Spec:
    """Return what all trends are explored with: configuration, layers, cursor.

    There is a layer for each dataset. It is drawn where that has rows. Where its place is that of its chart it says `true`.
    """
    spec = _spread(json.loads(fill_template("trend", {name: ({},) for name in TrendData}, frame={}, scales={})))
    pattern = next(layer for layer in spec["layer"] if layer["data"]["name"] in LINES)
    place = {name: pattern["encoding"][name] for name in PLACE}
    layers = [*(_hidable(layer) for layer in spec["layer"]), *_cursor(pattern)]
    return {
        "$schema": spec["$schema"],
        "config": {**spec["config"], "aria": False},
        "layer": [_placeless(layer, place) for layer in layers],
    }


def explorable(spec: Spec, courses: Sequence[Course]) -> Spec:
    """Return what a trend's specification has of its own: size, points by columns, the cursor's start.

    The lines, the dataset `all` of their points, and the layers are filled in by the reader's browser.
    """
    rows = spec["datasets"]
    words = {name: _worded(rows.get(name, ()), courses) for name in WORDS}
    dots = {name: _placed(rows.get(name, ()), courses) for name in DOTS}
    pattern = next(layer for layer in _spread(spec)["layer"] if layer["data"]["name"] in LINES)
    start = {"series": next((each.name for each in courses if each.of == TrendData.OWN), courses[0].name), "x": 0}
    held = {**words, **dots, **{name: rows[name] for name in MARKS if name in rows}}
    points = {name: by_columns([_rounded(row) for row in rows]) for name, rows in held.items() if rows}
    return {
        **{name: spec[name] for name in ("width", "height", "padding")},
        "datasets": {name: _unnamed(columns) for name, columns in points.items()},
        "params": [{"name": "hidden", "value": []}, {"name": "at", "value": start}],
        "place": {name: pattern["encoding"][name] for name in PLACE},
    }


def _unnamed(columns: Row) -> Row:
    """Return points without labels that are the names of their lines."""
    named = columns.get("text") == columns.get("series")
    return {name: cells for name, cells in columns.items() if name != "text" or not named}


def by_columns(rows: Sequence[Row]) -> Row:
    """Return rows as columns; a cell that all share stands once, if others tell how many rows there are."""
    columns = {name: [row[name] for row in rows] for name in rows[0]}
    alike = {name: cells[0] for name, cells in columns.items() if all(cell == cells[0] for cell in cells)}
    return columns if len(rows) > 1 and len(alike) == len(columns) else {**columns, **alike}


def _spread(spec: Spec) -> Spec:
    """Return a specification in which each layer has the places that stand once for all."""
    common = spec.get("encoding", {})
    layers = [{**layer, "encoding": dict(sorted({**common, **layer["encoding"]}.items()))} for layer in spec["layer"]]
    return {**{name: value for name, value in spec.items() if name != "encoding"}, "layer": layers}


def _rounded(row: Row) -> Row:
    return {name: short(value) if isinstance(value, float) else value for name, value in row.items()}


def _placeless(layer: Spec, place: Spec) -> Spec:
    """Return a layer that says of its places on the axes only that they are those of its chart."""
    encoding = {name: True if place.get(name) == value else value for name, value in layer["encoding"].items()}
    return {**layer, "encoding": encoding}


def _worded(rows: Iterable[Row], courses: Sequence[Course]) -> list[Row]:
    """Return the labels at the lines' ends with their line; a label may carry the year it ended."""
    names = {course.name for course in courses}
    return [{"series": next((n for n in _readings(row["text"]) if n in names), row["text"]), **row} for row in rows]


def _readings(text: str) -> Iterator[str]:
    yield text
    yield text.rpartition(" ")[0]


def _placed(rows: Iterable[Row], courses: Sequence[Course]) -> list[Row]:
    """Return single points with the line each belongs to, the last where several pass there."""
    return [{**row, "series": next(_passing(row["x"], row["y"], courses))} for row in rows]


def _passing(year: int, height: float, courses: Sequence[Course]) -> Iterator[str]:
    """Yield the names of the lines that pass through a point, the last first."""
    for course in reversed(courses):
        if (year, height) in zip(course.years, course.heights, strict=True):
            yield course.name


def _hidable(layer: Spec) -> Spec:
    return {**layer, "transform": [HIDDEN]}


def _cursor(pattern: Spec) -> list[Spec]:
    """Return the invisible points that find the pointer, and the one that is named."""
    place = {channel: pattern["encoding"][channel] for channel in ("x", "y")}
    dot = {"type": "point", "filled": True, "color": INK, "size": 60, "opacity": 1}
    felt = {"type": "point", "size": 1, "opacity": 0, "tooltip": {"content": "data"}}
    data = {"name": "all"}
    return [
        {"data": data, "transform": [HIDDEN, CURSOR], "mark": dot, "encoding": place},
        {"data": data, "transform": [HIDDEN], "mark": felt, "encoding": place, "params": [NEAR]},
    ]
