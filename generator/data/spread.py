"""How an indicator's figures spread over all countries in a year: quartiles, and how many report."""

from collections.abc import Mapping
from dataclasses import dataclass
from statistics import quantiles

from generator.data.dataset import COVERAGE, Dataset
from generator.data.memoised import memoised
from generator.data.observations import Points


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """The quartiles of a year's figures; half of the countries lie between the outer two."""

    year: int
    count: int
    lower: float
    median: float
    upper: float


@memoised
def spread_of(dataset: Dataset, indicator: str, year: int) -> Spread | None:
    """Return the quartiles of a year, None with too few figures for a median.

    They interpolate between neighbours, lowest and highest figure included (Hyndman and Fan's type 7), as charts do.
    """
    rows = dataset.preferred(indicator)
    values = rows.figures_of(dataset.profiles, year) if rows else []
    if len(values) < dataset.least.median:
        return None
    lower, middle, upper = quantiles(values, n=4, method="inclusive")
    return Spread(year=year, count=len(values), lower=lower, median=middle, upper=upper)


@memoised
def medians(dataset: Dataset, indicator: str) -> Points:
    """Return the median of each year that at least four fifths of the best year's countries report."""
    coverage = dataset.coverage(indicator)
    years = [year for year, count in coverage.items() if count >= COVERAGE * max(coverage.values())]
    found = ((year, dataset.median(indicator, year)) for year in years)
    return tuple((year, value) for year, value in found if value is not None)


@memoised
def medians_of(dataset: Dataset, indicator: str, years: tuple[int, ...]) -> Points:
    """Return the medians of some years alone: other figures than these do not touch who asks."""
    wanted = frozenset(years)
    return tuple(point for point in medians(dataset, indicator) if point[0] in wanted)


def reported(dataset: Dataset, indicator: str) -> Mapping[int, int]:
    """Return how many countries have a figure, for every year from the first to the last with any."""
    coverage = dataset.coverage(indicator)
    years = range(min(coverage), max(coverage) + 1) if coverage else ()
    return {year: coverage.get(year, 0) for year in years}
