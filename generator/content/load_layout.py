"""``content/profile.yaml``: which figures, sections and charts every profile has."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import AfterValidator

from generator.config import IndicatorId, Slug, Strict, Text
from generator.content.checks import unknown_indicator
from generator.content.profile import ChartKind, ProfileChart, ProfileLayout, ProfileSection
from generator.data.dataset import Dataset
from generator.data.faults import missing
from generator.diagnostics import Diagnostic
from generator.rules import Rule
from generator.sources import Source, Sources
from generator.strict_yaml import locate, parse_yaml

LAYOUT = "content/profile.yaml"


def _not_a_map(kind: ChartKind) -> ChartKind:
    if kind is ChartKind.MAP:
        raise ValueError("a world map is the same on every profile: show it in an essay or on a page")
    return kind


class _Chart(Strict):
    kind: Annotated[ChartKind, AfterValidator(_not_a_map)]
    indicator: IndicatorId
    parts: tuple[IndicatorId, ...] = ()
    title: str = ""


class _Section(Strict):
    id: Slug
    title: Text
    charts: tuple[_Chart, ...] = ()
    lists: tuple[IndicatorId, ...] = ()


class _Layout(Strict):
    key_figures: tuple[IndicatorId, ...]
    scorecard: str = ""
    sections: tuple[_Section, ...]


def load_layout(sources: Sources, dataset: Dataset) -> tuple[ProfileLayout, tuple[Diagnostic, ...]]:
    """Return the layout, empty where it cannot be used, with everything wrong in it."""
    empty = ProfileLayout(key_figures=(), scorecard="", sections=())
    source = sources.files.get(LAYOUT)
    if source is None:
        return empty, (missing(LAYOUT, "Name key figures and sections in it; `profiles new` makes an example."),)
    shape, problems = parse_yaml(source, _Layout)
    if shape is None:
        return empty, problems
    sections = tuple(
        ProfileSection(
            id=s.id,
            title=s.title,
            charts=tuple(
                ProfileChart(kind=c.kind, indicator=c.indicator, parts=c.parts, title=c.title) for c in s.charts
            ),
            lists=s.lists,
        )
        for s in shape.sections
    )
    layout = ProfileLayout(key_figures=shape.key_figures, scorecard=shape.scorecard, sections=sections)
    faults = tuple(_check_layout(source, shape, dataset))
    return (empty if faults else layout), faults


def _check_layout(source: Source, shape: _Layout, dataset: Dataset) -> Iterator[Diagnostic]:
    places: list[tuple[tuple[int | str, ...], str]] = [
        (("key_figures", at), name) for at, name in enumerate(shape.key_figures)
    ]
    places += [
        (("sections", at, "charts", n, "indicator"), chart.indicator)
        for at, section in enumerate(shape.sections)
        for n, chart in enumerate(section.charts)
    ]
    places += [
        (("sections", at, "lists", n), name) for at, s in enumerate(shape.sections) for n, name in enumerate(s.lists)
    ]
    places += [
        (("sections", at, "charts", n, "parts", i), part)
        for at, section in enumerate(shape.sections)
        for n, chart in enumerate(section.charts)
        for i, part in enumerate(chart.parts)
    ]
    for at, section in enumerate(shape.sections):
        if section.id in [other.id for other in shape.sections[:at]]:
            message, where_id = f"A section '{section.id}' stands here twice.", locate(source, "sections", at, "id")
            yield Diagnostic(rule=Rule.CATALOG_INVALID, location=where_id, message=message, hint="Rename one.")
    for where, name in places:
        if name not in dataset.catalog.indicators:
            yield unknown_indicator(locate(source, *where), name, dataset)
    if shape.scorecard and shape.scorecard not in dataset.scorecards:
        message = f"There is no scorecard '{shape.scorecard}'."
        hint = "Its id stands in a file of data/scorecards/."
        where_card = locate(source, "scorecard")
        yield Diagnostic(rule=Rule.CATALOG_INVALID, location=where_card, message=message, hint=hint)
