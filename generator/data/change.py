"""What changed between two years: values and places, among the countries with a figure in both."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.data.dataset import Dataset
from generator.data.memoised import memoised
from generator.data.observations import Observation
from generator.data.ranking import rank_observations

SINCE = 2000
"""A change begins at this year or later."""

LEAST_YEARS = 5
ENOUGH = 0.8
"""The least share of the last year's countries that have a figure in the first, too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A country's figures of two years, with its places among the countries that have both."""

    country: str
    before: Observation
    after: Observation
    place_before: int
    place_after: int

    @property
    def gained(self) -> int:
        """The places gained; negative if lost."""
        return self.place_before - self.place_after


def is_score(dataset: Dataset, indicator: str) -> bool:
    """Whether figures are scores of a composite index of this site, whose editions do not compare."""
    return dataset.indicator(indicator).origins[0] in dataset.rank_intervals


@memoised
def change_years(dataset: Dataset, indicator: str, codes: tuple[str, ...]) -> tuple[int, int] | None:
    """Return the first year since 2000 in which most have a figure, and the ranking's; None if too near."""
    last, rows = dataset.ranking_year(indicator), dataset.preferred(indicator)
    if last is None or rows is None or not dataset.indicator(indicator).comparable:
        return None
    now = [code for code in codes if rows.has_figure(code, last)]
    for first in range(SINCE, last - LEAST_YEARS + 1):
        both = sum(rows.has_figure(code, first) for code in now)
        if both and both >= ENOUGH * len(now):
            return first, last
    return None


@memoised
def changes(dataset: Dataset, indicator: str, codes: tuple[str, ...], years: tuple[int, int]) -> tuple[Change, ...]:
    """Return the changes of the countries with a figure in both years, best of the last year first."""
    pairs = dict(_pairs(dataset, indicator, codes, years))
    direction = dataset.indicator(indicator).direction
    before, after = (
        {
            row.observation.country: row.rank
            for row in rank_observations([pair[at] for pair in pairs.values()], direction)
        }
        for at in (0, 1)
    )
    return tuple(
        Change(
            country=code,
            before=pairs[code][0],
            after=pairs[code][1],
            place_before=before[code],
            place_after=place,
        )
        for code, place in after.items()
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """The changes of all countries ranked in both years, best of the last first; none without years."""

    years: tuple[int, int] | None
    found: tuple[Change, ...]
    by_country: Mapping[str, Change]


@memoised
def world_changes(dataset: Dataset, indicator: str) -> Changes:
    """Return what changed in the ranking of an indicator."""
    years = change_years(dataset, indicator, dataset.profiles)
    found = changes(dataset, indicator, dataset.profiles, years) if years else ()
    return Changes(years=years, found=found, by_country={each.country: each for each in found})


def _pairs(
    dataset: Dataset, indicator: str, codes: Sequence[str], years: tuple[int, int]
) -> Iterator[tuple[str, tuple[Observation, Observation]]]:
    rows = dataset.preferred(indicator)
    for code in codes if rows else ():
        first, last = (rows.figure(code, year) if rows else None for year in years)
        if first and last:
            yield code, (first, last)
