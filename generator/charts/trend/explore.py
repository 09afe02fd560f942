"""An explorable trend: its picture's specification, with the nearest point named and lines to hide."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import groupby, repeat
from operator import itemgetter
from typing import Any

from generator.charts.chart import Chart
from generator.charts.specs import PLACE, Spec
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

SHARED = ("$schema", "config", "padding", "params")
"""What the specifications of all trends have in common, where they do."""

FIGURES_FILE = "data.json"
"""The file beside an indicator's page that lines are read from."""


def explored(chart: Chart) -> bool:
    """Whether readers can explore a chart."""
    return chart.kind in EXPLORED


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known of an indicator besides its charts: how its values are written, where its figures are.

    `lines` are names with codes of countries; `figures` are those by year that the file at `file` has of a code.
    """

    amount: Amount
    written: Mapping[str, object]
    """How the reader's browser writes them: `{"decimals": 1, "before": "$", "after": ""}`."""
    file: str
    figures: Callable[[str], Mapping[int, float | None]]
    codes: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Explorable:
    """A chart's lines, once and as JSON, and the specification of each of its sizes without them."""

    written: Mapping[str, object]
    file: str
    lines: tuple[str, ...]
    specs: tuple[Spec, ...]

    def text(self, layers: list[str]) -> str:
        """The whole as JSON; its layers are added to those of the page, and stand here as their places."""
        specs = [{**spec, "layer": [_place(layers, _write(layer)) for layer in spec["layer"]]} for spec in self.specs]
        head = _write({"file": self.file, "written": self.written})[1:-1]
        return f'{{{head},"lines":[{",".join(self.lines)}],"specs":{_write(specs)}}}'


def _place(layers: list[str], layer: str) -> int:
    """Return where a layer is among those of a page, at whose end it is put if it is new."""
    if layer not in layers:
        layers.append(layer)
    return layers.index(layer)


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """A line as it is drawn: the dataset it is of, its name, and its points from left to right."""

    of: str
    name: str
    years: tuple[int, ...]
    heights: tuple[float, ...]

    @property
    def places(self) -> Iterator[tuple[str, int]]:
        """The line's name with each of its years."""
        return zip(repeat(self.name), self.years, strict=False)


_write = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode


def render_explorations(charts: Mapping[str, Chart], about: Mapping[str, Known]) -> bytes:
    """Return what charts are explored with, as JSON by their ids; `about` is by the indicator.

    What all specifications share stands once, and so does a layer that several have.
    """
    made = {name: explorable_chart(chart, about[chart.indicator]) for name, chart in charts.items()}
    specs = [spec for chart in made.values() for spec in chart.specs]
    shared = {name: specs[0][name] for name in SHARED if all(spec.get(name) == specs[0].get(name) for spec in specs)}
    for spec in specs:
        for name in shared:
            spec.pop(name)
    layers: list[str] = []
    texts = ",".join([f"{_write(name)}:{chart.text(layers)}" for name, chart in made.items()])
    return f'{{"shared":{_write(shared)},"layers":[{",".join(layers)}],"charts":{{{texts}}}}}'.encode()


def explorable_chart(chart: Chart, about: Known) -> Explorable:
    """Return what a chart is explored with."""
    specs = [json.loads(drawing.spec) for drawing in chart.drawings]
    courses = tuple(courses_of(specs[0]))
    return Explorable(
        written=about.written,
        file=about.file,
        lines=tuple(_lines(courses, about)),
        specs=tuple(explorable(spec, courses) for spec in specs),
    )


def courses_of(spec: Spec) -> Iterator[Course]:
    """Yield every line of a specification; of forecasts each run is one."""
    for of in LINES:
        for (name, _run), found in groupby(spec["datasets"].get(of, ()), key=partial(_line_of, of)):
            rows = list(found)
            years, heights = tuple(map(itemgetter("x"), rows)), tuple(map(itemgetter("y"), rows))
            yield Course(of=of, name=name, years=years, heights=heights)


def _line_of(dataset: str, row: Row) -> tuple[str, str]:
    """Return the name of a row's line, as readers see it, and its run where that is a line of its own."""
    if dataset == TrendData.MEDIAN:
        return _("Median"), ""
    return _series_of(row["run"]), row["run"] if dataset in AHEAD else ""


