"""How far ranks move when weights and methods are drawn at random, in a way anyone can repeat."""

from __future__ import annotations  # start-up time: pandas is loaded where it computes

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from generator.indices.contract import Aggregation, Contract, Sensitivity
from generator.indices.engine.aggregate import combine
from generator.indices.engine.arithmetic import Vector
from generator.indices.engine.rank import rank_scores

if TYPE_CHECKING:
    import numpy.typing as npt

SPLITMIX = (0x9E3779B97F4A7C15, 0xBF58476D1CE4E5B9, 0x94D049BB133111EB)
"""The constants of SplitMix64."""
MIDDLE = 50


def draws(seed: int, name: str, count: int) -> Vector:
    """Return numbers from 0 to below 1, the same for the same seed and name on every machine."""
    step, once, twice = map(np.uint64, SPLITMIX)
    first = int.from_bytes(hashlib.sha256(f"{seed}/{name}".encode()).digest()[:8], "big")
    steps = np.arange(1, count + 1, dtype=np.uint64)
    z: npt.NDArray[np.uint64] = np.uint64(first) + steps * step
    z = (z ^ (z >> np.uint64(30))) * once
    z = (z ^ (z >> np.uint64(27))) * twice
    z ^= z >> np.uint64(31)
    return (z >> np.uint64(11)).astype(np.float64) * 2.0**-53


@dataclass(frozen=True, kw_only=True)
class Drawn:
    """Ranks by draw, draws × countries, and the nodes under which a draw met a score below 0."""

    ranks: Vector
    negative: tuple[str, ...]


def rank_draws(contract: Contract, how: Sensitivity, variants: Sequence[pd.DataFrame]) -> Drawn:
    """Return the ranks of each draw.

    `variants` are the indicators' scores, the published first, NaN where none takes part.
    """
    weights = {key: _weights(contract, how, key) for key in sorted(contract.live - {contract.root})}
    chosen = _choices(how, "normalisation", len(variants))
    choices = {
        node: _choices(how, f"aggregation/{node}", len(_options(contract, how, node))) for node in contract.live_nodes
    }
    ranks = np.empty((how.draws, len(variants[0])))
    negative: set[str] = set()
    for at, variant in enumerate(variants):
        rows = np.flatnonzero(chosen == at)
        if len(rows):
            some = {key: weight[rows] for key, weight in weights.items()}
            which = {node: choice[rows] for node, choice in choices.items()}
            scores, below = _scores(contract, how, variant, some, which)
            ranks[rows] = rank_scores(scores)
            negative |= below
    return Drawn(ranks=ranks, negative=tuple(sorted(negative)))


def _weights(contract: Contract, how: Sensitivity, key: str) -> Vector:
    moved = 1 + how.weights * (2 * draws(how.seed, f"weight/{key}", how.draws) - 1)
    return contract.entries[key].weight * moved


def _choices(how: Sensitivity, name: str, count: int) -> npt.NDArray[np.int64]:
    return np.floor(draws(how.seed, name, how.draws) * count).astype(np.int64)


def _options(contract: Contract, how: Sensitivity, node: str) -> tuple[Aggregation, ...]:
    return (contract.nodes[node].aggregation, *how.aggregation.get(node, ()))


def _scores(
    contract: Contract,
    how: Sensitivity,
    variant: pd.DataFrame,
    weights: Mapping[str, Vector],
    choices: Mapping[str, npt.NDArray[np.int64]],
) -> tuple[Vector, set[str]]:
    """Return the index by draw, draws × countries, and the nodes with a child below 0 that needs none."""
    found: dict[str, Vector] = {key: variant[key].to_numpy()[None, :] for key in contract.live_leaves}
    negative: set[str] = set()
    for node in contract.live_nodes:
        children = contract.children(node)
        result = np.empty((len(choices[node]), len(variant)))
        for at, aggregation in enumerate(_options(contract, how, node)):
            rows = np.flatnonzero(choices[node] == at)
            if len(rows):
                scores = {child: _rows(found[child], rows) for child in children}
                if aggregation is not Aggregation.ARITHMETIC and any((each < 0).any() for each in scores.values()):
                    negative.add(node)
                some = {child: weights[child][rows][:, None] for child in children}
                result[rows] = combine(aggregation, some, scores, (np.log, np.exp))
        found[node] = result
    return found[contract.root], negative


def _rows(scores: Vector, rows: npt.NDArray[np.int64]) -> Vector:
    """Return the draws asked for; an indicator has the same scores in all of them."""
    return scores if len(scores) == 1 else scores[rows]


def intervals(how: Sensitivity, ranks: Vector, countries: pd.Index) -> pd.DataFrame:
    """Return the ends and the middle of each country's ranks over all draws: `low`, `middle`, `high`."""
    ordered = np.sort(ranks, axis=0)
    names = {"low": how.interval[0], "middle": MIDDLE, "high": how.interval[1]}
    columns = {name: ordered[draw_rank(share, how.draws) - 1] for name, share in names.items()}
    return pd.DataFrame(columns, index=countries)


def draw_rank(percent: float, draws: int) -> int:
    """Return which of the sorted draws ends a share of them, at least the first.

    5 of 1,000 per cent is the 50th.
    """
    return max(1, -(-Fraction(str(percent)) * draws // 100))
