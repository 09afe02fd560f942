"""How far indicators say the same: correlations within a node, with the node, and with the index."""

from __future__ import annotations  # start-up time: pandas is loaded where it computes

import math
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

import numpy as np
import pandas as pd

from generator.indices.contract import Contract
from generator.indices.engine.arithmetic import Vector, mean, total


@dataclass(frozen=True, slots=True, kw_only=True)
class Correlation:
    """Pearson's r of two entries, over the `n` ranked countries with both scores.

    NaN where one never varies.
    """

    one: str
    other: str
    r: float
    n: int


def correlate(contract: Contract, scores: pd.DataFrame) -> tuple[Correlation, ...]:
    """Return the correlations of a node's indicators, with each other, the node and the index."""
    return tuple(_correlation(scores, one, other) for one, other in _pairs(contract))


def _pairs(contract: Contract) -> Iterator[tuple[str, str]]:
    for node in contract.nodes:
        own = [key for key in contract.live_leaves if contract.leaves[key].parent == node]
        yield from combinations(own, 2)
        yield from ((key, node) for key in own)
        yield from ((key, contract.root) for key in own if node != contract.root)


def _correlation(scores: pd.DataFrame, one: str, other: str) -> Correlation:
    x, y = scores[one].to_numpy(), scores[other].to_numpy()
    both = ~np.isnan(x) & ~np.isnan(y)
    return Correlation(one=one, other=other, r=pearson(x[both], y[both]), n=int(both.sum()))


def pearson(x: Vector, y: Vector) -> float:
    """Return the correlation of two lists of numbers; NaN where one never varies."""
    if not len(x):
        return math.nan
    a, b = x - mean(x), y - mean(y)
    squares = total((a * a).tolist()) * total((b * b).tolist())
    return total((a * b).tolist()) / math.sqrt(squares) if squares > 0 else math.nan
