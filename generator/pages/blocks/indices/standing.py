"""How a country stands in each composite index: rank and interval in words, bars, strengths, gaps."""

import math
from collections.abc import Iterator, Mapping, Sequence

from generator.data.peers import peers_of
from generator.formatting import format_list, format_ordinal
from generator.indices.contract import Contract
from generator.indices.engine.compare import (
    Difference,
    Move,
    Standing,
    difference,
    mean_scores,
    own_scores,
    reference_scores,
    strengths_and_gaps,
    what_would_move,
)
from generator.indices.engine.compute import Edition, Result
from generator.indices.engine.numbers import cell, cells, row
from generator.messages import gettext as _
from generator.pages.blocks.indices.account import plan_account, value_in_unit
from generator.pages.blocks.indices.pair import plan_pair
from generator.pages.blocks.indices.words import country_name, entry_link, entry_name, rank_text, score_text, shown
from generator.pages.blocks.ranks import moved_text
from generator.pages.project import Project
from generator.pages.records.indices import IndexStanding, StandingBar, StandingItem
from generator.pages.records.parts import Link
from generator.urls import index_method_url, index_url

SCALE = 100.0
"""The right end of the bars; scores beyond it are as long."""


def plan_standings(project: Project, code: str) -> tuple[IndexStanding, ...]:
    """Return how a country stands in each index that is of it."""
    found = (result for result in project.indices.values() if code in shown(result).prepared.coverage.index)
    return tuple(_standing(project, result, code) for result in found)


def _standing(project: Project, result: Result, code: str) -> IndexStanding:
    contract, edition = result.contract, shown(result)
    region = project.dataset.countries[code].region
    groups = _groups(project, edition, code)
    near = tuple(one for one in edition.ranked if region and project.dataset.countries[one].region == region)
    apart = _apart(contract, edition, code, near)
    strong, weak = _judged(contract, edition, code)
    moves = what_would_move(contract, edition.part, code, [each.key for each in weak], near) if weak and near else ()
    return IndexStanding(
        index=Link(text=contract.title, url=index_url(contract.id)),
        method=Link(text=_("How it is made"), url=index_method_url(contract.id)),
        id=f"index-{contract.id}",
        sentence=_sentence(project, result, code),
        moved=moved_text(project.dataset, contract.indicator, code) if code in edition.ranked else None,
        missing=_missing(project, result, code),
        groups=(country_name(project, code).text, *groups),
        bars=tuple(_bars(project, result, code, groups)) if code in edition.ranked else (),
        strengths=tuple(_items(project, result, code, strong, {})),
        gaps=tuple(_items(project, result, code, weak, {move.key: move for move in moves})),
        scatter=plan_pair(project, contract, code) if code in edition.ranked else None,
        account=plan_account(project, result, code, region, apart),
    )


def _groups(project: Project, edition: Edition, code: str) -> Mapping[str, tuple[str, ...]]:
    """Return whom a country stands beside: the ranked others of its region, and its ranked peers."""
    dataset = project.dataset
    region = dataset.countries[code].region
    near = tuple(one for one in edition.ranked if one != code and dataset.countries[one].region == region)
    peers = {one for one, _reason in peers_of(dataset, code)}
    alike = tuple(one for one in edition.ranked if one in peers)
    named = ((region, near if region else ()), (_("Peers"), alike))
    return {name: group for name, group in named if group}


def _apart(contract: Contract, edition: Edition, code: str, near: Sequence[str]) -> Difference | None:
    if code not in near or len(near) == 1:
        return None
    return difference(contract, own_scores(edition.part, code), reference_scores(edition.part, code, near))


def _judged(contract: Contract, edition: Edition, code: str) -> tuple[tuple[Standing, ...], tuple[Standing, ...]]:
    if code not in edition.ranked:
        return (), ()
    return strengths_and_gaps(contract, edition.part, row(edition.prepared.filled.imputed, code), code)


def _sentence(project: Project, result: Result, code: str) -> str:
    """Return score, rank and interval in words."""
    contract, edition = result.contract, shown(result)
    if code not in edition.ranked:
        known = sum(not math.isnan(value) for value in row(edition.prepared.raw.numbers, code).values())
        return _("Not ranked in {year}: {known} of {count} indicators are known.").format(
            year=edition.year, known=known, count=len(contract.live_leaves)
        )
    said = _("{rank} of {count} in {year}, with {score} points").format(
        rank=format_ordinal(int(cell(edition.ranks, code, contract.root))),
        count=len(edition.ranked),
        year=edition.year,
        score=score_text(cell(edition.scores, code, contract.root)),
    )
    return f"{said}{_firm(edition, code)}{_in_region(project, result, code)}."


