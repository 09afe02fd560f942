"""The value of each indicator for each country in an edition, and the years it is of."""

from __future__ import annotations  # start-up time: pandas is loaded where it computes

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from generator.indices.contract import Contract, Leaf, Take
from generator.indices.engine.arithmetic import Flags, Vector, total


@dataclass(frozen=True, slots=True, kw_only=True)
class Observed:
    """The figures of one indicator, countries × years; NaN where there is none, and forecasts are none."""

    values: pd.DataFrame
    origins: pd.DataFrame
    """The origin of each figure, empty where there is none."""


@dataclass(frozen=True, kw_only=True)
class Values:
    """The values of an edition, countries × indicators, before anything is done to them."""

    numbers: pd.DataFrame
    years: pd.DataFrame
    """The year each value is of."""
    listed: pd.DataFrame
    """Whether a value is the 0 of a complete list that does not name the country."""
    undivided: pd.DataFrame
    """Whether a value is missing because its divisor is not above 0."""
    origins: Mapping[str, frozenset[str]]
    """The origins of all observations that each indicator uses, factors and divisors included."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """Values of an edition of the same contract, and the entries that rest on the same figures."""

    values: Values
    same: frozenset[str]


def take_values(
    contract: Contract,
    observed: Mapping[str, Observed],
    countries: Sequence[str],
    year: int,
    earlier: Earlier | None = None,
) -> Values:
    """Return the value of each live indicator in an edition: never of a later year."""
    columns = {
        key: _column(earlier.values, key)
        if earlier and key in earlier.same
        else _value(contract.leaves[key], observed, countries, year)
        for key in contract.live_leaves
    }
    return Values(
        numbers=_frame({key: column.numbers for key, column in columns.items()}, countries),
        years=_frame({key: column.years for key, column in columns.items()}, countries),
        listed=_frame({key: column.listed for key, column in columns.items()}, countries),
        undivided=_frame({key: column.undivided for key, column in columns.items()}, countries),
        origins={key: column.origins for key, column in columns.items()},
    )


def are_equal(one: Values, other: Values) -> bool:
    """Whether values are the same to the last bit, of the same years and origins."""
    pairs = ((getattr(one, name), getattr(other, name)) for name in ("numbers", "years", "listed", "undivided"))
    return one.origins == other.origins and all(_bits(left) == _bits(right) for left, right in pairs)


def _bits(frame: pd.DataFrame) -> tuple[list[object], list[object], bytes]:
    return list(frame.index), list(frame.columns), np.ascontiguousarray(frame.to_numpy()).tobytes()


def _frame(columns: Mapping[str, Vector | Flags], countries: Sequence[str]) -> pd.DataFrame:
    return pd.DataFrame(dict(columns), index=list(countries))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Column:
    numbers: Vector
    years: Vector
    listed: Flags
    undivided: Flags
    origins: frozenset[str]


def _column(values: Values, key: str) -> _Column:
    return _Column(
        numbers=values.numbers[key].to_numpy(),
        years=values.years[key].to_numpy(),
        listed=values.listed[key].to_numpy(),
        undivided=values.undivided[key].to_numpy(),
        origins=values.origins[key],
    )


def _value(leaf: Leaf, observed: Mapping[str, Observed], countries: Sequence[str], year: int) -> _Column:
    values, years, origins = _taken(leaf, observed[leaf.indicator], countries, year)
    listed = np.isnan(values) & leaf.zero_if_absent
    values = np.where(listed, 0.0, values)
    years = np.where(listed, float(year), years)
    undivided = np.zeros(len(countries), dtype=bool)
    if leaf.times:
        factor, theirs = _as_of(observed[leaf.times], countries, years, leaf.within)
        values, origins = values * factor, origins | theirs
    if leaf.per:
        divisor, theirs = _as_of(observed[leaf.per], countries, years, leaf.within)
        undivided = (divisor <= 0) & ~np.isnan(values)
        values = values / np.where(divisor > 0, divisor, np.nan)
        origins |= theirs
    values = values * leaf.scale
    return _Column(
        numbers=values,
        years=np.where(np.isnan(values), np.nan, years),
        listed=listed & ~np.isnan(values),
        undivided=undivided,
        origins=origins,
    )


def _taken(
    leaf: Leaf, observed: Observed, countries: Sequence[str], year: int
) -> tuple[Vector, Vector, frozenset[str]]:
    """Return what an indicator takes of the years within reach: values, their years, their origins."""
    if leaf.take is Take.LATEST:
        return _latest(observed, countries, year, leaf.within)
    reach = _reach(observed.values, countries, year, leaf.within)
    values = np.array([_together(leaf.take, row[~np.isnan(row)]) for row in reach])
    years = np.where(np.isnan(values), np.nan, float(year))
    return values, years, _origins(observed, countries, year, leaf.within, ~np.isnan(reach))


def _together(take: Take, values: Vector) -> float:
    """Return mean, sum or largest of the values; NaN of none."""
    if not len(values):
        return np.nan
    if take is Take.MAX:
        return float(values.max())
    added = total(values.tolist())
    return added / len(values) if take is Take.MEAN else added


def _latest(
    observed: Observed, countries: Sequence[str], year: int, within: int
) -> tuple[Vector, Vector, frozenset[str]]:
    reach = _reach(observed.values, countries, year, within)
    present = ~np.isnan(reach)
    last = within - np.argmax(present[:, ::-1], axis=1)
    rows, found = np.arange(len(countries)), present.any(axis=1)
    used = np.zeros_like(present)
    used[rows, last] = found
    values = np.where(found, reach[rows, last], np.nan)
    years = np.where(found, year - within + last, np.nan)
    return values, years, _origins(observed, countries, year, within, used)


def _as_of(observed: Observed, countries: Sequence[str], years: Vector, within: int) -> tuple[Vector, frozenset[str]]:
    """Return for each country the figure of its year, or the latest within reach before it."""
    values = np.full(len(countries), np.nan)
    origins: frozenset[str] = frozenset()
    for year in sorted(set(years[~np.isnan(years)].tolist())):
        rows = np.flatnonzero(years == year)
        values[rows], _years, theirs = _latest(observed, [countries[row] for row in rows.tolist()], int(year), within)
        origins |= theirs
    return values, origins


def _reach(table: pd.DataFrame, countries: Sequence[str], year: int, within: int) -> Vector:
    found = np.full((len(countries), within + 1), np.nan)
    reach: Vector = _cut(table, countries, year, within, found)
    return reach


def _origins(observed: Observed, countries: Sequence[str], year: int, within: int, used: Flags) -> frozenset[str]:
    found = np.full(used.shape, "", dtype=object)
    return frozenset(_cut(observed.origins, countries, year, within, found)[used].tolist())


def _cut(table: pd.DataFrame, countries: Sequence[str], year: int, within: int, into: Any) -> Any:  # noqa: ANN401 - an array of either kind
    """Return a table's years within reach, countries in the order given, filled into an array."""
    rows = table.index.get_indexer(pd.Index(list(countries)))
    columns = table.columns.get_indexer(pd.Index(range(year - within, year + 1)))
    places = np.ix_(rows >= 0, columns >= 0)
    into[places] = table.to_numpy()[np.ix_(rows[rows >= 0], columns[columns >= 0])]
    return into
