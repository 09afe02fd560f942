"""Classes of a map: about as many countries in each, cut at round numbers."""

from bisect import bisect_right
from collections.abc import Sequence
from math import floor, log10
from statistics import quantiles

CLASSES = 5


def class_breaks(values: Sequence[float]) -> tuple[float, ...]:
    """Return up to four round breaks near the quintiles, inside the range of the values.

    A value equal to a break belongs to the class above it.
    """
    if len(set(values)) < CLASSES:
        return tuple(sorted(set(values)))[1:]
    low, high = min(values), max(values)
    cuts = quantiles(values, n=CLASSES, method="inclusive")
    for digits in (1, 2, 3, 4):
        breaks = tuple(dict.fromkeys(_rounded(cut, digits) for cut in cuts))
        breaks = tuple(b for b in breaks if low < b <= high)
        if len(breaks) == CLASSES - 1 and _fair(values, breaks):
            break
    return breaks


def _fair(values: Sequence[float], breaks: tuple[float, ...]) -> bool:
    """Return whether every class holds at least half of its fair share."""
    classes = [class_of(value, breaks) for value in values]
    return min(classes.count(at) for at in range(len(breaks) + 1)) * 2 * CLASSES >= len(values)


def _rounded(value: float, digits: int) -> float:
    return round(value, digits - 1 - floor(log10(abs(value)))) if value else 0.0


def class_of(value: float, breaks: tuple[float, ...]) -> int:
    """Return the class of a value, from 0: how many breaks it reaches."""
    return bisect_right(breaks, value)
