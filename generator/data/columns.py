"""The rows of one indicator as columns: half a million values are cheap, records are not."""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from math import isnan

from generator.data.observations import Observation, Points
from generator.sources.cells import joined, repeated

FORECAST = "F"
NO_FIGURE = frozenset("FLMO")
"""Statuses that are never a country's latest figure: forecast, not collected, cannot exist, missing."""


def is_figure(observation: Observation | None) -> bool:
    """Whether there is a value that is no forecast."""
    return observation is not None and bool(observation.text) and observation.status not in NO_FIGURE


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Sound rows of an indicator's file in order of their keys; each column has one cell for each row."""

    indicator: str
    countries: Sequence[str]
    years: Sequence[int]
    texts: Sequence[str]
    statuses: Sequence[str]
    origins: Sequence[str]
    notes: Sequence[str]
    values: Sequence[float] = field(compare=False)
    """The texts as numbers; not a number where there is none."""
    lowers: Sequence[str] = ()
    """Lower ends of intervals, empty where a row has none; no cells where a file lacks the columns."""
    uppers: Sequence[str] = ()

    def row(self, at: int) -> Observation:
        """The row as an observation."""
        return Observation(
            indicator=self.indicator,
            country=self.countries[at],
            year=self.years[at],
            text=self.texts[at],
            status=self.statuses[at],
            origin=self.origins[at],
            note=self.notes[at],
            lower=self.lowers[at] if self.lowers else "",
            upper=self.uppers[at] if self.uppers else "",
        )

    def is_figure(self, at: int) -> bool:
        """Whether the row's value may be a country's latest figure: no forecast."""
        return self.has_value(at) and self.statuses[at] not in NO_FIGURE

    def has_value(self, at: int) -> bool:
        """Whether the row has a number."""
        value = self.values[at]
        return value == value  # noqa: PLR0124 - what is not a number differs from itself

    def count_values(self, rows: range) -> int:
        """How many of adjoining rows have a number."""
        return len(rows) - sum(map(isnan, self.values[rows.start : rows.stop]))

    def years_of_figures(self, rows: range) -> list[int]:
        """The years of those among adjoining rows whose value may be a country's latest figure."""
        cut = slice(rows.start, rows.stop)
        cells = zip(self.years[cut], self.values[cut], self.statuses[cut], strict=True)
        return [year for year, value, status in cells if value == value and status not in NO_FIGURE]  # noqa: PLR0124

    def value(self, at: int) -> float | None:
        """The row's number, None where it has none."""
        return self.values[at] if self.has_value(at) else None


def compact(columns: Columns) -> Columns:
    """Return the same columns in few bytes."""
    return replace(
        columns,
        countries=repeated(columns.countries),
        years=list(map({year: year for year in columns.years}.__getitem__, columns.years)),
        texts=joined(columns.texts),
        statuses="".join(columns.statuses),
        origins=repeated(columns.origins),
        notes=repeated(columns.notes),
        values=array("d", columns.values),
        lowers=joined(columns.lowers) if columns.lowers else (),
        uppers=joined(columns.uppers) if columns.uppers else (),
    )


def numbers_of(texts: Sequence[str]) -> "array[float]":
    """Return texts as numbers; not a number where one is empty."""
    return array("d", map(float, texts if all(texts) else (text or "nan" for text in texts)))


@dataclass(frozen=True, slots=True, kw_only=True)
class PreferredRows:
    """The preferred rows of an indicator by country and year, and where each country's begin."""

    columns: Columns
    spans: Mapping[str, range]

    def of(self, country: str) -> range:
        """The indices of a country's rows, in order of years."""
        return self.spans.get(country, range(0))

    def find(self, country: str, year: int) -> int | None:
        """The index of a country's row of a year, or None."""
        span, years = self.of(country), self.columns.years
        at = bisect_left(years, year, span.start, span.stop)
        return at if at < span.stop and years[at] == year else None

    def curve(self, country: str) -> tuple[Points, Points]:
        """A country's figures by year, and the forecasts after the last of them."""
        columns = self.columns
        years, values, statuses = columns.years, columns.values, columns.statuses
        places = [at for at in self.of(country) if columns.has_value(at)]
        seen = tuple((years[at], values[at]) for at in places if statuses[at] != FORECAST)
        if not seen or years[places[-1]] == seen[-1][0]:
            return seen, ()
        return seen, tuple((years[at], values[at]) for at in places if years[at] > seen[-1][0])

    def figures(self, country: str) -> Iterator[tuple[int, float]]:
        """A country's figures by year, no forecast among them."""
        columns = self.columns
        return ((columns.years[at], columns.values[at]) for at in self.of(country) if columns.is_figure(at))

    def figures_of(self, countries: Iterable[str], year: int) -> list[float]:
        """The figures of a year of those countries that have one, no forecast among them."""
        columns, found = self.columns, (self.find(country, year) for country in countries)
        return [columns.values[at] for at in found if at is not None and columns.is_figure(at)]

    def has_figure(self, country: str, year: int) -> bool:
        """Whether there is a figure of a year that is no forecast."""
        at = self.find(country, year)
        return at is not None and self.columns.is_figure(at)

    def figure(self, country: str, year: int) -> Observation | None:
        """A country's figure of a year, or None where there is none or a forecast."""
        at = self.find(country, year)
        return self.columns.row(at) if at is not None and self.columns.is_figure(at) else None


def prefer(columns: Columns, origins: Sequence[str]) -> PreferredRows:
    """Return for each country and year the row whose origin comes first in `origins`."""
    if len(origins) > 1:
        places = _preferred(columns, origins)
        columns = columns if len(places) == len(columns.years) else _taken(columns, places)
    return PreferredRows(columns=columns, spans=dict(_spans(columns.countries)))


def _preferred(columns: Columns, origins: Sequence[str]) -> list[int]:
    """Return the indices of the rows to keep, in order of their keys."""
    order = {origin: at for at, origin in enumerate(origins)}
    best: dict[tuple[str, int], int] = {}
    for at, key in enumerate(zip(columns.countries, columns.years, strict=True)):
        chosen = best.setdefault(key, at)
        if order[columns.origins[at]] < order[columns.origins[chosen]]:
            best[key] = at
    return list(best.values())


def _taken(columns: Columns, places: Sequence[int]) -> Columns:
    taken = replace(
        columns,
        countries=[columns.countries[at] for at in places],
        years=[columns.years[at] for at in places],
        texts=[columns.texts[at] for at in places],
        statuses=[columns.statuses[at] for at in places],
        origins=[columns.origins[at] for at in places],
        notes=[columns.notes[at] for at in places],
        values=[columns.values[at] for at in places],
        lowers=[columns.lowers[at] for at in places] if columns.lowers else (),
        uppers=[columns.uppers[at] for at in places] if columns.uppers else (),
    )
    return compact(taken)


def _spans(countries: Sequence[str]) -> Iterator[tuple[str, range]]:
    starts = [0, *(at for at, (a, b) in enumerate(pairwise(countries), start=1) if a != b)]
    ends = [*starts[1:], len(countries)]
    return ((countries[a], range(a, b)) for a, b in zip(starts, ends, strict=True) if b > a)
