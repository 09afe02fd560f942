"""An explorable trend: its picture's specification, with the nearest point named and lines to hide."""

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
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


EXPLORATIONS = "explore.json"
"""The file of the charts of a page, beside it."""

SHARED = ("$schema", "config", "padding")
"""What the specifications of all trends have in common, where they do."""

PLACE = ("x", "y")


def explored(chart: Chart) -> bool:
    """Whether readers can explore a chart."""
    return chart.kind in EXPLORED


def render_explorations(charts: Mapping[str, Chart], amounts: Mapping[str, Amount]) -> bytes:
    """Return what charts, by their ids, are explored with, as JSON; amounts by the indicator.

    What all specifications share stands once.
    """
    made = {name: explorable_chart(chart, amounts[chart.indicator]) for name, chart in charts.items()}
    specs = [spec for chart in made.values() for spec in chart["specs"]]
    shared = {name: specs[0][name] for name in SHARED if all(spec.get(name) == specs[0].get(name) for spec in specs)}
    for spec in specs:
        for name in shared:
            spec.pop(name)
    content = {"shared": shared, "charts": made}
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()


def explorable_chart(chart: Chart, amount: Amount) -> dict[str, Any]:
    """Return a chart's lines, once, and the specification of each of its sizes without them."""
    specs = [json.loads(drawing.spec) for drawing in chart.drawings]
    points = _points(specs[0])
    return {"lines": list(_lines(points, amount)), "specs": [explorable(spec, points) for spec in specs]}


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
        words, text = _shortened([_text_of(row, amount, figures) for row in line])
        yield {
            "name": name,
            "of": of,
            "x": _years([row["x"] for row in line]),
            "y": [_short(row["y"]) for row in line],
            "words": words,
            "text": text,
        }


def _short(height: float) -> float:
    """Return a height to six figures, as an integer where it is one: JSON writes `5`, not `5.0`."""
    rounded = float(f"{height:.6g}")
    return int(rounded) if rounded.is_integer() else rounded


def _years(years: Sequence[int]) -> int | Sequence[int]:
    """Return the first of years that follow each other, or all of them."""
    return years[0] if years == list(range(years[0], years[-1] + 1)) else years


def _shortened(texts: Sequence[str]) -> tuple[tuple[str, str], list[str | None]]:
    """Return what all texts begin and end with, and what is between; nothing where there is no text."""
    known = [text for text in texts if text]
    before = _beginning(known)
    after = _beginning([text[len(before) :][::-1] for text in known])[::-1]
    return (before, after), [text[len(before) : len(text) - len(after)] if text else None for text in texts]


def _beginning(texts: Sequence[str]) -> str:
    """Return what all texts begin with."""
    first, last = min(texts, default=""), max(texts, default="")
    return first[: next((at for at, pair in enumerate(zip(first, last, strict=False)) if len({*pair}) > 1), len(first))]


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
    layers = [*(_hidable(layer) for layer in spec["layer"]), *_cursor(pattern)]
    return {
        **spec,
        "config": {**spec["config"], "aria": False},
        "datasets": {**words, **dots, **{name: rows[name] for name in MARKS if name in rows}},
        "params": [{"name": "hidden", "value": []}, {"name": "at", "value": start}],
        **_with_common_place(layers),
    }


def _with_common_place(layers: Sequence[Spec]) -> Spec:
    """Return layers whose places on the axes stand once, where all agree: each inherits them."""
    places = [{name: layer["encoding"].get(name) for name in PLACE} for layer in layers]
    common = {name: at for name, at in places[0].items() if at and all(each[name] == at for each in places)}
    return {"encoding": common, "layer": [_without(layer, common) for layer in layers]}


def _without(layer: Spec, common: Collection[str]) -> Spec:
    return {**layer, "encoding": {name: value for name, value in layer["encoding"].items() if name not in common}}


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
