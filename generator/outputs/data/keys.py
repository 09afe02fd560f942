"""Keys of files: digests of the rows and entries a file is written from, and of nothing else."""

import hashlib
from collections.abc import Iterable, Iterator

from generator.data.columns import Columns, PreferredRows
from generator.data.dataset import Dataset
from generator.data.memoised import memoised


def key_of(*parts: str) -> str:
    """Return a digest of texts; where one ends and the next begins is part of it."""
    return hashlib.sha256(repr(parts).encode("utf-8", "surrogatepass")).hexdigest()


def rows_key(dataset: Dataset, series: Iterable[tuple[str, str]]) -> str:
    """Return a digest of the rows of series in their order, given as indicator and country."""
    return key_of(*(f"{indicator} {country} {_rows(dataset, indicator, country)}" for indicator, country in series))


def countries_apart(one: PreferredRows | None, other: PreferredRows | None) -> frozenset[str]:
    """Return the countries whose rows of an indicator are not the same in two sets of data."""
    spans, others = one.spans if one else {}, other.spans if other else {}
    if one is None or other is None:
        return frozenset((*spans, *others))
    return frozenset(
        code for code in {*spans, *others} if _cells(one.columns, one.of(code)) != _cells(other.columns, other.of(code))
    )


def rows_apart(one: PreferredRows | None, other: PreferredRows | None) -> Iterator[tuple[str, int]]:
    """Yield country and year of each row of an indicator that is not the same in two sets of data."""
    for country in sorted(countries_apart(one, other)):
        before, now = (_by_year(rows, country) for rows in (one, other))
        yield from ((country, year) for year in sorted({*before, *now}) if before.get(year) != now.get(year))


def _by_year(rows: PreferredRows | None, country: str) -> dict[int, tuple[str | int, ...]]:
    cells = zip(*filter(None, _cells(rows.columns, rows.of(country))), strict=True) if rows else ()
    return {int(row[0]): row for row in cells}


def _cells(columns: Columns, places: range) -> list[list[str | int]]:
    """Return all cells of adjoining rows, by column."""
    cut = slice(places.start, places.stop)
    return [list(getattr(columns, name)[cut]) for name in CELLS]


CELLS = ("years", "texts", "statuses", "origins", "notes", "lowers", "uppers")
"""The columns that a file of data is written from."""


@memoised
def _rows(dataset: Dataset, indicator: str, country: str) -> str:
    """Return a digest of a country's rows of an indicator, worked out once for all files.

    Numbers, statuses and ids have no comma within. Columns of intervals count where all their cells are empty too.
    """
    preferred = dataset.preferred(indicator)
    if preferred is None or not (places := preferred.of(country)):
        return ""
    whole, cut = preferred.columns, slice(places.start, places.stop)
    years, notes = [*whole.years[cut]], [*whole.notes[cut]]
    plain = (whole.texts, whole.statuses, whole.origins, whole.lowers, whole.uppers)
    ranged = "intervals" if whole.lowers else ""
    parts = (repr(years), *(",".join(column[cut]) for column in plain), ranged, repr(notes) if any(notes) else "")
    return hashlib.sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
