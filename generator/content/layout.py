"""``content/profile.yaml``: which figures, sections and charts every profile has."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from pydantic import AfterValidator, Field

from generator.charts.request import ChartKind, Compared
from generator.content.checks.chart_options import MOST_PARTS, OF_KIND, SHARES, unfit_years
from generator.content.documents import DocumentKind
from generator.content.markdown.page_ids import is_own
from generator.data.dataset import Dataset
from generator.data.loading.codes import missing, no_profile, unknown_indicator
from generator.diagnostics import Diagnostic
from generator.rules import Rule
from generator.sources.files import Sources
from generator.sources.shapes import CountryCode, IndicatorId, NonEmpty, Slug, StrictModel, unique
from generator.sources.yaml_file import Located, parse_yaml


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfileChart:
    """One chart of a section for every country with data: kind, indicator, further parts, title."""

    kind: ChartKind
    indicator: str
    parts: tuple[str, ...] = ()
    title: str = ""
    compare: tuple[str, ...] = ()
    """Codes, or `all` or `group` alone; without any the country's peers."""
    years: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfileSection:
    """A section of every profile; authors fill it under a heading with the same id."""

    id: str
    title: str
    charts: tuple[ProfileChart, ...]
    lists: tuple[str, ...] = ()
    """Indicators whose lists are shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfileLayout:
    """Key figures, scorecard and sections, in order."""

    key_figures: tuple[str, ...]
    scorecard: str
    sections: tuple[ProfileSection, ...]


LAYOUT = "content/profile.yaml"


def _not_a_map(kind: ChartKind) -> ChartKind:
    if kind is ChartKind.MAP:
        raise ValueError("a world map is the same on every profile", "Show it in an essay or on a page.")
    return kind


class _Chart(StrictModel):
    kind: Annotated[ChartKind, AfterValidator(_not_a_map)]
    """The kind; a map is the same on every profile, and stands in none."""
    indicator: IndicatorId
    """The id of the indicator."""
    parts: tuple[IndicatorId, ...] = ()
    """Further parts of stacked shares."""
    title: str = ""
    """What stands above it; the indicator's name without it."""
    compare: Compared | Annotated[tuple[CountryCode, ...], AfterValidator(unique)] = ()
    """Codes, or `all`, or `group`; the country's peers without it."""
    years: Annotated[tuple[int, ...], Field(max_length=2)] = ()
    """One year, or the first and the last."""

    @property
    def compared(self) -> tuple[str, ...]:
        """What it compares with, as a request has it."""
        return (self.compare,) if isinstance(self.compare, str) else self.compare


class _Section(StrictModel):
    id: Slug
    """The id that a commentary's heading repeats: `economy`."""
    title: NonEmpty
    """The heading."""
    charts: tuple[_Chart, ...] = ()
    """The charts of every profile that has figures for them."""
    lists: tuple[IndicatorId, ...] = ()
    """Indicators whose lists are shown."""


class LayoutShape(StrictModel):
    """The file as it is written."""

    key_figures: Annotated[tuple[IndicatorId, ...], AfterValidator(unique)]
    """Ids of the indicators at the head of every profile, in order."""
    scorecard: str = ""
    """The id of a scorecard, if profiles show one."""
    sections: tuple[_Section, ...]
    """The sections in order."""


def load_layout(sources: Sources, dataset: Dataset) -> tuple[ProfileLayout, tuple[Diagnostic, ...]]:
    """Return the layout, empty if unusable, with all problems of its file."""
    empty = ProfileLayout(key_figures=(), scorecard="", sections=())
    source = sources.files.get(LAYOUT)
    if source is None:
        return empty, (missing(LAYOUT, "Name key figures and sections in it; `profiles new` makes an example."),)
    located, problems = parse_yaml(source, LayoutShape)
    if located is None:
        return empty, problems
    shape = located.value
    sections = tuple(
        ProfileSection(
            id=s.id,
            title=s.title,
            charts=tuple(
                ProfileChart(
                    kind=c.kind,
                    indicator=c.indicator,
                    parts=c.parts,
                    title=c.title,
                    compare=c.compared,
                    years=c.years,
                )
                for c in s.charts
            ),
            lists=s.lists,
        )
        for s in shape.sections
    )
    layout = ProfileLayout(key_figures=shape.key_figures, scorecard=shape.scorecard, sections=sections)
    faults = tuple(_check_layout(located, dataset))
    return (empty if faults else layout), faults


