"""The pages of all countries, of all indicators and of all essays."""

from dataclasses import replace

from generator.charts.map.linked import LinkedMap, plan_linked_map
from generator.content.documents import Document
from generator.data.dataset import Dataset
from generator.formatting import format_date
from generator.messages import capital, ngettext
from generator.messages import gettext as _
from generator.pages.blocks.facets import facets_of, plan_filters
from generator.pages.blocks.members import plan_columns, plan_members
from generator.pages.blocks.values import value_text
from generator.pages.frame.frame import countries_link, essays_link, groups_link, indicators_link, plan_frame
from generator.pages.kinds.group import group_ids
from generator.pages.kinds.topic import indicator_item
from generator.pages.project import Project, document_url
from generator.pages.prose.bind import summary_of
from generator.pages.prose.images import bind_image
from generator.pages.records.page import CountriesPage, ListPage
from generator.pages.records.parts import Link, country_link
from generator.pages.records.rows import Filter, ListGroup, ListItem
from generator.pages.sentences.plan import POPULATION
from generator.urls import group_url, slug_of, topic_url


def plan_countries(project: Project) -> CountriesPage:
    """Return the page of all countries: a map that leads to each, and a table of key figures to sort."""
    count, link = len(project.dataset.profiles), countries_link(project.config)
    text = ngettext("{count} country in its key figures.", "{count} countries in their key figures.", count)
    summary = text.format(count=count)
    return CountriesPage(
        frame=plan_frame(project.config, title=link.text, description=summary, url=link.url, trail=(link,)),
        title=link.text,
        summary=summary,
        map=plan_world(project),
        columns=plan_columns(project),
        rows=plan_members(project, project.dataset.profiles),
        groups=groups_link() if group_ids(project.dataset) else None,
    )


def plan_parts(project: Project) -> ListPage:
    """Return the page of all parts, by the country that they are parts of."""
    dataset, kind = project.dataset, project.config.entities.parts or project.config.entities
    link = Link(text=capital(kind.many), url=f"/{kind.path}/")
    groups = tuple(
        ListGroup(
            title=dataset.countries[code].name,
            url=dataset.countries[code].url,
            items=tuple(ListItem(link=country_link(dataset.countries[part]), text="") for part in parts),
        )
        for code, parts in dataset.parts.items()
    )
    summary = _("{many}, each with its figures.").format(many=link.text)
    return _list_page(project, kind="parts", link=link, summary=summary, groups=groups)


def plan_world(project: Project) -> LinkedMap | None:
    """Return the map of the world that leads to countries, None where no geometry is set."""
    if project.geometry is None:
        return None
    return plan_linked_map(project.dataset, project.geometry, project.layout.key_figures)


def plan_indicators(project: Project) -> ListPage:
    """Return the list of all indicators by topic, and of the series that may not be shown."""
    dataset = project.dataset
    count = len(dataset.catalog.indicators)
    summary = ngettext("{count} indicator by topic.", "{count} indicators by topic.", count).format(count=count)
    groups = tuple(
        ListGroup(
            title=dataset.catalog.topics[topic].title,
            url=topic_url(topic) if indicators else "",
            items=tuple(_faceted(dataset, i) for i in indicators),
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
        filters=plan_filters(dataset),
    )


def _faceted(dataset: Dataset, indicator: str) -> ListItem:
    """Return an indicator's entry with what it is filtered by."""
    return replace(indicator_item(dataset, indicator), facets=facets_of(dataset, dataset.indicator(indicator)))


def plan_withheld(dataset: Dataset) -> tuple[tuple[str, str], ...]:
    """Return the series that may not be republished, each with the reason."""
    return tuple((f"{w.title} ({w.producer})", w.reason) for w in dataset.catalog.withheld.values())


def plan_essays(project: Project) -> ListPage:
    """Return the list of all essays, newest first."""
    items = tuple(essay_item(project, essay) for essay in project.essays())
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
    filters: tuple[Filter, ...] = (),
) -> ListPage:
    frame = plan_frame(project.config, title=link.text, description=summary, url=link.url, trail=(link,))
    return ListPage(
        frame=frame,
        kind=kind,
        title=link.text,
        summary=summary,
        groups=tuple(group for group in groups if group.items),
        withheld=withheld,
        filters=filters,
    )


def by_region(project: Project) -> tuple[ListGroup, ...]:
    """Return the countries in groups, one for each region."""
    dataset = project.dataset
    regions = sorted({dataset.countries[code].region for code in dataset.profiles})
    return tuple(
        ListGroup(
            title=region,
            url=group_url(slug_of(region)) if region else "",
            items=tuple(
                country_item(project, code) for code in dataset.profiles if dataset.countries[code].region == region
            ),
        )
        for region in regions
    )


def country_item(project: Project, code: str) -> ListItem:
    """Return the entry of a country: its capital, its population, whether there is commentary."""
    dataset, country = project.dataset, project.dataset.countries[code]
    population = dataset.latest(POPULATION, code) if POPULATION in dataset.catalog.indicators else None
    return ListItem(
        link=country_link(country),
        text=country.capital,
        value=value_text(dataset.indicator(POPULATION), population, "prose") if population else "",
        marked=project.commentary(code) is not None,
    )


def essay_item(project: Project, essay: Document) -> ListItem:
    """Return the entry of an essay: its summary, date and image."""
    link = Link(text=essay.title, url=document_url(essay))
    day = format_date(essay.date) if essay.date else ""
    image, _faults = bind_image(project, essay, essay.lead, leads=True) if essay.lead else (None, ())
    return ListItem(link=link, text=summary_of(project, essay), value=day, image=image)
