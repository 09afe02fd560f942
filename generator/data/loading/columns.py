"""A sound file read column by column; any doubt is left to the reader of rows."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from generator.data.catalog import Indicator
from generator.data.columns import Columns
from generator.data.observations import NUMBER, STATUSES, WITHOUT_VALUE, YEARS
from generator.sources.csv_file import Table


def read_columns(table: Table, indicator: Indicator, countries: Mapping[str, object], edition: int) -> Columns | None:
    """Return the rows of a sound file, or None if some cell needs a closer look.

    After the year of the `edition` there are forecasts only.
    """
    codes, years, texts, statuses, origins, notes = zip(*(cells for _line, cells in table.rows), strict=True)
    known = (
        countries.keys() >= set(codes)
        and YEARS.keys() >= set(years)
        and set(statuses) <= STATUSES
        and set(indicator.origins) >= set(origins)
    )
    if not known or not _ascending(codes, years, origins) or not _stated(texts, statuses):
        return None
    if max(years) > str(edition) and not _foretold(years, statuses, edition):
        return None
    values = _values(texts, indicator)
    if values is None:
        return None
    return Columns(
        indicator=indicator.id,
        countries=_shared(codes),
        years=[YEARS[year] for year in years],
        texts=texts,
        statuses=_shared(statuses),
        origins=_shared(origins),
        notes=_shared(notes),
        values=values,
    )


def _ascending(*columns: Sequence[str]) -> bool:
    """Whether the keys of rows are sorted and unique."""
    return all(a < b for a, b in pairwise(zip(*columns, strict=True)))


def _stated(texts: Sequence[str], statuses: Sequence[str]) -> bool:
    """Whether exactly the rows whose status explains it have no value."""
    if WITHOUT_VALUE.isdisjoint(statuses):
        return all(texts)
    return all(bool(text) != (status in WITHOUT_VALUE) for text, status in zip(texts, statuses, strict=True))


def _foretold(years: Sequence[str], statuses: Sequence[str], edition: int) -> bool:
    """Whether all rows after the edition are forecasts."""
    return all(status == "F" or YEARS[year] <= edition for year, status in zip(years, statuses, strict=True))


def _values(texts: Sequence[str], indicator: Indicator) -> list[float | None] | None:
    """Return the values, or None if one is no number or out of bounds."""
    given = [text for text in texts if text]
    if not all(map(NUMBER.fullmatch, given)):
        return None
    numbers = [float(text) for text in given]
    low, high = indicator.minimum, indicator.maximum
    if numbers and ((low is not None and min(numbers) < low) or (high is not None and max(numbers) > high)):
        return None
    found = iter(numbers)
    return [next(found) if text else None for text in texts]


def _shared(cells: Sequence[str]) -> list[str]:
    """Return the cells, with one text object for equal ones."""
    shared = {cell: cell for cell in cells}
    return [shared[cell] for cell in cells]
