"""The file that the trends of a page are explored with: lines, and specifications without them."""

import hashlib
import json
import posixpath
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from generator.charts.chart import Chart
from generator.charts.specs import Spec
from generator.charts.trend.courses import Known, courses_of, lines_of, write_json
from generator.charts.trend.cursor import explorable, patterns

EXPLORED = ("trend",)
"""Kinds of chart that can be explored."""

EXPLORATIONS = "explore.json"
"""The file of the charts of a page, beside it."""

FIGURES_FILE = "data.json"
"""The file beside an indicator's page that lines are read from."""


def explored(chart: Chart) -> bool:
    """Whether readers can explore a chart."""
    return chart.kind in EXPLORED


@dataclass(frozen=True, slots=True, kw_only=True)
class Explorable:
    """A chart's lines, once and as JSON, and what the specification of each of its sizes has of its own."""

    written: Mapping[str, object]
    file: str
    lines: tuple[str, ...]
    specs: tuple[Spec, ...]

    def text(self, shared: Spec, page: Spec) -> str:
        """The whole as JSON; `shared` is what its sizes have in common, `page` what all charts have."""
        head = {"file": self.file, "written": self.written, "shared": without(shared, page)}
        specs = [without(spec, shared) for spec in self.specs]
        return f'{{{write_json(head)[1:-1]},"lines":[{",".join(self.lines)}],"specs":{write_json(specs)}}}'


@cache
def patterns_text() -> str:
    """Return the file of what all trends of a site are explored with."""
    return write_json(patterns())


def patterns_path() -> str:
    """Return where it lives: `assets/trend.1a2b3c4d.json`."""
    return f"assets/trend.{hashlib.sha256(patterns_text().encode()).hexdigest()[:8]}.json"


def render_explorations(charts: Mapping[str, Chart], about: Mapping[str, Known], page: str) -> bytes:
    """Return what charts are explored with, as JSON by their ids; `about` is by the indicator.

    What all specifications of the page share stands once, and so does what all sizes of a chart share. `page` is the
    path of the file.
    """
    made = {name: explorable_chart(chart, about[chart.indicator]) for name, chart in charts.items()}
    shared = {name: in_common(chart.specs) for name, chart in made.items()}
    whole = in_common(tuple(shared.values()))
    texts = ",".join([f"{write_json(name)}:{chart.text(shared[name], whole)}" for name, chart in made.items()])
    head = {"patterns": posixpath.relpath(patterns_path(), posixpath.dirname(page) or "."), "shared": whole}
    return f'{{{write_json(head)[1:-1]},"charts":{{{texts}}}}}'.encode()


def in_common(specs: Sequence[Spec]) -> Spec:
    """Return what all specifications say alike, part by part; lists are alike as a whole or not at all."""
    found: Spec = {}
    for name, value in specs[0].items():
        values: list[Any] = [spec.get(name) for spec in specs]
        if all(each == value for each in values):
            found[name] = value
        elif all(isinstance(each, dict) for each in values) and (alike := in_common(values)):
            found[name] = alike
    return found


def without(spec: Spec, shared: Spec) -> Spec:
    """Return a specification without what it shares: merged with it, it is whole again."""
    return {
        name: without(value, shared[name]) if isinstance(value, dict) and name in shared else value
        for name, value in spec.items()
        if name not in shared or value != shared[name]
    }


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
