"""Values to scores on a common scale."""

from __future__ import annotations  # start-up time: pandas is loaded where it computes

from collections.abc import Callable, Mapping

import numpy as np
import pandas as pd

from generator.indices.contract import Contract, Method, Normalisation
from generator.indices.engine.arithmetic import Vector, ln, mean, total

CONSTANT = 1e-12
"""A span this small beside the values is no span."""


def normalise(contract: Contract, values: pd.DataFrame, instead: Normalisation | None = None) -> pd.DataFrame:
    """Return the scores; `instead` replaces the method of all indicators without one of their own."""
    columns = {key: _scores(contract, str(key), values[key].to_numpy(), instead) for key in values.columns}
    return pd.DataFrame(columns, index=values.index)


def _scores(contract: Contract, key: str, values: Vector, instead: Normalisation | None) -> Vector:
    leaf = contract.leaves[key]
    how = leaf.normalisation if instead is None or leaf.has_own_normalisation else instead
    return score_values(how, values, rising=leaf.rising)


def score_values(how: Normalisation, values: Vector, *, rising: bool) -> Vector:
    """Return the scores of one indicator's values; missing values stay missing."""
    present = ~np.isnan(values)
    result = np.full(values.shape, np.nan)
    if present.any():
        with np.errstate(divide="ignore", invalid="ignore"):  # a span of 0 is a diagnostic, not a number
            result[present] = _METHODS[how.method](how, values[present], rising)
    return result


def is_constant(values: Vector) -> bool:
    """Whether all values are the same but for rounding."""
    least, most = float(np.nanmin(values)), float(np.nanmax(values))
    return bool(most - least <= CONSTANT * max(1.0, abs(least), abs(most)))


def target_is_reachable(how: Normalisation, values: Vector, *, rising: bool) -> bool:
    """Whether the target lies beyond the worst value."""
    return bool(how.target > np.nanmin(values) if rising else how.target < np.nanmax(values))


def _ranged(how: Normalisation, u: Vector) -> Vector:
    return how.low_score + (how.high_score - how.low_score) * u


def _min_max(how: Normalisation, x: Vector, rising: bool) -> Vector:
    least, most = x.min(), x.max()
    return _ranged(how, (x - least if rising else most - x) / (most - least))


def _goalposts(how: Normalisation, x: Vector, rising: bool) -> Vector:
    clipped, low, high = np.clip(x, how.low, how.high), np.array([how.low]), np.array([how.high])
    if how.log:
        clipped, low, high = ln(clipped), ln(low), ln(high)
    u = (clipped - low) / (high - low)
    return _ranged(how, u if rising else 1 - u)


def _target(how: Normalisation, x: Vector, rising: bool) -> Vector:
    least, most = x.min(), x.max()
    u = (x - least) / (how.target - least) if rising else (most - x) / (most - how.target)
    return _ranged(how, np.minimum(u, 1.0))


def _percentile_rank(how: Normalisation, x: Vector, rising: bool) -> Vector:
    worse, _better = _worse_and_better(x, rising=rising)
    return _ranged(how, worse / (len(x) - 1))


def _rank(how: Normalisation, x: Vector, rising: bool) -> Vector:
    _worse, better = _worse_and_better(x, rising=rising)
    return _ranged(how, 1 - better / (len(x) - 1))


def _worse_and_better(x: Vector, *, rising: bool) -> tuple[Vector, Vector]:
    """Return for each value how many are strictly worse and strictly better."""
    ordered = np.sort(x)
    below = np.searchsorted(ordered, x, side="left").astype(np.float64)
    above = len(x) - np.searchsorted(ordered, x, side="right").astype(np.float64)
    return (below, above) if rising else (above, below)


def _z_score(how: Normalisation, x: Vector, rising: bool) -> Vector:
    deviations = x - mean(x)
    deviation = np.sqrt(np.float64(total((deviations * deviations).tolist())) / (len(x) - 1))
    scores: Vector = how.mean + (1 if rising else -1) * how.sd * deviations / deviation
    return scores


_METHODS: Mapping[Method, Callable[[Normalisation, Vector, bool], Vector]] = {
    Method.MIN_MAX: _min_max,
    Method.GOALPOSTS: _goalposts,
    Method.TARGET: _target,
    Method.PERCENTILE_RANK: _percentile_rank,
    Method.RANK: _rank,
    Method.Z_SCORE: _z_score,
}
