"""An explorable trend: its picture's specification, with the nearest point named and lines to hide."""

import hashlib
import json
from collections.abc import Callable, Collection, Iterable, Iterator
from itertools import groupby
from typing import Any

from generator.charts.chart import Chart
from generator.charts.specs import Spec
from generator.charts.theme import INK
from generator.charts.trend.datasets import AHEAD, DOTS, LINES, MARKS, WORDS, TrendData, series_of
from generator.messages import gettext as _

Row = dict[str, Any]
Amount = Callable[[float], str]
"""A function that formats a value for readers."""

EXPLORED = ("trend",)
"""Kinds of chart that can be explored."""

NEAR = {"name": "near", "select": {"type": "point", "nearest": True, "on": "pointerover", "clear": "pointerout"}}
HIDDEN = {"filter": "indexof(hidden, datum.series) < 0"}
CURSOR = {"filter": "datum.series === at.series && datum.x === at.x"}


EXPLORATIONS = "charts"
"""The folder of the specifications in the site."""


def explore_url(chart: Chart) -> str:
    """Return the address of a chart's specifications, `/charts/1a2b3c4d5e6f.json`; empty if it has none."""
    if chart.kind not in EXPLORED:
        return ""
    shown = "\n".join((chart.indicator, *(drawing.spec for drawing in chart.drawings)))
    return f"/{EXPLORATIONS}/{hashlib.sha256(shown.encode()).hexdigest()[:12]}.json"


def render_explorable(chart: Chart, amount: Amount) -> bytes:
    """Return a chart's lines, once, and the specification of each of its sizes without them, as JSON."""
    specs = [json.loads(drawing.spec) for drawing in chart.drawings]
    points = _points(specs[0])
    content = {"lines": list(_lines(points, amount)), "specs": [explorable(spec, points) for spec in specs]}
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()


def _points(spec: Spec) -> list[Row]:
    """Return every point of every line with the name of the line and the dataset it is drawn from."""
    rows = spec["datasets"]
    return [{**row, "of": name, "series": _series(row, name)} for name in LINES for row in rows.get(name, ())]


def _series(row: Row, dataset: str) -> str:
    """Return the name of a row's line, as readers see it."""
    return _("Median") if dataset == TrendData.MEDIAN else series_of(row["run"])


def _lines(points: list[Row], amount: Amount) -> Iterator[Row]:
    """Yield each line by columns; heights to six figures draw the same, and the text is exact.

    Forecasts are a line for each run, that says so; the figures at its ends, which have their words, have none here.
    """
    figures = {(row["series"], row["x"]) for row in points if row["of"] not in AHEAD}
    for (of, name, _run), rows in groupby(points, key=_line_of):
        line = list(rows)
        yield {
            "name": name,
            "of": of,
            "x": [row["x"] for row in line],
            "y": [float(f"{row['y']:.6g}") for row in line],
            "text": [_text_of(row, amount, figures) for row in line],
        }


def _line_of(row: Row) -> tuple[str, str, str]:
    return row["of"], row["series"], row["run"] if row["of"] in AHEAD else ""


def _text_of(row: Row, amount: Amount, figures: Collection[tuple[str, int]]) -> str:
    """Return a point's value in words: `22 million people (forecast)`."""
    if row["of"] not in AHEAD:
        return amount(row["y"])
    known = (row["series"], row["x"]) in figures
    return "" if known else _("{value} (forecast)").format(value=amount(row["y"]))


def explorable(spec: Spec, points: list[Row]) -> Spec:
    """Return a trend's specification with hidden lines, a cursor at a point, and the nearest point named.

    The lines, and the dataset `all` of their points, are filled in by the reader's browser.
    """
    rows = spec["datasets"]
    words = {name: _worded(rows.get(name, ()), points) for name in WORDS}
    dots = {name: _placed(rows.get(name, ()), points) for name in DOTS}
    pattern = next(layer for layer in spec["layer"] if layer["data"]["name"] in LINES)
    start = {"series": next((r["series"] for r in points if r["of"] == TrendData.OWN), points[0]["series"]), "x": 0}
    return {
        **spec,
        "config": {**spec["config"], "aria": False},
        "datasets": {**words, **dots, **{name: rows[name] for name in MARKS if name in rows}},
        "params": [{"name": "hidden", "value": []}, {"name": "at", "value": start}],
        "layer": [*(_hidable(layer) for layer in spec["layer"]), *_cursor(pattern)],
    }


def _worded(rows: Iterable[Row], points: list[Row]) -> list[Row]:
    """Return the labels at the lines' ends with their line; a label may carry the year it ended."""
    names = {row["series"] for row in points}
    return [{"series": next((n for n in _readings(row["text"]) if n in names), row["text"]), **row} for row in rows]


def _readings(text: str) -> Iterator[str]:
    yield text
    yield text.rpartition(" ")[0]


def _placed(rows: Iterable[Row], points: list[Row]) -> list[Row]:
    """Return single points with the line each belongs to."""
    at = {(row["x"], row["y"]): row["series"] for row in points}
    return [{**row, "series": at[row["x"], row["y"]]} for row in rows]


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
