"""The front page: a story with its chart, findings, the edition, briefs, and all countries."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from generator.charts.chart import Chart
from generator.charts.plan import plan_chart
from generator.charts.request import ChartKind, ChartRequest
from generator.content.documents import Document
from generator.data.countries import GroupKind
from generator.data.dataset import Dataset
from generator.data.memoised import memoised
from generator.formatting import format_number
from generator.messages import gettext as _
from generator.pages.blocks.briefs import brief_item
from generator.pages.blocks.edition import plan_edition
from generator.pages.frame.frame import plan_frame
from generator.pages.kinds.findings import plan_findings
from generator.pages.kinds.indexes import by_region, country_item, essay_item, plan_world
from generator.pages.kinds.topic import topic_link
from generator.pages.project import Project
from generator.pages.prose.texts import Text
from generator.pages.records.page import HomePage
from generator.pages.records.parts import Fact, Link
from generator.urls import group_url

LATEST = 6
"""Briefs on the front page."""


def story_of(project: Project) -> Document | None:
    """Return the essay that leads the front page: the one that `site.yaml` names, else the newest."""
    essays = project.essays()
    named = (essay for essay in essays if essay.slug == project.config.story)
    return next(named, None) or next(iter(essays), None)


def plan_home(project: Project, chart: Chart | None) -> HomePage:
    """Return the front page; its story and a chart lead it."""
    config, story = project.config, story_of(project)
    others = (essay for essay in project.essays() if essay is not story)
    return HomePage(
        frame=plan_frame(config, title=config.title, description=config.description, url="/"),
        summary=config.description,
        countries=tuple(country_item(project, code) for code in project.dataset.profiles),
        regions=by_region(project),
        story=essay_item(project, story) if story else None,
        edition=plan_edition(project),
        map=plan_world(project),
        findings=plan_findings(project.dataset, project.narrative, config.edition),
        topics=tuple(
            topic_link(project.dataset, t) for t, indicators in project.dataset.indicators_by_topic() if indicators
        ),
        groups=tuple(_organisations(project.dataset)),
        essays=tuple(essay_item(project, essay) for essay in others),
        briefs=tuple(brief_item(brief) for brief in project.briefs()[:LATEST]),
        chart=chart,
        figures=_figures(project.dataset),
    )


def _organisations(dataset: Dataset) -> Iterator[Link]:
    """Yield the organisations with a profiled member, by their short names."""
    for group in dataset.groups.values():
        if group.kind is GroupKind.ORGANISATION and dataset.members(group.id):
            yield Link(text=group.short, url=group_url(group.id))


def story_chart(project: Project, bound: Mapping[str, Text]) -> Chart | None:
    """Return the first chart of the story, as the front page shows it."""
    story = story_of(project)
    charts = bound[story.path].bound.charts if story else ()
    own = next((chart for chart in charts if isinstance(chart, Chart)), None)
    return replace(own, id="lead") if own else None


def plan_front_chart(project: Project, told: Chart | None) -> Chart | None:
    """Return the chart of the front page: the story's, or all countries by the second key figure."""
    if told:
        return told
    figures = project.layout.key_figures[1:2] or project.layout.key_figures[:1]
    requests = (ChartRequest(kind=ChartKind.TREND, indicator=figure, country="") for figure in figures)
    charts = (plan_chart(request, project.dataset, chart_id="lead", lead=True) for request in requests)
    return next((chart for chart in charts if chart), None)


@memoised
def _observations(dataset: Dataset, indicator: str) -> int:
    """Return how many years of profiled countries have a value."""
    rows = dataset.preferred(indicator)
    return sum(rows.columns.count_values(rows.of(code)) for code in dataset.profiles) if rows else 0


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
