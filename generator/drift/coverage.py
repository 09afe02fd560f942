"""Figures that new data no longer have."""

from collections.abc import Iterator

from generator.data.dataset import Dataset
from generator.diagnostics import Location
from generator.drift.prose import Drift
from generator.formatting import format_list

NAMED = 5
"""Countries named one by one; the others are counted."""


def find_lost_values(old: Dataset, new: Dataset) -> tuple[Drift, ...]:
    """Return a record for each indicator that lost values of countries profiled in both states."""
    return tuple(drift for indicator in old.catalog.indicators for drift in _in_indicator(indicator, old, new))


def _in_indicator(indicator: str, old: Dataset, new: Dataset) -> Iterator[Drift]:
    countries = [code for code in old.profiles if code in new.profiles]
    before, after = ({code: _years(data, indicator, code) for code in countries} for data in (old, new))
    lost = {code: sorted(before[code] - after[code]) for code in countries if before[code] - after[code]}
    if lost:
        yield Drift(
            location=Location(path=f"data/observations/{indicator}.csv"),
            authors=(),
            sentence=f"No longer known: {_lost_years(lost)}.",
            subject=f"Coverage of {indicator}",
            old=_extent(before),
            new=_extent(after),
            holds=False,
        )


def _years(dataset: Dataset, indicator: str, country: str) -> set[int]:
    return {year for year, _value in dataset.points(indicator, country)}


def _lost_years(lost: dict[str, list[int]]) -> str:
    """Return the lost years by country: `KAZ 2019, UZB 1990–1995 (6 years) and 3 more countries`."""
    parts = [f"{code} {_span(years)}" for code, years in list(lost.items())[:NAMED]]
    more = len(lost) - len(parts)
    return format_list((*parts, *([f"{more} more {'country' if more == 1 else 'countries'}"] if more else [])))


def _span(years: list[int]) -> str:
    return str(years[0]) if len(years) == 1 else f"{years[0]}–{years[-1]} ({len(years)} years)"


def _extent(lost: dict[str, set[int]]) -> str:
    values, countries = sum(map(len, lost.values())), sum(map(bool, lost.values()))
    return f"{values} values of {countries} countries"
