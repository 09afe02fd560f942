"""Pages of groups: regions and organisations with their members' key figures side by side."""

from collections.abc import Iterator, Sequence

from generator.charts.locator.plan import plan_group_locator
from generator.data.aggregates import members_of
from generator.data.countries import GroupKind
from generator.data.dataset import Dataset
from generator.messages import gettext as _
from generator.messages import ngettext
from generator.pages.blocks.aggregates import group_cell, plan_group_figure
from generator.pages.blocks.briefs import brief_item
from generator.pages.blocks.leaders import plan_leaders
from generator.pages.blocks.members import plan_columns, plan_members
from generator.pages.blocks.panels import plan_panels
from generator.pages.blocks.values import MISSING, value_text
from generator.pages.frame.citation import plan_citation
from generator.pages.frame.frame import groups_link, plan_frame
from generator.pages.frame.provenance import plan_sources
from generator.pages.project import Project, document_url
from generator.pages.prose.bind import summary_of
from generator.pages.records.briefs import BriefItem
from generator.pages.records.page import GroupPage, ListPage
from generator.pages.records.parts import Link, PageFrame
from generator.pages.records.rows import GroupRow, ListGroup, ListItem
from generator.pages.sentences.plan import POPULATION
from generator.urls import group_url, indicator_url, slug_of

MOST_ESSAYS, MOST_BRIEFS = 6, 6
ECONOMY = "gdp_current_usd"


def group_ids(dataset: Dataset) -> tuple[str, ...]:
    """Return the ids of groups and regions with a profiled member: `eaeu`, `central-asia`."""
    regions = sorted({dataset.countries[code].region for code in dataset.profiles} - {""})
    named = [name for name in sorted(dataset.groups) if dataset.members(name)]
    return tuple(dict.fromkeys((*(slug_of(region) for region in regions), *named)))


def plan_group(project: Project, group_id: str) -> GroupPage:
    """Return the page of a group: its own figures, its members side by side, and others of its kind."""
    dataset, indicators = project.dataset, project.layout.key_figures
    group = dataset.group_named(group_id) or group_id
    title, members = dataset.group_title(group), dataset.members(group)
    url, kind = group_url(group_id), _kind(dataset, group)
    summary = _summary(dataset, group)
    used = _used(dataset, _led(dataset, indicators), members)
    named = _page_title(dataset, title, _kind_name(kind))
    figures = {i: figure for i in indicators if (figure := plan_group_figure(dataset, i, group))}
    return GroupPage(
        frame=_frame(project, named, Link(text=title, url=url), summary),
        kind=_kind_name(kind),
        title=title,
        summary=summary,
        locator=plan_group_locator(dataset, title, members, project.atlas) if project.atlas else None,
        figures=tuple(figures.values()),
        without=tuple(_column(dataset, i) for i in indicators if i not in figures),
        leaders=plan_leaders(dataset, _led(dataset, indicators), group),
        columns=plan_columns(project),
        rows=plan_members(project, members),
        panels=plan_panels(dataset, indicators, members),
        others=tuple(_others(dataset, group)),
        compared=tuple(_column(dataset, i) for i in _aggregated(dataset, indicators)),
        groups=tuple(_compared(dataset, indicators, group, kind)),
        essays=tuple(_essays(project, group_id, members)),
        briefs=_briefs(project, members),
        source=dataset.groups[group].source if group in dataset.groups else _m49(dataset),
        sources=plan_sources(dataset, used),
        citation=plan_citation(project.config, dataset, authors=(), title=named, url=url, used=used),
    )


def _kind(dataset: Dataset, group: str) -> GroupKind:
    return dataset.groups[group].kind if group in dataset.groups else GroupKind.REGION


def _kind_name(kind: GroupKind) -> str:
    return {GroupKind.REGION: _("Region"), GroupKind.ORGANISATION: _("Organisation")}[kind]


def _m49(dataset: Dataset) -> str:
    """Return the source of the regions of countries; those of other places are the project's own."""
    return _("UN M49 subregions") if dataset.entities.of_states else ""


def _page_title(dataset: Dataset, title: str, kind: str) -> str:
    """Return the title in the browser: Micronesia is a country and a region."""
    return f"{title} ({kind})" if title in {dataset.countries[code].name for code in dataset.profiles} else title


def _led(dataset: Dataset, indicators: Sequence[str]) -> tuple[str, ...]:
    """Return the indicators of which a group shows who leads: the key figures, and the size of economies."""
    size = (ECONOMY,) if ECONOMY in dataset.catalog.indicators else ()
    return tuple(dict.fromkeys((*indicators, *size)))


def _summary(dataset: Dataset, group: str) -> str:
    """Return how many members and people there are, and the largest economy, as far as all are known."""
    count = len(dataset.members(group))
    people = group_cell(dataset, POPULATION, group) if POPULATION in dataset.catalog.indicators else None
    if people is None:
        text = ngettext("{count} country in its key figures.", "{count} countries in their key figures.", count)
        return text.format(count=count)
    text = ngettext(
        "{count} country with {people} people in {year}.", "{count} countries with {people} people in {year}.", count
    )
    value, _number, year = people
    first = text.format(count=len(members_of(dataset, group)), people=value, year=year)
    return " ".join(filter(None, (first, _largest(dataset, group))))


