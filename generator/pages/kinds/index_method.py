"""The page that says how a composite index is made, and how firm it is."""

from collections.abc import Iterator

from generator.formatting import format_date, format_list, format_number
from generator.indices.check_catalog import strictest
from generator.indices.contract import Contract
from generator.indices.engine.compute import Result
from generator.messages import gettext as _
from generator.pages.blocks.indices.cards import plan_cards, plan_node_cards
from generator.pages.blocks.indices.firmness import firmness_steps
from generator.pages.blocks.indices.steps import plan_steps
from generator.pages.blocks.indices.tables import plan_tables
from generator.pages.blocks.indices.words import entry_name, shown
from generator.pages.frame.frame import plan_frame
from generator.pages.frame.provenance import plan_sources
from generator.pages.kinds.indices import indices_link
from generator.pages.project import Project
from generator.pages.records.indices import MethodPage
from generator.pages.records.parts import Fact, Link
from generator.urls import index_method_url, index_url

FILES = {
    "contract.yaml": _("the contract: everything that was chosen"),
    "raw.csv": _("each value with its year and whether it is observed, zero by list or filled in"),
    "treated.csv": _("values after transform and treatment"),
    "normalised.csv": _("scores of indicators"),
    "scores.csv": _("scores of nodes and indicators"),
    "ranks.csv": _("ranks of nodes and indicators"),
    "intervals.csv": _("lower end, middle and upper end of ranks over all draws"),
    "contributions.csv": _("what each indicator adds to a score"),
    "leave_one_out.csv": _("ranks without each entry"),
    "correlations.csv": _("Pearson’s r"),
    "treatment.csv": _("what was done about outliers, skew and kurtosis before and after"),
    "coverage.csv": _("how many values each country has"),
    "weights.json": _("the scores and the tree, for weights of one’s own"),
}


def plan_index_method(project: Project, name: str) -> MethodPage:
    """Return the method of an index: every step, every indicator, and the diagnostics."""
    result = project.indices[name]
    contract = result.contract
    index, url = Link(text=contract.title, url=index_url(name)), index_method_url(name)
    title = _("{index}: how it is made").format(index=contract.title)
    summary = _(
        "Every step from the figures to the ranks, with its formula and the numbers of version {version}. With the files below "
        "it is enough to do the index again."
    ).format(version=contract.version)
    return MethodPage(
        frame=plan_frame(
            project.config,
            title=title,
            description=summary,
            url=url,
            trail=(indices_link(), index, Link(text=_("Method"), url=url)),
        ),
        index=index,
        title=title,
        summary=summary,
        facts=_facts(project, result),
        steps=plan_steps(project, result),
        firmness=firmness_steps(result),
        nodes=plan_node_cards(project, result),
        cards=plan_cards(project, result),
        tables=plan_tables(project, result),
        limits=contract.limits,
        known=tuple(_known(project, contract)),
        versions=tuple(
            (_("{version}, {date}").format(version=each.version, date=format_date(each.date)), each.note)
            for each in reversed(contract.changes)
        ),
        files=tuple(_files(result)),
        sources=plan_sources(project.dataset, _used(project, result)),
    )


def _facts(project: Project, result: Result) -> tuple[Fact, ...]:
    contract, edition = result.contract, shown(result)
    binding = strictest(project.dataset.catalog.origins[name] for name in sorted(result.origins))
    years = contract.years
    pairs = (
        (_("Edition"), str(edition.year)),
        (_("Editions"), f"{min(years)}–{max(years)}" if len(years) > 1 else ""),
        (_("Version"), contract.version),
        (_("Indicators"), format_number(len(contract.live_leaves), 0)),
        (
            _("Countries"),
            _("{ranked} of {all} ranked").format(ranked=len(edition.ranked), all=len(edition.prepared.coverage)),
        ),
        (_("Licence"), binding.license if binding else project.config.licence),
    )
    return tuple(Fact(label=label, value=value) for label, value in pairs if value)


def _used(project: Project, result: Result) -> tuple[tuple[str, str], ...]:
    """Return pairs of origin and indicator for all figures that the index uses."""
    pairs = (
        (origin, name)
        for key in result.contract.live_leaves
        for origin in sorted(result.used.get(key, ()))
        for name in result.contract.leaves[key].reads
    )
    return tuple((origin, name) for origin, name in pairs if origin in project.dataset.indicator(name).origins)


def _known(project: Project, contract: Contract) -> Iterator[tuple[str, str]]:
    """Yield the warnings that the publisher knows of: what each is of, and the reason."""
    for known in contract.known:
        names = [entry_name(project, contract, key) for key in known.entries if key in contract.entries]
        names += [project.dataset.countries[code].name for code in known.countries if code in project.dataset.countries]
        yield format_list(tuple(names)) if names else _("The whole index"), known.reason


def _files(result: Result) -> Iterator[tuple[Link, str]]:
    edition = shown(result)
    for name, text in FILES.items():
        if name != "intervals.csv" or edition.intervals is not None:
            yield Link(text=name, url=f"{index_url(result.contract.id)}{edition.year}/{name}"), text
