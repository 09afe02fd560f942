"""A country beside a group: what makes the difference, its strengths and gaps, and what would move it."""

from __future__ import annotations  # start-up time: pandas is loaded where it computes

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from generator.indices.contract import Aggregation, Contract
from generator.indices.engine.aggregate import recombine, recombine_columns
from generator.indices.engine.arithmetic import TOLERANCE, Vector, log_mean, median
from generator.indices.engine.numbers import Numbers, numbers_of, row
from generator.indices.engine.parts import effective_weights
from generator.indices.engine.rank import rank_scores

if TYPE_CHECKING:
    import numpy.typing as npt

MOST = 5
"""Strengths and gaps shown at most."""


@dataclass(frozen=True, kw_only=True)
class Difference:
    """The index of a group's mean scores, and what each indicator adds to the country's distance from it.

    `parts` is None where a score of 0 under a geometric or harmonic node admits none.
    """

    reference: float
    parts: Mapping[str, float] | None


Scores = Mapping[str, float]
"""Scores by entry; NaN where there is none."""


def own_scores(scores: pd.DataFrame, country: str) -> Scores:
    """Return a country's scores by entry."""
    return row(scores, country)


def reference_scores(scores: pd.DataFrame, country: str, group: Sequence[str]) -> Scores:
    """Return each indicator's mean score in a group's ranked countries, the country itself left out."""
    return mean_scores(scores, _within(scores, sorted(set(group) - {country})))


def mean_scores(scores: pd.DataFrame, countries: Sequence[str]) -> Scores:
    """Return the mean score of countries in each entry, of those that have one."""
    numbers = numbers_of(scores)
    of_others = numbers.table[numbers.places(countries)].T.tolist()
    return dict(zip(numbers.columns, map(_mean_of_known, of_others), strict=True))


def _mean_of_known(scores: Sequence[float]) -> float:
    known = [score for score in scores if score == score]  # noqa: PLR0124 - NaN is not itself
    return math.fsum(known) / len(known) if known else math.nan


def _present(numbers: Numbers, key: str, places: npt.NDArray[np.int64]) -> Vector:
    """Return the scores of one entry in some rows, without those that are missing."""
    found: Vector = numbers.table[places, numbers.columns[key]]
    return found[~np.isnan(found)]


def difference(contract: Contract, own: Scores, reference: Scores) -> Difference | None:
    """Return the difference of a country from reference scores, over the indicators that take part for it.

    None where the group has no score of one of them.
    """
    pairs = {key: (own[key], math.nan if math.isnan(own[key]) else reference[key]) for key in contract.live_leaves}
    if any(math.isnan(theirs) and not math.isnan(ours) for ours, theirs in pairs.values()):
        return None
    found = recombine_columns(contract, {key: np.array(pair, dtype=np.float64) for key, pair in pairs.items()}, 2)
    return Difference(reference=float(found[contract.root][1]), parts=_parts(contract, found))


def _parts(contract: Contract, found: Mapping[str, Vector]) -> Mapping[str, float] | None:
    factors = {contract.root: 1.0}
    for node in reversed(contract.live_nodes):
        children = [child for child in contract.children(node) if not np.isnan(found[child][0])]
        how = contract.nodes[node].aggregation
        if how is not Aggregation.ARITHMETIC and any((found[child] == 0).any() for child in children):
            return None
        together = sum(contract.entries[child].weight for child in children)
        for child in children:
            share = contract.entries[child].weight / together
            factors[child] = factors[node] * share * _slope(how, found[node], found[child])
    leaves = (key for key in contract.live_leaves if key in factors)
    return {key: factors[key] * float(found[key][0] - found[key][1]) for key in leaves}


def _slope(how: Aggregation, node: Vector, child: Vector) -> float:
    """Return by how much a node's score moves with the arithmetic mean of its children, between the two."""
    if how is Aggregation.ARITHMETIC:
        return 1.0
    if how is Aggregation.HARMONIC:
        return float(node[0] * node[1] / (child[0] * child[1]))
    return float((log_mean(node[:1], node[1:]) / log_mean(child[:1], child[1:]))[0])


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How an indicator of a country stands among the `n` ranked countries with a score there."""

    key: str
    worse: int
    better: int
    n: int


def strengths_and_gaps(
    contract: Contract, scores: pd.DataFrame, imputed: Scores, country: str
) -> tuple[tuple[Standing, ...], tuple[Standing, ...]]:
    """Return the indicators where most countries stand below a country, and those where most stand above.

    `scores` are those that take part; only those that were not `imputed` are judged.
    """
    weights = numbers_of(scores).once("weights", contract, lambda: effective_weights(contract))
    found = [each for each in _standings(contract, scores, country) if not imputed[each.key]]
    strong = [each for each in found if 2 * each.worse > each.n - 1]
    weak = [each for each in found if 2 * each.better > each.n - 1]
    strong.sort(key=lambda each: (-each.worse / (each.n - 1), -weights[each.key], each.key))
    weak.sort(key=lambda each: (-each.better / (each.n - 1), -weights[each.key], each.key))
    return tuple(strong[:MOST]), tuple(weak[:MOST])


def _standings(contract: Contract, scores: pd.DataFrame, country: str) -> Iterator[Standing]:
    """Yield how one country stands where it has a score. A missing score is neither worse nor better."""
    keys, numbers = list(contract.live_leaves), numbers_of(scores)
    table = numbers.once("leaves", contract, lambda: numbers.table[:, [numbers.columns[key] for key in keys]])
    own = table[numbers.rows[country]]
    counts = ((table < own - TOLERANCE), (table > own + TOLERANCE), ~np.isnan(table))
    worse, better, known = (count.sum(axis=0).tolist() for count in counts)
    for key, score, *where in zip(keys, own.tolist(), worse, better, known, strict=True):
        if not math.isnan(score):
            yield Standing(key=key, worse=where[0], better=where[1], n=where[2])


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """Where a country would stand with one indicator at the median of its region, all else unchanged."""

    key: str
    median: float
    score: float
    rank: int


def what_would_move(
    contract: Contract, scores: pd.DataFrame, country: str, keys: Sequence[str], region: Sequence[str]
) -> tuple[Move, ...]:
    """Return for each gap the score and rank with the region's median in its place."""
    if not keys:
        return ()
    numbers = numbers_of(scores)
    places = numbers.places(_within(scores, region))
    medians = [median(_present(numbers, key, places)) for key in keys]
    own, moves = row(scores, country), list(zip(keys, medians, strict=True))
    moved = {leaf: np.array([mid if leaf == key else own[leaf] for key, mid in moves]) for leaf in contract.live_leaves}
    before = numbers.once("index", contract, lambda: recombine(contract, scores)[contract.root])
    index, at = np.repeat(before[None, :], len(keys), axis=0), numbers.rows[country]
    index[:, at] = recombine_columns(contract, moved, len(keys))[contract.root]
    ranks = rank_scores(index)[:, at]
    return tuple(
        Move(key=key, median=middle, score=float(index[n, at]), rank=int(ranks[n]))
        for n, (key, middle) in enumerate(moves)
    )


def _within(scores: pd.DataFrame, countries: Sequence[str]) -> list[str]:
    ranked = numbers_of(scores).rows
    return [code for code in countries if code in ranked]
