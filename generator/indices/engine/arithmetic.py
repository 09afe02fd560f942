"""Arithmetic that is the same to the last bit on every machine and in any order of the countries.

numpy's logarithm and exponential differ between processors, and its sums between orders of the terms; those of `math` do not.
"""

from __future__ import annotations  # start-up time: pandas is loaded where it computes

import math
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

if TYPE_CHECKING:
    import numpy.typing as npt

Vector: TypeAlias = "npt.NDArray[np.float64]"
Flags: TypeAlias = "npt.NDArray[np.bool_]"

TOLERANCE = 1e-9
"""Scores this near share a rank, and a share this little below its minimum reaches it."""


def reaches(share: float, least: float) -> bool:
    """Whether a share is at least what it must be: 2/3 reaches 0.6666666667."""
    return share >= least - TOLERANCE


def ln(values: Vector) -> Vector:
    """Return natural logarithms; of 0 minus infinity, of less nothing."""
    return _each(values, lambda x: math.log(x) if x > 0 else (-math.inf if x == 0 else math.nan))


def exp(values: Vector) -> Vector:
    """Return powers of e."""
    return _each(values, math.exp)


def _each(values: Vector, function: Callable[[float], float]) -> Vector:
    flat = [math.nan if math.isnan(x) else function(x) for x in values.ravel().tolist()]
    return np.array(flat, dtype=np.float64).reshape(values.shape)


def total(values: Iterable[float]) -> float:
    """Return the sum, rounded once."""
    return math.fsum(values)


def mean(values: Vector) -> float:
    """Return the mean of at least one value."""
    return math.fsum(values.tolist()) / len(values)


def median(values: Vector) -> float:
    """Return the middle value; of an even number, the mean of the middle two."""
    ordered: list[float] = sorted(values.tolist())
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2


def log_mean(a: Vector, b: Vector) -> Vector:
    """Return logarithmic means (a - b) / ln(a / b), which lie between a and b.

    Of equal numbers, the number.
    """
    same = np.abs(a - b) <= 1e-12 * np.maximum(a, b)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(same, a, (a - b) / ln(np.where(same, np.e, a / b)))
