"""A country's whole calculation in an index, step by step, as text for a terminal."""

import math
from collections.abc import Iterator, Sequence

from generator.data.dataset import Dataset
from generator.indices.contract import Aggregation, Contract, Leaf, Method, Normalisation, Outliers
from generator.indices.engine.compare import (
    Move,
    Standing,
    difference,
    reference_scores,
    strengths_and_gaps,
    what_would_move,
)
from generator.indices.engine.compute import Edition, Result
from generator.indices.engine.numbers import cell
from generator.indices.engine.parts import effective_weights

NONE = ".."


def explain_country(result: Result, dataset: Dataset, country: str) -> str:
    """Return every step from the observations to the rank, for the edition that is shown."""
    contract = result.contract
    edition = result.editions[contract.years[-1]]
    name = dataset.countries[country].name
    lines = [f"{contract.title}, version {contract.version}, {edition.year}: {name}", ""]
    lines += _values(contract, edition, country)
    lines += _coverage(contract, edition, country)
    if country in edition.normalised.index:
        lines += _scales(contract, edition, country)
        lines += _nodes(contract, edition, country)
    if country in edition.ranked:
        lines += _rank(contract, edition, country)
        lines += _shares(contract, edition, country)
        lines += _beside(contract, edition, dataset, country)
    return "\n".join(lines) + "\n"


