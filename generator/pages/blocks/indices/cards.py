"""The nodes and indicators of an index one by one: why each is in, and what was done with it."""

from collections import Counter
from collections.abc import Iterable, Iterator

from generator.indices.contract import Contract, Leaf, Node, Outliers, Take, Transform
from generator.indices.engine.compute import Edition, Result
from generator.indices.engine.parts import effective_weights
from generator.indices.engine.treat import Treated
from generator.messages import gettext as _
from generator.pages.blocks.indices.formulas import AGGREGATIONS, method_text
from generator.pages.blocks.indices.words import (
    decimal_text,
    entry_link,
    entry_name,
    number_text,
    share_text,
    shown,
    value_text,
)
from generator.pages.project import Project
from generator.pages.records.indices import EntryCard
from generator.pages.records.parts import Fact, Link
from generator.urls import indicator_url

TAKES = {
    Take.MEAN: _("mean of {years}"),
    Take.SUM: _("sum of {years}"),
    Take.MAX: _("largest of {years}"),
    Take.LATEST: _("latest of {years}"),
}
TRANSFORMS = {Transform.LN: "ln x", Transform.LN1P: "ln(1 + x)"}


def plan_node_cards(project: Project, result: Result) -> tuple[EntryCard, ...]:
    """Return the nodes of an index in the order of the file, the index itself first."""
    contract = result.contract
    nodes = sorted((key for key in contract.nodes if key in contract.live), key=lambda key: key != contract.root)
    return tuple(_node(project, result, contract.nodes[key]) for key in nodes)


def _node(project: Project, result: Result, node: Node) -> EntryCard:
    contract, children = result.contract, set(result.contract.children(node.key))
    together = sum(contract.entries[child].weight for child in children)
    parts = [key for key in contract.entries if key in children]
    shares = (
        f"{entry_name(project, contract, key)} {share_text(contract.entries[key].weight / together, 1)}"
        for key in parts
    )
    pairs = (
        (_("Made of"), "; ".join(shares)),
        (_("Mean"), AGGREGATIONS[node.aggregation]),
        (_("Parts needed"), _needed(node, len(parts))),
        (_("Family"), node.family),
        (_("Share of the index"), share_text(effective_weights(contract)[node.key], 2)),
    )
    return _card(project, contract, node.key, pairs)


def _needed(node: Node, parts: int) -> str:
    if not node.minimum:
        return _("one of {parts}").format(parts=parts)
    if node.minimum == 1:
        return _("all {parts}").format(parts=parts)
    return _("{share} of {parts}").format(share=share_text(node.minimum), parts=parts)


def plan_cards(project: Project, result: Result) -> tuple[EntryCard, ...]:
    """Return the indicators that count, in the order of the file."""
    return tuple(_leaf(project, result, result.contract.leaves[key]) for key in result.contract.live_leaves)


def _leaf(project: Project, result: Result, leaf: Leaf) -> EntryCard:
    contract, edition = result.contract, shown(result)
    better = _("more is better") if leaf.rising else _("less is better ↓")
    weight = _("{weight} in {node}; {share} of the index").format(
        weight=number_text(leaf.weight),
        node=contract.nodes[leaf.parent].title,
        share=share_text(effective_weights(contract)[leaf.key], 2),
    )
    pairs = (
        (_("Figure"), made_of(leaf)),
        (_("Reach"), _reach(leaf, edition.year)),
        (_("Direction"), better),
        (_("Weight"), weight),
        (_("Countries"), _coverage(edition, leaf.key)),
        (_("Years used"), _years(edition, leaf.key)),
        (_("Transform"), TRANSFORMS.get(leaf.transform, "")),
        (_("Treatment"), treatment_text(leaf, edition.treatments[leaf.key])),
        (_("Scale"), method_text(leaf.normalisation)),
        (_("Smallest and largest, treated"), _ends(result, leaf.key)),
        (_("Sources"), _sources(project, result, leaf.key)),
    )
    return _card(project, contract, leaf.key, pairs, _links(project, leaf))