def _check_charts(located: Located[LayoutShape], dataset: Dataset) -> Iterator[Diagnostic]:
    """Yield a problem for each chart and list that no profile could show."""
    shape = located.value
    known = dataset.catalog.indicators
    for at, section in enumerate(shape.sections):
        for n, chart in enumerate(section.charts):
            if chart.indicator in known and (wrong := _unfit(chart, dataset)):
                where = located.location("sections", at, "charts", n, "kind")
                yield Diagnostic(rule=Rule.CHART_INVALID, location=where, message=wrong[0], hint=wrong[1])
        for n, name in enumerate(section.lists):
            if name in known and known[name].counted_from is None:
                where = located.location("sections", at, "lists", n)
                message = f"'{name}' is not counted from a list."
                hint = "Name an indicator with 'counted_from' in the catalog, or take it away."
                yield Diagnostic(rule=Rule.CATALOG_INVALID, location=where, message=message, hint=hint)


def _check_compared(located: Located[LayoutShape], dataset: Dataset) -> Iterator[Diagnostic]:
    """Yield a problem for each code of no profile that a chart is to compare with."""
    for at, section in enumerate(located.value.sections):
        for n, chart in enumerate(section.charts):
            for i, code in enumerate(() if isinstance(chart.compare, Compared) else chart.compare):
                if code not in dataset.profiles:
                    where = located.location("sections", at, "charts", n, "compare", i)
                    yield no_profile(where, code, dataset.countries, dataset.profiles)


def _unfit(chart: _Chart, dataset: Dataset) -> tuple[str, str] | None:
    """Return the reason why no profile could show a chart, and what to write instead."""
    stacked, indicator = chart.kind is ChartKind.STACKED, dataset.indicator(chart.indicator)
    if chart.parts and not stacked:
        return f"A {chart.kind} has no parts.", "Take 'parts' away, or write kind: stacked."
    if stacked and not 1 <= len(chart.parts) < MOST_PARTS:
        return f"Stacked shares have two to {MOST_PARTS} parts.", "Write parts: [one, another]"
    if stacked and indicator.unit.kind not in SHARES:
        return f"'{indicator.id}' is not a share of a whole.", "Name indicators whose unit is a percentage."
    if chart.kind is not ChartKind.TREND and not indicator.comparable:
        return f"'{indicator.id}' must not be compared between countries.", "Write kind: trend."
    return _unfit_options(chart)


def _unfit_options(chart: _Chart) -> tuple[str, str] | None:
    if chart.compare and "compare" not in OF_KIND[chart.kind]:
        return f"A {chart.kind} compares with no others.", "Take 'compare' away."
    wrong = unfit_years(chart.kind, chart.years)
    return (wrong[0], f"Write years: [{wrong[1]}]") if wrong else None


def _check_layout(located: Located[LayoutShape], dataset: Dataset) -> Iterator[Diagnostic]:
    shape = located.value
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
            message, where_id = f"A section '{section.id}' stands here twice.", located.location("sections", at, "id")
            yield Diagnostic(rule=Rule.CATALOG_INVALID, location=where_id, message=message, hint="Rename one.")
        if is_own(section.id, DocumentKind.COUNTRY):
            message, where_id = (
                f"Every profile has a part '{section.id}' of its own.",
                located.location("sections", at, "id"),
            )
            yield Diagnostic(rule=Rule.CATALOG_INVALID, location=where_id, message=message, hint="Give it another id.")
    yield from _check_charts(located, dataset)
    yield from _check_compared(located, dataset)
    for where, name in places:
        if name not in dataset.catalog.indicators:
            yield unknown_indicator(located.location(*where), name, dataset)
    if shape.scorecard and shape.scorecard not in dataset.scorecards:
        message = f"There is no scorecard '{shape.scorecard}'."
        hint = "Its id stands in a file of data/scorecards/."
        where_card = located.location("scorecard")
        yield Diagnostic(rule=Rule.CATALOG_INVALID, location=where_card, message=message, hint=hint)
