"""Outliers.

Drawn in to the next value, or all values put on a logarithmic scale, by the rule of the contract.
"""

from __future__ import annotations  # start-up time: pandas is loaded where it computes

import math
from dataclasses import dataclass

import numpy as np
import pandas as pd

from generator.indices.contract import Contract, Outliers, Treatment
from generator.indices.engine.arithmetic import Vector, ln, mean

LEAST = 4
"""With fewer values there is no kurtosis."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Treated:
    """What was done to one indicator.

    `points` drawn in from above and from below, or a logarithm, or nothing.
    """

    high: int = 0
    low: int = 0
    logarithm: bool = False
    skew_before: float = math.nan
    kurtosis_before: float = math.nan
    skew: float = math.nan
    kurtosis: float = math.nan
    count: int = 0
    too_few: bool = False
    remain: bool = False
    """Whether outliers remain after all that the contract allows."""


def treat(contract: Contract, values: pd.DataFrame, editions: int = 1) -> tuple[pd.DataFrame, dict[str, Treated]]:
    """Return the values after treatment, and what was done to each indicator.

    Rows are countries, or editions' countries.
    """
    columns: dict[str, Vector] = {}
    done: dict[str, Treated] = {}
    for key in values.columns:
        columns[key], done[key] = treat_values(contract.leaves[key].treatment, values[key].to_numpy(), editions)
    return pd.DataFrame(columns, index=values.index), done


def treat_values(how: Treatment, values: Vector, editions: int = 1) -> tuple[Vector, Treated]:
    """Return the values of one indicator after treatment, and what was done; missing values stay missing."""
    present = ~np.isnan(values)
    inner, done = _treat_present(how, values[present], how.points * editions)
    result = np.full(values.shape, np.nan)
    result[present] = inner
    return result, done


def _treat_present(how: Treatment, values: Vector, points: int) -> tuple[Vector, Treated]:
    n = len(values)
    if n < LEAST:
        return values, Treated(count=n, too_few=how.method is not Outliers.NONE)
    before = moments(values)
    if how.method is Outliers.NONE or before is None:
        return values, _record(before, before, values=n)
    if how.method is not Outliers.LOG:
        drawn, high, low = (values, 0, 0) if passes(how, before) else winsorise(how, values, points)
        after = moments(drawn)
        if how.method is Outliers.WINSORISE or passes(how, after):
            return drawn, _record(before, after, values=n, high=high, low=low, remain=not passes(how, after))
    logarithms = logarithm(values, before[0])
    after = moments(logarithms)
    return logarithms, _record(before, after, values=n, logarithm=True, remain=not passes(how, after))


Moments = tuple[float, float] | None
"""Skew and kurtosis; None where all values are equal."""


def _record(
    before: Moments,
    after: Moments,
    *,
    values: int,
    high: int = 0,
    low: int = 0,
    logarithm: bool = False,
    remain: bool = False,
) -> Treated:
    none = (math.nan, math.nan)
    return Treated(
        high=high,
        low=low,
        logarithm=logarithm,
        skew_before=(before or none)[0],
        kurtosis_before=(before or none)[1],
        skew=(after or none)[0],
        kurtosis=(after or none)[1],
        count=values,
        remain=remain,
    )


def moments(values: Vector) -> Moments:
    """Return skew and kurtosis of a sample of at least four values, as spreadsheets compute them."""
    n = len(values)
    d = values - mean(values)
    s2, s3, s4 = (math.fsum(power.tolist()) for power in (d * d, d * d * d, d * d * d * d))
    if s2 == 0:
        return None
    skew = math.sqrt(n) * s3 / (s2 * math.sqrt(s2)) * math.sqrt(n * (n - 1)) / (n - 2)
    kurtosis = ((n + 1) * (n * s4 / (s2 * s2) - 3) + 6) * (n - 1) / ((n - 2) * (n - 3))
    return skew, kurtosis


def passes(how: Treatment, found: Moments) -> bool:
    """Whether skew or kurtosis is small enough; equal values have neither."""
    return found is None or abs(found[0]) < how.skew or found[1] < how.kurtosis


def winsorise(how: Treatment, values: Vector, points: int) -> tuple[Vector, int, int]:
    """Return the values with outliers drawn in, and how many from above and from below.

    Ties are drawn in together.
    """
    values, high, low = values.copy(), 0, 0
    while (found := moments(values)) and not passes(how, found) and high + low < points:
        distinct = np.unique(values)
        if len(distinct) <= 2:  # noqa: PLR2004 - a step would leave a single value
            break
        if found[0] >= 0:
            drawn, high = (values == distinct[-1]), int((values == distinct[-1]).sum())
            values[drawn] = distinct[-2]
        else:
            drawn, low = (values == distinct[0]), int((values == distinct[0]).sum())
            values[drawn] = distinct[1]
    return values, high, low


def logarithm(values: Vector, skew: float) -> Vector:
    """Return the values on a logarithmic scale that begins a hundredth of their span outside it."""
    least, most = values.min(), values.max()
    start = 0.01 * (most - least)
    return ln(values - least + start) if skew >= 0 else -ln(most - values + start)
