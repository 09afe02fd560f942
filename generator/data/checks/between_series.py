"""Checks between series: parts against the whole they make, and the sum of all countries."""

from collections import defaultdict
from collections.abc import Iterator

from generator.data.catalog import Derived, Indicator
from generator.data.checks.within_series import Finding
from generator.data.dataset import Dataset
from generator.rules import Rule


def check_between(dataset: Dataset, indicator: Indicator) -> Iterator[Finding]:
    """Yield implausible values of an indicator given other indicators or all countries' sum."""
    if indicator.derived:
        for country in dataset.profiles:
            yield from _derived(dataset, indicator, indicator.derived, country)
    if indicator.total_change:
        yield from _total(dataset, indicator, *indicator.total_change)
    for year, (low, high) in indicator.total:
        yield from _sum(dataset, indicator, year, low, high)


def _derived(dataset: Dataset, indicator: Indicator, derived: Derived, country: str) -> Iterator[Finding]:
    """Yield a finding for each country whose series differs from its parts, at the worst year."""
    above, below = (dict(dataset.points(part, country)) for part in (derived.numerator, derived.denominator))
    made = {year: above[year] / below[year] for year in above if below.get(year)}
    off = {
        year: abs(value / made[year] - 1) * 100
        for year, value in dataset.points(indicator.id, country)
        if made.get(year)
    }
    wrong = [year for year in off if off[year] > derived.tolerance]
    if not wrong:
        return
    year = max(wrong, key=lambda each: (off[each], each))
    parts = f"{derived.numerator} / {derived.denominator}"
    message = f"{country} is {off[year]:.1f}% from {parts} in {year}; {len(wrong)} of {len(off)} years are off."
    yield Finding(rule=Rule.DERIVED_DISAGREES, indicator=indicator.id, country=country, year=year, message=message)


def _total(dataset: Dataset, indicator: Indicator, low: float, high: float) -> Iterator[Finding]:
    """Yield years in which the sum of countries known in both years changes implausibly.

    All countries of the file count, with a profile or without: the sum of a few says nothing of the whole.
    """
    years: dict[int, dict[str, float]] = defaultdict(dict)
    rows = dataset.preferred(indicator.id)
    for country in rows.spans if rows else ():
        for year, value in dataset.points(indicator.id, country):
            years[year][country] = value
    for year in sorted(years):
        both = years[year].keys() & years.get(year - 1, {}).keys()
        before, now = (
            (sum(years[each][country] for country in sorted(both)) for each in (year - 1, year)) if both else (0, 0)
        )
        change = (now / before - 1) * 100 if before else 0.0
        if before and not low <= change <= high:
            message = f"All countries together change by {change:.2f}% in {year}; {low:g} to {high:g} is plausible."
            yield Finding(rule=Rule.TOTAL_IMPLAUSIBLE, indicator=indicator.id, year=year, message=message)


def _sum(dataset: Dataset, indicator: Indicator, year: int, low: float, high: float) -> Iterator[Finding]:
    """Yield a year whose total, with each country's latest figure, is outside the catalog's bounds."""
    rows = dataset.preferred(indicator.id)
    series = (dataset.points(indicator.id, country) for country in (rows.spans if rows else ()))
    until = ([value for at, value in points if at <= year] for points in series)
    total = sum(values[-1] for values in until if values)
    if not low <= total <= high:
        message = f"All countries together have {total:,.0f} in {year}; {low:,.0f} to {high:,.0f} is plausible."
        yield Finding(rule=Rule.TOTAL_IMPLAUSIBLE, indicator=indicator.id, year=year, message=message)