def _largest(dataset: Dataset, group: str) -> str:
    """Return whose economy is largest; empty where a member's is not known, or two are as large."""
    ranking = dataset.ranking(ECONOMY, group=group) if ECONOMY in dataset.catalog.indicators else None
    if ranking is None or len(ranking.rows) < len(members_of(dataset, group)) or ranking.rows[0].tied:
        return ""
    top = ranking.rows[0].observation
    return _("The largest economy is {owner}: {value} in {year}.").format(
        owner=dataset.countries[top.country].possessive,
        value=value_text(dataset.indicator(ECONOMY), top, "prose"),
        year=top.year,
    )


def _frame(project: Project, title: str, link: Link, summary: str) -> PageFrame:
    described, trail = f"{link.text}: {summary}", (groups_link(), link)
    return plan_frame(project.config, title=title, description=described, url=link.url, trail=trail)


def _used(dataset: Dataset, indicators: Sequence[str], members: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Return origins and indicators of the members' key figures and of the weights of their means."""
    weights = (how.weight for i in indicators if (how := dataset.indicator(i).aggregate))
    wanted = dict.fromkeys((*indicators, *weights))
    return tuple(sorted({(origin, i) for i in wanted for origin in dataset.origins_among(i, tuple(members))}))


def _column(dataset: Dataset, indicator: str) -> Link:
    return Link(text=dataset.indicator(indicator).short_title, url=indicator_url(indicator))


def _aggregated(dataset: Dataset, indicators: Sequence[str]) -> tuple[str, ...]:
    """Return the indicators of which groups have a figure of their own."""
    return tuple(i for i in indicators if dataset.indicator(i).aggregate and dataset.indicator(i).comparable)


def _compared(dataset: Dataset, indicators: Sequence[str], own: str, kind: GroupKind) -> Iterator[GroupRow]:
    """Yield the groups of the same kind with their figures; none where this one is the only one."""
    groups = [dataset.group_named(each) or each for each in group_ids(dataset)]
    alike = [group for group in groups if _kind(dataset, group) is kind]
    for group in alike if len(alike) > 1 else ():
        link = Link(text=dataset.group_title(group), url=group_url(slug_of(group)))
        cells = tuple(group_cell(dataset, i, group) or (MISSING, "", "") for i in _aggregated(dataset, indicators))
        yield GroupRow(country=link, cells=cells, marked=group == own)


def _essays(project: Project, group: str, members: Sequence[str]) -> Iterator[tuple[Link, str]]:
    """Yield the essays about the group, then those about members, with most of them first."""
    about = [(essay, sum(code in members for code in essay.countries)) for essay in project.essays()]
    found = sorted(
        (pair for pair in about if pair[1] or pair[0].group == group),
        key=lambda pair: (pair[0].group != group, -pair[1]),
    )
    for essay, _count in found[:MOST_ESSAYS]:
        yield Link(text=essay.title, url=document_url(essay)), summary_of(project, essay)


def _briefs(project: Project, members: Sequence[str]) -> tuple[BriefItem, ...]:
    """Return the latest briefs about members."""
    found = [brief for brief in project.briefs() if set(brief.countries) & set(members)]
    return tuple(brief_item(brief) for brief in found[:MOST_BRIEFS])


def _others(dataset: Dataset, group: str) -> Iterator[tuple[str, str]]:
    """Yield names of members without a profile and of countries with another role, each with its role."""
    entry = dataset.groups.get(group)
    if entry is None:
        return
    for code in entry.members:
        if code not in dataset.profiles:
            yield dataset.countries[code].name, _("member")
    for code, role in entry.others:
        yield dataset.countries[code].name, role


def plan_group_list(project: Project) -> ListPage:
    """Return the list of all groups: regions, then organisations."""
    dataset, link = project.dataset, groups_link()
    items: dict[str, list[ListItem]] = {kind: [] for kind in map(_kind_name, GroupKind)}
    for group_id in group_ids(dataset):
        group = dataset.group_named(group_id) or group_id
        kind = dataset.groups[group].kind if group in dataset.groups else GroupKind.REGION
        count = len(dataset.members(group))
        text = ngettext("{count} profile", "{count} profiles", count).format(count=count)
        name = Link(text=dataset.group_title(group), url=group_url(group_id))
        items[_kind_name(kind)].append(ListItem(link=name, text="", value=text))
    summary = _("Regions and organisations, with the key figures of their members side by side.")
    groups = tuple(ListGroup(title=title, items=tuple(found)) for title, found in items.items() if found)
    frame = plan_frame(project.config, title=link.text, description=summary, url=link.url, trail=(link,))
    return ListPage(frame=frame, kind="groups", title=link.text, summary=summary, groups=groups)
