"""Pages of composite indices: the list of them, and each index and node with its parts and ranking."""

from collections.abc import Iterator, Mapping

from generator.formatting import format_list, format_number
from generator.indices.contract import Node
from generator.indices.engine.compute import Result
from generator.indices.engine.numbers import cell
from generator.indices.engine.screen import coverage
from generator.indices.published import compare_published
from generator.messages import gettext as _
from generator.messages import ngettext
from generator.pages.blocks.change import plan_change
from generator.pages.blocks.indices.pair import plan_pair
from generator.pages.blocks.indices.published import plan_published, published_scores
from generator.pages.blocks.indices.weights import reader_weights
from generator.pages.blocks.indices.words import (
    country_name,
    entry_link,
    entry_name,
    interval_text,
    score_text,
    share_text,
    shown,
)
from generator.pages.frame.frame import plan_frame
from generator.pages.kinds.indicator import world_of
from generator.pages.project import Project
from generator.pages.records.indices import IndexPage, IndexPart, IndexRow
from generator.pages.records.page import ListPage
from generator.pages.records.parts import Link
from generator.pages.records.rows import ListGroup, ListItem
from generator.urls import index_method_url, index_url, indicator_url

FILES = ("raw", "treated", "normalised", "scores", "ranks", "contributions", "leave_one_out", "correlations")


def indices_link() -> Link:
    """Return the breadcrumb of the list of indices."""
    return Link(text=_("Composite indices"), url="/indices/")


def plan_index_list(project: Project) -> ListPage:
    """Return the list of all indices with the size of their latest ranking."""
    items = tuple(_item(result) for result in project.indices.values())
    link, summary = (
        indices_link(),
        _("Several indicators brought to one scale and weighed together, with every step shown."),
    )
    frame = plan_frame(project.config, title=link.text, description=summary, url=link.url, trail=(link,))
    groups = (ListGroup(title=link.text, items=items),)
    return ListPage(frame=frame, kind="indices", title=link.text, summary=summary, groups=groups)


def _item(result: Result) -> ListItem:
    contract, edition = result.contract, shown(result)
    count = ngettext("{count} country", "{count} countries", len(edition.ranked)).format(count=len(edition.ranked))
    link = Link(text=contract.title, url=index_url(contract.id))
    return ListItem(link=link, text=f"{contract.description} ", value=f"{edition.year}: {count}")


def plan_index(project: Project, name: str, node: str) -> IndexPage:
    """Return the page of an index or of a node of it, with the ranking of the edition shown."""
    result = project.indices[name]
    contract, edition = result.contract, shown(result)
    of, own = contract.nodes[node], entry_link(project, contract, node)
    is_root = node == contract.root
    above = () if is_root else tuple(entry_link(project, contract, each.key) for each in _above(result, node))
    summary = contract.description if is_root else of.why
    columns = _columns(result, node)
    compared = compare_published(result, project.dataset) if is_root else None
    return IndexPage(
        frame=plan_frame(
            project.config,
            title=of.title if is_root else f"{of.title} – {contract.title}",
            description=summary,
            url=own.url,
            trail=(indices_link(), *above, own),
        ),
        kicker=above,
        title=of.title,
        summary=summary,
        method=Link(text=_("How it is made, and how firm it is"), url=index_method_url(contract.id)),
        parts=tuple(_parts(project, result, node)),
        world=world_of(project, contract.indicator_of(node)),
        weights=reader_weights(project, result, columns) if is_root else None,
        scatter=plan_pair(project, contract) if is_root else None,
        ranking_title=_("Ranking {year}").format(year=edition.year),
        note=_note(result, node),
        indicator=Link(text=_("All figures and charts"), url=indicator_url(contract.indicator_of(node))),
        published=plan_published(project, result, compared) if compared else None,
        has_intervals=is_root and edition.intervals is not None,
        columns=tuple(entry_name(project, contract, key) for key in columns),
        rows=tuple(_rows(project, result, node, columns, published_scores(result, compared))),
        change=plan_change(project.dataset, contract.indicator_of(node), valued=not contract.own_scales),
        unranked=tuple(_unranked(project, result, node)),
        limits=contract.limits if is_root else (),
        files=tuple(
            (file.replace("_", " ").capitalize(), f"{index_url(name)}{edition.year}/{file}.csv") for file in FILES
        ),
    )


