"""Lists and the front page."""

from generator.charts.plan import plan_chart
from generator.content.documents import Document
from generator.content.profile import ChartKind, ChartRequest
from generator.data.dataset import Dataset
from generator.formatting import format_date, format_number
from generator.messages import gettext as _
from generator.messages import ngettext
from generator.pages.brief_parts import brief_item
from generator.pages.narrative import POPULATION
from generator.pages.page import HomePage, ListPage
from generator.pages.parts import Fact, Link
from generator.pages.project import Project, document_url
from generator.pages.rows import ListGroup, ListItem
from generator.pages.shells import countries_link, essays_link, indicators_link, plan_shell
from generator.pages.topics import indicator_item
from generator.pages.values import value_text
from generator.urls import country_url, group_url, slug_of, topic_url

LATEST = 6
"""Briefs on the front page."""


def plan_countries(project: Project) -> ListPage:
    """Return the list of all countries by region."""
    summary = ngettext(
        "{count} country by region, with its population.",
        "{count} countries by region, each with its population.",
        len(project.dataset.profiles),
    ).format(count=len(project.dataset.profiles))
    return _list_page(project, kind="countries", link=countries_link(), summary=summary, groups=_by_region(project))


def plan_indicators(project: Project) -> ListPage:
    """Return the list of all indicators by topic, and of the series that may not be shown."""
    dataset = project.dataset
    count = len(dataset.catalog.indicators)
    summary = ngettext("{count} indicator by topic.", "{count} indicators by topic.", count).format(count=count)
    groups = tuple(
        ListGroup(
            title=dataset.catalog.topics[topic].title,
            url=topic_url(topic) if indicators else "",
            items=tuple(indicator_item(dataset, i) for i in indicators),
        )
        for topic, indicators in dataset.indicators_by_topic()
    )
    return _list_page(
        project,
        kind="indicators",
        link=indicators_link(),
        summary=summary,
        groups=groups,
        withheld=plan_withheld(dataset),
    )


def plan_withheld(dataset: Dataset) -> tuple[tuple[str, str], ...]:
    """Return the series that may not be republished, each with the reason."""
    return tuple((f"{w.title} ({w.producer})", w.reason) for w in dataset.catalog.withheld.values())


def plan_essays(project: Project) -> ListPage:
    """Return the list of all essays, newest first."""
    items = tuple(_essay_item(essay) for essay in project.essays())
    summary = _("What the figures say when they are read together.")
    return _list_page(
        project,
        kind="essays",
        link=essays_link(),
        summary=summary,
        groups=(ListGroup(title=_("Essays"), items=items),),
    )


def _list_page(
    project: Project,
    *,
    kind: str,
    link: Link,
    summary: str,
    groups: tuple[ListGroup, ...],
    withheld: tuple[tuple[str, str], ...] = (),
) -> ListPage:
    shell = plan_shell(project.config, title=link.text, description=summary, url=link.url, trail=(link,))
    return ListPage(
        shell=shell,
        kind=kind,
        title=link.text,
        summary=summary,
        groups=tuple(group for group in groups if group.items),
        withheld=withheld,
    )


def _by_region(project: Project) -> tuple[ListGroup, ...]:
    dataset = project.dataset
    regions = sorted({dataset.countries[code].region for code in dataset.profiles})
    return tuple(
        ListGroup(
            title=region,
            url=group_url(slug_of(region)) if region else "",
            items=tuple(
                _country_item(project, code) for code in dataset.profiles if dataset.countries[code].region == region
            ),
        )
        for region in regions
    )


def _country_item(project: Project, code: str) -> ListItem:
    dataset, country = project.dataset, project.dataset.countries[code]
    population = dataset.latest(POPULATION, code) if POPULATION in dataset.catalog.indicators else None
    return ListItem(
        link=Link(text=country.name, url=country_url(country.slug)),
        text=country.capital,
        value=value_text(dataset.indicator(POPULATION), population, "prose") if population else "",
        marked=project.commentary(code) is not None,
    )


def _essay_item(essay: Document) -> ListItem:
    link = Link(text=essay.title, url=document_url(essay))
    return ListItem(link=link, text=essay.summary, value=format_date(essay.date) if essay.date else "")


def plan_home(project: Project) -> HomePage:
    """Return the front page: countries, essays, one chart, and how much is here."""
    lead = project.layout.key_figures[1:2] or project.layout.key_figures[:1]
    charts = (
        plan_chart(
            ChartRequest(kind=ChartKind.TREND, indicator=i, country=""), project.dataset, chart_id="lead", lead=True
        )
        for i in lead
    )
    config = project.config
    return HomePage(
        shell=plan_shell(config, title=config.title, description=config.description, url="/"),
        summary=config.description,
        countries=tuple(_country_item(project, code) for code in project.dataset.profiles),
        regions=_by_region(project),
        essays=tuple(_essay_item(essay) for essay in project.essays()),
        briefs=tuple(brief_item(brief) for brief in project.briefs()[:LATEST]),
        chart=next((chart for chart in charts if chart), None),
        figures=_figures(project.dataset),
    )


def _figures(dataset: Dataset) -> tuple[Fact, ...]:
    indicators = dataset.catalog.indicators
    held = sum(len(dataset.points(i, code)) for i in indicators for code in dataset.profiles)
    counts = (
        (_("Countries"), len(dataset.profiles)),
        (_("Indicators"), len(indicators)),
        (_("Observations"), held),
        (_("Sources"), len({origin.producer for origin in dataset.catalog.origins.values()})),
    )
    return tuple(Fact(label=label, value=format_number(count, 0)) for label, count in counts)
