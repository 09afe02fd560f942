"""Checks within a series: jumps, falls to nothing, values out of bounds, no value at all."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from generator.data.catalog import Indicator, UnitKind
from generator.data.dataset import Dataset
from generator.data.observations import Points
from generator.formatting import format_number
from generator.rules import Rule

FACTORS = frozenset((UnitKind.COUNT, UnitKind.CURRENCY, UnitKind.RATE))
"""Kinds of unit whose jumps are factors; those of the others are differences."""

JUMPS = {
    UnitKind.COUNT: 30.0,
    UnitKind.CURRENCY: 30.0,
    UnitKind.RATE: 30.0,
    UnitKind.SHARE: 50.0,
    UnitKind.INDEX: 20.0,
    UnitKind.YEARS: 15.0,
}
"""The largest plausible yearly change if the catalog names none; rates and balances have none."""

SMALL = 100
"""Counts below this may jump: one film, then forty."""

STRAY, ALIKE = 8.0, 2.0
"""Without a `jump` of its own: the factor of one value with a zero too many, and of those around it."""

MILLION = 1_000_000

LEAST_VALUES = 3
"""A series needs at least this many values before its fall to zero is a finding."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """An implausible value: the rule, the series (`country` empty: all of it), year and message."""

    rule: Rule
    indicator: str
    country: str = ""
    year: int | None = None
    message: str
    hint: str = ""


def check_series(dataset: Dataset, indicator: Indicator) -> Iterator[Finding]:
    """Yield implausible values within the series of an indicator."""
    if indicator.id in dataset.observations and all(
        dataset.latest(indicator.id, country) is None for country in dataset.profiles
    ):
        message = f"No country has a value of '{indicator.id}'."
        yield Finding(rule=Rule.INDICATOR_EMPTY, indicator=indicator.id, message=message)
    most = JUMPS.get(indicator.unit.kind, 0.0) if indicator.jump is None else indicator.jump
    for country in dataset.pages:
        points = dataset.points(indicator.id, country)
        yield from _jumps(indicator, country, points, most)
        yield from _falls_to_zero(indicator, country, points)
        yield from _beyond_whole(indicator, country, points)


def _jumps(indicator: Indicator, country: str, points: Points, most: float) -> Iterator[Finding]:
    """Yield each change that is too large; a value between two that are alike is one fault, not two."""
    is_far = _by_factor if indicator.unit.kind in FACTORS else _by_difference
    by_default = indicator.jump is None and is_far is _by_factor
    bounds = ((most, most), (STRAY, ALIKE)) if by_default else ((most, most),)
    if not most or not points or not _may_jump(points, bounds[-1][0], is_far):
        return
    least = SMALL if indicator.unit.kind is UnitKind.COUNT else 0
    stray = 0
    for at, ((before, old), (year, new)) in enumerate(pairwise(points)):
        if year - before != 1 or max(old, new) < least or before == stray:
            continue
        message = f"{country} goes from {_written(old)} in {before} to {_written(new)} in {year}"
        if any(_comes_back(points[at : at + 3], far, alike, is_far) for far, alike in bounds):
            stray = year
            message += f" and back to {_written(points[at + 2][1])} in {year + 1}"
        elif not is_far(old, new, most):
            continue
        yield Finding(rule=Rule.VALUE_JUMP, indicator=indicator.id, country=country, year=year, message=f"{message}.")


def _comes_back(points: Points, far: float, alike: float, is_far: Callable[[float, float, float], bool]) -> bool:
    """Whether the second of three values of successive years is far from both others, which are alike."""
    if len(points) < 3 or points[2][0] - points[1][0] != 1:  # noqa: PLR2004 - the value and those around it
        return False
    old, new, after = (value for _year, value in points)
    return is_far(old, new, far) and is_far(new, after, far) and not is_far(old, after, alike)


def _written(value: float) -> str:
    """Return a value as people write it: `70,000,000`, six figures of one with decimals."""
    exact = Decimal(f"{value:.6g}" if abs(value) < MILLION else f"{value:.0f}")
    return format_number(exact, max(0, -int(exact.as_tuple().exponent)))


def _may_jump(points: Points, most: float, is_far: Callable[[float, float, float], bool]) -> bool:
    """Whether the least and the greatest value are far apart: only then two neighbours can be.

    Factors of numbers that are not all above zero say nothing of that.
    """
    values = [value for _year, value in points]
    low, high = min(values), max(values)
    return is_far(low, high, most) or (is_far is _by_factor and low <= 0)


def _by_factor(old: float, new: float, most: float) -> bool:
    return bool(old and new) and (abs(new) > most * abs(old) or abs(old) > most * abs(new))


def _by_difference(old: float, new: float, most: float) -> bool:
    return abs(new - old) > most


def _falls_to_zero(indicator: Indicator, country: str, points: Points) -> Iterator[Finding]:
    if len(points) < LEAST_VALUES or points[-1][1] != 0 or points[-2][1] == 0 or indicator.zero:
        return
    (before, old), (year, _zero) = points[-2:]
    message = f"{country} ends with 0 in {year} after {_written(old)} in {before}."
    yield Finding(rule=Rule.VALUE_ZERO_AT_END, indicator=indicator.id, country=country, year=year, message=message)


def _beyond_whole(indicator: Indicator, country: str, points: Points) -> Iterator[Finding]:
    """Yield shares below 0 or above 100, unless the catalog's bounds allow them."""
    bounded = indicator.minimum is not None and indicator.maximum is not None  # and so checked at loading
    if indicator.unit.kind is not UnitKind.SHARE or bounded:
        return
    low = 0.0 if indicator.minimum is None else min(indicator.minimum, 0.0)
    high = 100.0 if indicator.maximum is None else max(indicator.maximum, 100.0)
    for year, value in points:
        if not low <= value <= high:
            message = f"{country} has a share of {format_number(round(value), 0)}% in {year}."
            yield Finding(
                rule=Rule.SHARE_BEYOND_WHOLE, indicator=indicator.id, country=country, year=year, message=message
            )