def _firm(edition: Edition, code: str) -> str:
    if edition.intervals is None:
        return ""
    low, high = (int(cell(edition.intervals, code, end)) for end in ("low", "high"))
    if low == high:
        return _("; {rank} too if weights and method were otherwise").format(rank=format_ordinal(low))
    return _("; {low} to {high} if weights and method were otherwise").format(
        low=format_ordinal(low), high=format_ordinal(high)
    )


def _in_region(project: Project, result: Result, code: str) -> str:
    edition, root, countries = shown(result), result.contract.root, project.dataset.countries
    region = countries[code].region
    near = [one for one in edition.ranked if countries[one].region == region]
    if not region or len(near) in {1, len(edition.ranked)}:  # among all it is said already
        return ""
    own = cell(edition.ranks, code, root)
    above = sum(rank < own for rank in cells(edition.ranks, near, root))
    return _("; {rank} of {count} in {region}").format(rank=format_ordinal(above + 1), count=len(near), region=region)


def _missing(project: Project, result: Result, code: str) -> str:
    """Return what an unranked country lacks."""
    contract, edition = result.contract, shown(result)
    if code in edition.ranked:
        return ""
    values = row(edition.prepared.raw.numbers, code)
    keys = [key for key in contract.live_leaves if math.isnan(values[key])]
    said = [_("Missing: {names}.").format(names=_names(project, contract, keys))] if keys else []
    if parts := _without_score(contract, edition, code):
        said.append(_("Too little is left for {parts}.").format(parts=_names(project, contract, parts)))
    return " ".join(said)


def _without_score(contract: Contract, edition: Edition, code: str) -> list[str]:
    """Return the nodes below the index that have no score for a country that passed the screen."""
    if code not in edition.scores.index:
        return []
    nodes = (key for key in contract.nodes if key in contract.live and key != contract.root)
    return [key for key in nodes if math.isnan(cell(edition.scores, code, key))]


def _names(project: Project, contract: Contract, keys: Sequence[str]) -> str:
    return format_list(tuple(entry_name(project, contract, key) for key in keys))


def _bars(project: Project, result: Result, code: str, groups: Mapping[str, Sequence[str]]) -> Iterator[StandingBar]:
    contract, edition = result.contract, shown(result)
    nodes = [contract.root, *(key for key in contract.nodes if key in contract.live and key != contract.root)]
    own, ranks = row(edition.scores, code), row(edition.ranks, code)
    means = [mean_scores(edition.scores, group) for group in groups.values()]
    for key in nodes if len(nodes) > 1 else (contract.root, *contract.live_leaves):
        scores = [own[key], *(each[key] for each in means)]
        yield StandingBar(
            part=_part(project, contract, key),
            rank=rank_text(ranks[key]),
            scores=tuple(map(score_text, scores)),
            lengths=tuple(_length(score) for score in scores),
        )


def _part(project: Project, contract: Contract, key: str) -> Link:
    link = entry_link(project, contract, key)
    return Link(text=_("The index"), url=link.url) if key == contract.root else link


def _length(score: float) -> float | None:
    return None if math.isnan(score) else round(min(max(score / SCALE, 0.0), 1.0), 4)


def _items(
    project: Project, result: Result, code: str, found: Sequence[Standing], moves: Mapping[str, Move]
) -> Iterator[StandingItem]:
    contract, edition = result.contract, shown(result)
    values, years = row(edition.prepared.raw.numbers, code), row(edition.prepared.raw.years, code)
    for each in found:
        leaf = contract.leaves[each.key]
        is_gap = 2 * each.better > each.n - 1
        count = each.better if is_gap else each.worse
        said = _("{count} of {all} others are better") if is_gap else _("better than {count} of {all} others")
        move = moves.get(each.key)
        yield StandingItem(
            indicator=entry_link(project, contract, each.key),
            value=_("{value} ({year})").format(
                value=value_in_unit(project, leaf, values[each.key]), year=f"{years[each.key]:.0f}"
            ),
            place=said.format(count=count, all=each.n - 1),
            moved=_moved(project, move, code) if move else "",
        )


def _moved(project: Project, move: Move, code: str) -> str:
    region = project.dataset.countries[code].region
    return _("with the median score of {region} here {rank}, {score} points").format(
        region=region, rank=format_ordinal(move.rank), score=score_text(move.score)
    )