_series_of = lru_cache(maxsize=4096)(series_of)  # every point of a line has its run


def _lines(courses: Sequence[Course], about: Known) -> Iterator[str]:
    """Yield each line: by its code where the indicator's file has its figures, else by columns.

    Forecasts are a line for each run, that says so; the figures at its ends, which have their words, have none here.
    """
    forecast = any(course.of in AHEAD for course in courses)
    figures = {place for course in courses if forecast and course.of not in AHEAD for place in course.places}
    for course in courses:
        if code := _published(course, about):
            yield _write({"of": course.of, "code": code, "x": [course.years[0], course.years[-1]]})
            continue
        known = tuple(place in figures for place in course.places) if course.of in AHEAD else ()
        columns = _columns(about.amount, course.years, course.heights, known)
        yield f'{{"name":{_write(course.name)},"of":{_write(course.of)},{columns}}}'


def _published(course: Course, about: Known) -> str:
    """Return the code of a line that is, from its first year to its last, what the indicator's file has."""
    code = about.codes.get(course.name, "")
    if not code or course.of in AHEAD:
        return ""
    held = about.figures(code)
    found = [held.get(year) for year in range(course.years[0], course.years[-1] + 1)]
    return code if [value for value in found if value is not None] == list(course.heights) else ""


@lru_cache(maxsize=4096)  # a country's line stands in the charts of all its peers
def _columns(amount: Amount, years: tuple[int, ...], heights: tuple[float, ...], known: tuple[bool, ...]) -> str:
    """Return the points of a line; heights to six figures draw the same, and the text is exact.

    Of forecasts `known` says which have their words elsewhere.
    """
    if known:
        texts = ["" if left else _forecast(amount(y)) for y, left in zip(heights, known, strict=True)]
    else:
        texts = list(map(amount, heights))
    words, text = _shortened(texts)
    columns = {"x": _years(years), "y": list(map(_short, heights)), "words": words, "text": text}
    return _write(columns)[1:-1]


def _forecast(text: str) -> str:
    """Return the value of a forecast in words: `22 million people (forecast)`."""
    return _("{value} (forecast)").format(value=text)


def _short(height: float) -> float:
    """Return a height to six figures, as an integer where it is one: JSON writes `5`, not `5.0`."""
    rounded = float(f"{height:.6g}")
    return int(rounded) if rounded.is_integer() else rounded


def _years(years: Sequence[int]) -> int | Sequence[int]:
    """Return the first of years that follow each other, or all of them."""
    return years[0] if years == tuple(range(years[0], years[-1] + 1)) else years


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


def explorable(spec: Spec, courses: Sequence[Course]) -> Spec:
    """Return a trend's specification with hidden lines, a cursor at a point, and the nearest point named.

    The lines, the dataset `all` of their points, and the `place` on the axes are filled in by the reader's browser.
    """
    rows, spec = spec["datasets"], _spread(spec)
    words = {name: _worded(rows.get(name, ()), courses) for name in WORDS}
    dots = {name: _placed(rows.get(name, ()), courses) for name in DOTS}
    pattern = next(layer for layer in spec["layer"] if layer["data"]["name"] in LINES)
    start = {"series": next((each.name for each in courses if each.of == TrendData.OWN), courses[0].name), "x": 0}
    layers = [*(_hidable(layer) for layer in spec["layer"]), *_cursor(pattern)]
    place = {name: pattern["encoding"][name] for name in PLACE}
    held = {**words, **dots, **{name: rows[name] for name in MARKS if name in rows}}
    return {
        **spec,
        "config": {**spec["config"], "aria": False},
        "datasets": {name: [_rounded(row) for row in rows] for name, rows in held.items() if rows},
        "params": [{"name": "hidden", "value": []}, {"name": "at", "value": start}],
        "place": place,
        "layer": [_placeless(layer, place) for layer in layers],
    }


def _spread(spec: Spec) -> Spec:
    """Return a specification in which each layer has the places that stand once for all."""
    common = spec.get("encoding", {})
    layers = [{**layer, "encoding": dict(sorted({**common, **layer["encoding"]}.items()))} for layer in spec["layer"]]
    return {**{name: value for name, value in spec.items() if name != "encoding"}, "layer": layers}


def _rounded(row: Row) -> Row:
    return {name: _short(value) if isinstance(value, float) else value for name, value in row.items()}


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
