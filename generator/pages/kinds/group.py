"""Pages of groups: regions and organisations with their members' key figures side by side."""

from collections.abc import Iterator

from generator.data.countries import GroupKind
from generator.data.dataset import Dataset
from generator.messages import gettext as _
from generator.messages import ngettext
from generator.pages.blocks.members import plan_columns, plan_members
from generator.pages.frame.frame import groups_link, plan_frame
from generator.pages.project import Project
from generator.pages.records.page import GroupPage, ListPage
from generator.pages.records.parts import Link
from generator.pages.records.rows import ListGroup, ListItem
from generator.urls import group_url, slug_of

KINDS = {GroupKind.REGION: _("Region"), GroupKind.ORGANISATION: _("Organisation")}


def group_ids(dataset: Dataset) -> tuple[str, ...]:
    """Return the ids of groups and regions with a profiled member: `eaeu`, `central-asia`."""
    regions = sorted({dataset.countries[code].region for code in dataset.profiles} - {""})
    named = [name for name in sorted(dataset.groups) if dataset.members(name)]
    return tuple(dict.fromkeys((*(slug_of(region) for region in regions), *named)))


def plan_group(project: Project, group_id: str) -> GroupPage:
    """Return the page of a group: profiled members with key figures, and others with roles."""
    dataset = project.dataset
    group = dataset.group_named(group_id) or group_id
    title, members = dataset.group_title(group), dataset.members(group)
    url, entry = group_url(group_id), dataset.groups.get(group)
    summary = ngettext("{count} country in its key figures.", "{count} countries in their key figures.", len(members))
    kind = KINDS[entry.kind if entry else GroupKind.REGION]
    names = {dataset.countries[code].name for code in dataset.profiles}  # Micronesia is a country and a region
    return GroupPage(
        frame=plan_frame(
            project.config,
            title=f"{title} ({kind})" if title in names else title,
            description=f"{title}: {summary.format(count=len(members))}",
            url=url,
            trail=(groups_link(), Link(text=title, url=url)),
        ),
        kind=kind,
        title=title,
        summary=summary.format(count=len(members)),
        columns=plan_columns(project),
        rows=plan_members(project, members),
        others=tuple(_others(dataset, group)),
        source=entry.source if entry else _("UN M49 subregions"),
    )


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
    items: dict[str, list[ListItem]] = {kind: [] for kind in KINDS.values()}
    for group_id in group_ids(dataset):
        group = dataset.group_named(group_id) or group_id
        kind = dataset.groups[group].kind if group in dataset.groups else GroupKind.REGION
        count = len(dataset.members(group))
        text = ngettext("{count} profile", "{count} profiles", count).format(count=count)
        name = Link(text=dataset.group_title(group), url=group_url(group_id))
        items[KINDS[kind]].append(ListItem(link=name, text="", value=text))
    summary = _("Regions and organisations, with the key figures of their members side by side.")
    groups = tuple(ListGroup(title=title, items=tuple(found)) for title, found in items.items() if found)
    frame = plan_frame(project.config, title=link.text, description=summary, url=link.url, trail=(link,))
    return ListPage(frame=frame, kind="groups", title=link.text, summary=summary, groups=groups)