def _card(
    project: Project,
    contract: Contract,
    key: str,
    pairs: Iterable[tuple[str, str]],
    links: tuple[Link, ...] = (),
) -> EntryCard:
    entry = contract.entries[key]
    facts = [Fact(label=label, value=value) for label, value in pairs if value]
    if links:
        facts.append(Fact(label=_("Figures"), value="", links=links))
    above = contract.nodes[entry.parent].title if entry.parent else ""
    return EntryCard(
        id=f"entry-{key.replace('_', '-')}",
        title=entry_link(project, contract, key),
        key=key,
        above=above,
        why=entry.why,
        facts=tuple(facts),
    )


def made_of(leaf: Leaf) -> str:
    """Return what a value is made of: `migrant_stock / population · 100`."""
    text = leaf.indicator
    text += f" · {leaf.times}" if leaf.times else ""
    text += f" / {leaf.per}" if leaf.per else ""
    return text if leaf.scale == 1 else f"{text} · {number_text(leaf.scale)}"


def _reach(leaf: Leaf, year: int) -> str:
    years = f"{year - leaf.within}–{year}" if leaf.within else str(year)
    said = TAKES[leaf.take].format(years=years)
    return _("{reach}; 0 where the complete list has none").format(reach=said) if leaf.zero_if_absent else said


def _coverage(edition: Edition, key: str) -> str:
    values = edition.prepared.screened[key]
    said = _("{count} of {all} that remain").format(count=int(values.notna().sum()), all=len(values))
    filled = int(edition.prepared.filled.imputed[key].sum())
    return _("{said}; {count} filled in").format(said=said, count=filled) if filled else said


def _years(edition: Edition, key: str) -> str:
    """Return how many values are of which year, the latest first: `2019: 151, 2018: 14`."""
    years = edition.prepared.raw.years[key].loc[edition.prepared.screened.index].dropna()
    counts = Counter(int(year) for year in years.tolist())
    return ", ".join(f"{year}: {counts[year]}" for year in sorted(counts, reverse=True))


def treatment_text(leaf: Leaf, done: Treated) -> str:
    """Return what was done about outliers in words, with skew and kurtosis before and after."""
    if leaf.treatment.method is Outliers.NONE:
        return _("none")
    if done.logarithm:
        said = _("logarithmic scale")
    elif done.high + done.low:
        said = _("{high} drawn in from above, {low} from below").format(high=done.high, low=done.low)
    else:
        said = _("nothing to do")
    moments = _("skew {skew}, kurtosis {kurtosis}")
    before = moments.format(skew=decimal_text(done.skew_before, 2), kurtosis=decimal_text(done.kurtosis_before, 2))
    if not (done.logarithm or done.high + done.low):
        return f"{said}; {before}"
    after = moments.format(skew=decimal_text(done.skew, 2), kurtosis=decimal_text(done.kurtosis, 2))
    said = _("{said}; {before}, then {after}").format(said=said, before=before, after=after)
    return _("{said}; outliers remain").format(said=said) if done.remain else said


def _ends(result: Result, key: str) -> str:
    """Return the ends of the values that are brought to the scale, after transform and treatment."""
    values = shown(result).treated[key].dropna()
    return f"{value_text(float(values.min()))}; {value_text(float(values.max()))}" if len(values) else ""


def _sources(project: Project, result: Result, key: str) -> str:
    origins = [project.dataset.catalog.origins[name] for name in sorted(result.used.get(key, ()))]
    return "; ".join(f"{origin.attribution}, {origin.license}" for origin in origins)


def _links(project: Project, leaf: Leaf) -> tuple[Link, ...]:
    names: Iterator[str] = (name for name in dict.fromkeys(leaf.reads) if name in project.dataset.catalog.indicators)
    return tuple(Link(text=project.dataset.indicator(name).title, url=indicator_url(name)) for name in names)
