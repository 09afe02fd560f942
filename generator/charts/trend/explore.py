"""The file that the trends of a page are explored with: lines, and specifications without them."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from generator.charts.chart import Chart
from generator.charts.specs import Spec
from generator.charts.trend.courses import Known, courses_of, lines_of, write_json
from generator.charts.trend.cursor import explorable

EXPLORED = ("trend",)
"""Kinds of chart that can be explored."""

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
class Explorable:
    """A chart's lines, once and as JSON, and the specification of each of its sizes without them."""

    written: Mapping[str, object]
    file: str
    lines: tuple[str, ...]
    specs: tuple[Spec, ...]

    def text(self, layers: list[str]) -> str:
        """The whole as JSON; its layers are added to those of the page, and stand here as their places."""
        specs = [
            {**spec, "layer": [_place(layers, write_json(layer)) for layer in spec["layer"]]} for spec in self.specs
        ]
        head = write_json({"file": self.file, "written": self.written})[1:-1]
        return f'{{{head},"lines":[{",".join(self.lines)}],"specs":{write_json(specs)}}}'


def _place(layers: list[str], layer: str) -> int:
    """Return where a layer is among those of a page, at whose end it is put if it is new."""
    if layer not in layers:
        layers.append(layer)
    return layers.index(layer)


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
    texts = ",".join([f"{write_json(name)}:{chart.text(layers)}" for name, chart in made.items()])
    return f'{{"shared":{write_json(shared)},"layers":[{",".join(layers)}],"charts":{{{texts}}}}}'.encode()


def explorable_chart(chart: Chart, about: Known) -> Explorable:
    """Return what a chart is explored with."""
    specs = [json.loads(drawing.spec) for drawing in chart.drawings]
    courses = tuple(courses_of(specs[0]))
    return Explorable(
        written=about.written,
        file=about.file,
        lines=tuple(lines_of(courses, about)),
        specs=tuple(explorable(spec, courses) for spec in specs),
    )
