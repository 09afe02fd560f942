"""The front page: countries, essays, the latest briefs, one chart, and how much is here."""

from generator.charts.chart import Chart
from generator.charts.plan import plan_chart
from generator.charts.request import ChartKind, ChartRequest
from generator.data.dataset import Dataset
from generator.formatting import format_number
from generator.messages import gettext as _
from generator.pages.blocks.briefs import brief_item
from generator.pages.frame.frame import plan_frame
from generator.pages.kinds.indexes import by_region, country_item, essay_item
from generator.pages.project import Project
from generator.pages.records.page import HomePage
from generator.pages.records.parts import Fact

LATEST = 6
"""Briefs on the front page."""


def plan_home(project: Project) -> HomePage:
    """Return the front page: countries, essays, one chart, and how much is here."""
    config = project.config
    return HomePage(
        frame=plan_frame(config, title=config.title, description=config.description, url="/"),
        summary=config.description,
        countries=tuple(country_item(project, code) for code in project.dataset.profiles),
        regions=by_region(project),
        essays=tuple(essay_item(project, essay) for essay in project.essays()),
        briefs=tuple(brief_item(brief) for brief in project.briefs()[:LATEST]),
        chart=plan_front_chart(project),
        figures=_figures(project.dataset),
    )


def plan_front_chart(project: Project) -> Chart | None:
    """Return the chart of the front page: all countries by the second key figure, or the first."""
    figures = project.layout.key_figures[1:2] or project.layout.key_figures[:1]
    requests = (ChartRequest(kind=ChartKind.TREND, indicator=figure, country="") for figure in figures)
    charts = (plan_chart(request, project.dataset, chart_id="lead", lead=True) for request in requests)
    return next((chart for chart in charts if chart), None)


def _figures(dataset: Dataset) -> tuple[Fact, ...]:
    indicators = dataset.catalog.indicators
    count = sum(len(dataset.points(i, code)) for i in indicators for code in dataset.profiles)
    counts = (
        (_("Countries"), len(dataset.profiles)),
        (_("Indicators"), len(indicators)),
        (_("Observations"), count),
        (_("Sources"), len({origin.producer for origin in dataset.catalog.origins.values()})),
    )
    return tuple(Fact(label=label, value=format_number(count, 0)) for label, count in counts)