def _table(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield rows in columns as wide as their longest cell, all but the first to the right."""
    widths = [max(len(row[at]) for row in rows) for at in range(len(rows[0]))]
    for row in rows:
        first, *rest = (
            cell.ljust(w) if not at else cell.rjust(w) for at, (cell, w) in enumerate(zip(row, widths, strict=True))
        )
        yield f"  {first}  {'  '.join(rest)}".rstrip()
    yield ""


def _number(value: float) -> str:
    return NONE if math.isnan(value) else f"{value:.12g}"


def _values(contract: Contract, edition: Edition, country: str) -> Iterator[str]:
    yield "1. Values"
    raw = edition.prepared.raw
    rows = [("indicator", "value", "year", "from", "")]
    for key in contract.live_leaves:
        leaf, value = contract.leaves[key], cell(raw.numbers, country, key)
        year = cell(raw.years, country, key)
        listed = bool(cell(raw.listed, country, key))
        note = "missing" if math.isnan(value) else "0: not on the list" if listed else ""
        rows.append((key, _number(value), NONE if math.isnan(year) else f"{year:.0f}", _source(leaf), note))
    yield from _table(rows)


def _source(leaf: Leaf) -> str:
    """Return what a value is made of: `migrant_stock / population · 100`."""
    text = leaf.indicator if leaf.take == "latest" else f"{leaf.take} of {leaf.indicator}"
    text += f" · {leaf.times}" if leaf.times else ""
    text += f" / {leaf.per}" if leaf.per else ""
    return text if leaf.scale == 1 else f"{text} · {leaf.scale:g}"


def _coverage(contract: Contract, edition: Edition, country: str) -> Iterator[str]:
    share = float(edition.prepared.coverage[country])
    passed = country in edition.prepared.screened.index
    yield f"2. Screen: {share:.1%} of the indicators, at least {contract.least_of_country:.1%}: {'in' if passed else 'out'}."
    yield ""


def _scales(contract: Contract, edition: Edition, country: str) -> Iterator[str]:
    yield "3. Filled in, transformed, treated, normalised"
    rows: list[tuple[str, ...]] = [("indicator", "transformed", "treated", "score", "how")]
    for key in contract.live_leaves:
        leaf = contract.leaves[key]
        imputed = " imputed;" if bool(cell(edition.prepared.filled.imputed, country, key)) else ""
        numbers = (edition.prepared.transformed, edition.treated, edition.normalised)
        how = f"{imputed} {_treatment(edition, leaf)}{_method(leaf.normalisation)}{'' if leaf.rising else ', less is better'}"
        rows.append((key, *(_number(cell(frame, country, key)) for frame in numbers), how.strip()))
    yield from _table(rows)


def _treatment(edition: Edition, leaf: Leaf) -> str:
    done = edition.treatments[leaf.key]
    text = "" if leaf.transform == "none" else f"{leaf.transform}; "
    if leaf.treatment.method is Outliers.NONE:
        return text
    if done.logarithm:
        return f"{text}logarithm; "
    return f"{text}{done.high} points drawn in above, {done.low} below; " if done.high + done.low else text


def _method(how: Normalisation) -> str:
    ends = f"to {how.low_score:g}–{how.high_score:g}"
    if how.method is Method.GOALPOSTS:
        return f"goalposts {how.low:g}–{how.high:g}{' log' if how.log else ''} {ends}"
    if how.method is Method.TARGET:
        return f"target {how.target:g} {ends}"
    return f"z score {how.mean:g} ± {how.sd:g}" if how.method is Method.Z_SCORE else f"{how.method} {ends}"


def _nodes(contract: Contract, edition: Edition, country: str) -> Iterator[str]:
    yield "4. Nodes, from the leaves up"
    for node in contract.live_nodes:
        children = contract.children(node)
        weights = {child: contract.entries[child].weight for child in children}
        scores = {child: cell(edition.scores, country, child) for child in children}
        scored = [child for child in children if not math.isnan(scores[child])]
        together = sum(weights[child] for child in scored)
        parts = [f"{weights[child] / together:.4f} · {_number(scores[child])} ({child})" for child in scored]
        how = contract.nodes[node].aggregation
        sign = {Aggregation.ARITHMETIC: " + "}.get(how, "; ")
        found = _number(cell(edition.scores, country, node))
        yield f"  {node} = {found}, {how} mean of {len(scored)} of {len(children)}, at least {contract.nodes[node].minimum:.0%}:"
        yield f"    {sign.join(parts) or NONE}"
    yield ""


def _rank(contract: Contract, edition: Edition, country: str) -> Iterator[str]:
    rank = int(cell(edition.ranks, country, contract.root))
    yield f"5. Rank: {rank} of {len(edition.ranked)}."
    if edition.intervals is not None and contract.sensitivity:
        low, middle, high = (int(cell(edition.intervals, country, name)) for name in ("low", "middle", "high"))
        yield f"   In {contract.sensitivity.draws:,} draws of weights and methods: {low} to {high}, middle {middle}."
    yield ""


def _shares(contract: Contract, edition: Edition, country: str) -> Iterator[str]:
    yield "6. Contributions, which add up to the score"
    weights = effective_weights(contract)
    rows = [("indicator", "effective weight", "contribution")]
    added = {key: cell(edition.contributions, country, key) for key in contract.live_leaves}
    rows += [(key, f"{weights[key]:.6f}", _number(value)) for key, value in added.items()]
    rows.append(("sum", "", _number(math.fsum(value for value in added.values() if not math.isnan(value)))))
    yield from _table(rows)


def _beside(contract: Contract, edition: Edition, dataset: Dataset, country: str) -> Iterator[str]:
    region = dataset.countries[country].region
    near = [code for code in edition.ranked if region and dataset.countries[code].region == region]
    own = {key: cell(edition.part, country, key) for key in contract.live_leaves}
    for title, group in ((region, near), ("all ranked countries", list(edition.ranked))):
        apart = difference(contract, own, reference_scores(edition.part, country, group)) if len(group) > 1 else None
        if apart:
            yield f"7. Difference from {title}, whose mean scores make {_number(apart.reference)}"
            parts = sorted((apart.parts or {}).items(), key=lambda item: -abs(item[1]))
            yield from _table([("indicator", "difference"), *((key, f"{value:+.6g}") for key, value in parts)])
    imputed = {key: cell(edition.prepared.filled.imputed, country, key) for key in contract.live_leaves}
    strong, weak = strengths_and_gaps(contract, edition.part, imputed, country)
    moves = what_would_move(contract, edition.part, country, [each.key for each in weak], near) if near else ()
    yield f"8. Strengths: {_standings(strong)}"
    yield f"   Gaps: {_standings(weak, better=True)}"
    yield ""
    if moves:
        yield "9. What would move it: with the median of the region in one gap"
        yield from _table([("indicator", "median score", "score", "rank"), *map(_moved, moves)])


def _standings(found: Sequence[Standing], *, better: bool = False) -> str:
    words = ", ".join(
        f"{each.key} ({each.better if better else each.worse} of {each.n - 1} {'above' if better else 'below'})"
        for each in found
    )
    return words or "none"


def _moved(move: Move) -> tuple[str, str, str, str]:
    return move.key, _number(move.median), _number(move.score), str(move.rank)
