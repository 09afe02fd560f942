"""The front page: countries, essays, the latest briefs, one chart, and how much is here."""

from collections.abc import Iterator

from generator.charts.chart import Chart
from generator.charts.plan import plan_chart
from generator.charts.request import ChartKind, ChartRequest
from generator.data.countries import GroupKind
from generator.data.dataset import Dataset
from generator.data.memoised import memoised
from generator.formatting import format_number
from generator.messages import gettext as _
from generator.pages.blocks.briefs import brief_item
from generator.pages.frame.frame import plan_frame
from generator.pages.kinds.findings import plan_findings
from generator.pages.kinds.indexes import by_region, country_item, essay_item, plan_world
from generator.pages.kinds.topic import topic_link
from generator.pages.project import Project
from generator.pages.records.page import HomePage
from generator.pages.records.parts import Fact, Link
from generator.urls import group_url

LATEST = 6
"""Briefs on the front page."""


def plan_home(project: Project) -> HomePage:
    """Return the front page; the newest essay leads it."""
    config = project.config
    essays = tuple(essay_item(project, essay) for essay in project.essays())
    return HomePage(
        frame=plan_frame(config, title=config.title, description=config.description, url="/"),
        summary=config.description,
        countries=tuple(country_item(project, code) for code in project.dataset.profiles),
        regions=by_region(project),
        story=essays[0] if essays else None,
        map=plan_world(project),
        findings=plan_findings(project.dataset, project.narrative, config.edition),
        topics=tuple(
            topic_link(project.dataset, t) for t, indicators in project.dataset.indicators_by_topic() if indicators
        ),
        groups=tuple(_organisations(project.dataset)),
        essays=essays[1:],
        briefs=tuple(brief_item(brief) for brief in project.briefs()[:LATEST]),
        chart=plan_front_chart(project),
        figures=_figures(project.dataset),
    )


def _organisations(dataset: Dataset) -> Iterator[Link]:
    """Yield the organisations with a profiled member, by their short names."""
    for group in dataset.groups.values():
        if group.kind is GroupKind.ORGANISATION and dataset.members(group.id):
            yield Link(text=group.short, url=group_url(group.id))


def plan_front_chart(project: Project) -> Chart | None:
    """Return the chart of the front page: all countries by the second key figure, or the first."""
    figures = project.layout.key_figures[1:2] or project.layout.key_figures[:1]
    requests = (ChartRequest(kind=ChartKind.TREND, indicator=figure, country="") for figure in figures)
    charts = (plan_chart(request, project.dataset, chart_id="lead", lead=True) for request in requests)
    return next((chart for chart in charts if chart), None)


@memoised
def _observations(dataset: Dataset, indicator: str) -> int:
    """Return how many years of profiled countries have a value."""
    return sum(len(dataset.points(indicator, code)) for code in dataset.profiles)


def _figures(dataset: Dataset) -> tuple[Fact, ...]:
    indicators = dataset.catalog.indicators
    count = sum(_observations(dataset, indicator) for indicator in indicators)
    counts = (
        (_("Countries"), len(dataset.profiles)),
        (_("Indicators"), len(indicators)),
        (_("Observations"), count),
        (_("Sources"), len({origin.producer for origin in dataset.catalog.origins.values()})),
    )
    return tuple(Fact(label=label, value=format_number(count, 0)) for label, count in counts)
