"""Pages of composite indices: the list of them, and each with its ranking."""

from collections.abc import Iterator
from decimal import Decimal

from generator.formatting import format_list, format_number
from generator.indices.engine.arithmetic import cell
from generator.indices.engine.compute import Edition, Result
from generator.indices.engine.screen import coverage
from generator.messages import gettext as _
from generator.messages import ngettext
from generator.pages.frame.frame import plan_frame
from generator.pages.project import Project
from generator.pages.records.indices import IndexPage, IndexRow
from generator.pages.records.page import ListPage
from generator.pages.records.parts import Link
from generator.pages.records.rows import ListGroup, ListItem
from generator.urls import country_url, index_url, indicator_url

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
    contract, edition = result.contract, _shown(result)
    count = ngettext("{count} country", "{count} countries", len(edition.ranked)).format(count=len(edition.ranked))
    link = Link(text=contract.title, url=index_url(contract.id))
    return ListItem(link=link, text=f"{contract.description} ", value=f"{edition.year}: {count}")


def _shown(result: Result) -> Edition:
    return result.editions[result.contract.years[-1]]


def plan_index(project: Project, name: str) -> IndexPage:
    """Return the page of an index: the ranking of the edition shown, and whom it leaves out."""
    result = project.indices[name]
    contract, edition = result.contract, _shown(result)
    url = index_url(contract.id)
    trail = (indices_link(), Link(text=contract.title, url=url))
    return IndexPage(
        frame=plan_frame(project.config, title=contract.title, description=contract.description, url=url, trail=trail),
        title=contract.title,
        summary=contract.description,
        ranking_title=_("Ranking {year}").format(year=edition.year),
        note=_note(result),
        indicator=Link(text=_("Map and charts"), url=indicator_url(contract.indicator)),
        columns=tuple(_column(result, node) for node in contract.live_nodes if node != contract.root),
        rows=tuple(_rows(project, result)),
        unranked=tuple(_unranked(project, result)),
        limits=contract.limits,
        files=tuple((file.replace("_", " "), f"{url}{edition.year}/{file}.csv") for file in FILES),
    )


def _note(result: Result) -> str:
    """Return how many are ranked, from how many indicators, and what the interval means."""
    contract, edition = result.contract, _shown(result)
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


def _column(result: Result, node: str) -> Link:
    return Link(text=result.contract.nodes[node].title, url=indicator_url(result.contract.indicator_of(node)))


def _rows(project: Project, result: Result) -> Iterator[IndexRow]:
    contract, edition = result.contract, _shown(result)
    nodes = [node for node in contract.live_nodes if node != contract.root]
    ordered = sorted(edition.ranked, key=lambda code: (cell(edition.ranks, code, contract.root), code))
    covered = coverage(edition.prepared.raw.numbers)
    for code in ordered:
        yield IndexRow(
            rank=str(int(cell(edition.ranks, code, contract.root))),
            country=_country(project, code),
            score=_score(cell(edition.scores, code, contract.root)),
            interval=_interval(edition, code),
            coverage=f"{format_number(Decimal(round(100 * float(covered[code]))), 0)} %",
            nodes=tuple(_score(cell(edition.scores, code, node)) for node in nodes),
        )


def _country(project: Project, code: str) -> Link:
    country = project.dataset.countries[code]
    return Link(text=country.name, url=country_url(country.slug) if code in project.dataset.profiles else "")


def _score(score: float) -> str:
    """Return a score with one decimal, the mark of a missing value where there is none."""
    return ".." if score != score else format_number(Decimal(repr(score)), 1)  # noqa: PLR0124 - NaN


def _interval(edition: Edition, code: str) -> str:
    if edition.intervals is None:
        return ""
    low, high = (int(cell(edition.intervals, code, end)) for end in ("low", "high"))
    return f"{low}–{high}" if low != high else str(low)


def _unranked(project: Project, result: Result) -> Iterator[tuple[Link, str]]:
    """Yield the countries without a rank, each with the indicators it has no value of."""
    contract, edition = result.contract, _shown(result)
    missing = edition.prepared.raw.numbers.isna()
    for code in missing.index:
        if code not in edition.ranked:
            keys = [key for key in contract.live_leaves if bool(cell(missing, str(code), key))]
            names = tuple(contract.leaves[key].title or key.replace("_", " ") for key in keys)
            yield _country(project, str(code)), format_list(names) if names else _("a score of a part")