def _above(result: Result, node: str) -> list[Node]:
    """Return the nodes above one, the root first."""
    path = [entry for entry in result.contract.path(node) if isinstance(entry, Node)]
    return path[:0:-1]


def _parts(project: Project, result: Result, node: str) -> Iterator[IndexPart]:
    """Yield what a node is made of in the order of the file, with its share among what stands beside it."""
    contract = result.contract
    children = set(contract.children(node))
    together = sum(contract.entries[child].weight for child in children)
    for key in (key for key in contract.entries if key in children):
        entry = contract.entries[key]
        yield IndexPart(
            link=entry_link(project, contract, key), share=share_text(entry.weight / together, 1), why=entry.why
        )


def _columns(result: Result, node: str) -> tuple[str, ...]:
    """Return the parts whose scores stand beside the rank: all nodes of an index, else children."""
    contract = result.contract
    nodes = tuple(key for key in contract.nodes if key in contract.live and key != contract.root)
    if node == contract.root and nodes:
        return nodes
    children = set(contract.children(node))
    return tuple(key for key in contract.entries if key in children)


def _note(result: Result, node: str) -> str:
    """Return how many are ranked, from how many indicators, and what the interval means."""
    contract, edition = result.contract, shown(result)
    if node != contract.root:
        return _("{ranked} of {all} countries have a score here.").format(
            ranked=int(edition.scores[node].notna().sum()), all=len(edition.prepared.coverage)
        )
    said = _(
        "{ranked} of {all} countries have values of enough of the {indicators} indicators. Version {version}."
    ).format(
        ranked=len(edition.ranked),
        all=len(edition.prepared.coverage),
        indicators=len(contract.live_leaves),
        version=contract.version,
    )
    if contract.sensitivity is None:
        return said
    meant = _("The interval is where ranks lie if weights and method were otherwise, in {draws} draws.")
    return f"{said} {meant.format(draws=format_number(contract.sensitivity.draws, 0))}"


def _rows(
    project: Project, result: Result, node: str, columns: tuple[str, ...], published: Mapping[str, str]
) -> Iterator[IndexRow]:
    edition = shown(result)
    ranks = {str(code): int(rank) for code, rank in edition.ranks[node].dropna().items()}
    covered = coverage(edition.prepared.raw.numbers)
    is_root = node == result.contract.root
    for code in sorted(ranks, key=lambda code: (ranks[code], code)):
        yield IndexRow(
            code=code,
            rank=str(ranks[code]),
            country=country_name(project, code),
            score=score_text(cell(edition.scores, code, node)),
            interval=interval_text(edition, code) if is_root else "",
            coverage=share_text(float(covered[code])),
            published=published.get(code, ""),
            parts=tuple(score_text(cell(edition.scores, code, key)) for key in columns),
        )


def _unranked(project: Project, result: Result, node: str) -> Iterator[tuple[Link, str]]:
    """Yield the countries without a rank, each with the indicators below the node that it has no value of."""
    contract, edition = result.contract, shown(result)
    below = [key for key in contract.live_leaves if any(each.key == node for each in contract.path(key))]
    missing = edition.prepared.raw.numbers.isna()
    ranked = set(edition.ranks[node].dropna().index) if node != contract.root else set(edition.ranked)
    for code in missing.index:
        if code not in ranked:
            keys = [key for key in below if bool(cell(missing, str(code), key))]
            names = tuple(entry_name(project, contract, key) for key in keys)
            lacks = format_list(names) if names else _("enough figures of the other parts")
            yield country_name(project, str(code)), lacks
