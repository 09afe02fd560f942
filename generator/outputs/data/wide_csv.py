"""A country's CSV: a line for each series, a column for each year, as spreadsheets have it.

A series whose status, origin or note changes has a line for each, so that no cell says less than a tidy row.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, repeat

from generator.data.catalog import Indicator
from generator.data.columns import Columns
from generator.pages.downloads.csv_rows import INTERVAL, csv_text, guard

Series = tuple[Indicator, Columns, range]
"""An indicator, its columns, and where in them a country's rows lie."""

LINE_KEYS = ("country", "indicator", "status", "origin", "note")
"""What a line is of, before the figures."""

PART = "part"
"""A further column where figures have intervals: `value`, `lower` or `upper`."""

ABSENT = "NA"
"""What stands in a year whose status says why there is no figure; pandas and R read it as missing."""

Meaning = Mapping[str, object]

YEARS: Meaning = {"datatype": "number", "null": ["", ABSENT]}
"""What a column is that says nothing else: the figures of a year."""

TEXT: Meaning = {"datatype": "string", "null": []}
"""What the columns before them are: a cell `NA` is a code, not a gap."""

Line = tuple[str, ...]


def line_keys(series: Sequence[Series]) -> tuple[str, ...]:
    """Return the columns that no two lines share."""
    ranged = any(any(columns.lowers[places.start : places.stop]) for _i, columns, places in series)
    return (*LINE_KEYS, PART) if ranged else LINE_KEYS


def wide_columns(series: Sequence[Series]) -> tuple[str, ...]:
    """Return the columns: `country, indicator, status, origin, note, 1990, 1991, …`."""
    years = {year for _i, columns, places in series for year in columns.years[places.start : places.stop]}
    return (*line_keys(series), *map(str, sorted(years)))


def wide_meanings(series: Sequence[Series], meanings: Mapping[str, Meaning]) -> Mapping[str, Meaning]:
    """Return the meaning of each column, where those that tidy rows have too mean what is given."""
    parts = {PART: {"dc:description": "value, or lower or upper end of its interval"}}
    texts = {name: {**meaning, **TEXT} for name, meaning in {**meanings, **parts}.items()}
    return {name: texts[name] if name in line_keys(series) else {} for name in wide_columns(series)}


def wide_csv(series: Sequence[Series]) -> str:
    """Return a country's file: `KAZ,population,A,wdi,,16348000,16451711,…`."""
    columns, keys = wide_columns(series), line_keys(series)
    lines = chain.from_iterable(_lines(*each, ranged=PART in keys) for each in series)
    years = columns[len(keys) :]
    return csv_text(columns, ((*key, *map(figures.get, years, repeat(""))) for key, figures in lines))


def _lines(
    indicator: Indicator, columns: Columns, places: range, *, ranged: bool
) -> Iterator[tuple[Line, Mapping[str, str]]]:
    """Yield the lines of a series with their figures by year, in the order of their first years."""
    if not ranged and (plain := _line(indicator, columns, places)):
        yield plain
        return
    lines: dict[Line, dict[str, str]] = {}
    for at in places:
        key = (columns.countries[at], indicator.id, columns.statuses[at], columns.origins[at], guard(columns.notes[at]))
        for part, figure in _parts(columns, at) if ranged else (((), columns.texts[at] or ABSENT),):
            lines.setdefault((*key, *part), {})[str(columns.years[at])] = figure
    yield from lines.items()


def _line(indicator: Indicator, columns: Columns, places: range) -> tuple[Line, Mapping[str, str]] | None:
    """Return the one line of a series whose rows differ only in year and figure; None if others do."""
    cut = slice(places.start, places.stop)
    statuses, origins, notes = columns.statuses[cut], columns.origins[cut], columns.notes[cut]
    if len(set(statuses)) != 1 or len(set(origins)) != 1 or len(set(notes)) != 1:
        return None
    key = (columns.countries[places.start], indicator.id, statuses[0], origins[0], guard(notes[0]))
    return key, dict(zip(map(str, columns.years[cut]), (text or ABSENT for text in columns.texts[cut]), strict=True))


def _parts(columns: Columns, at: int) -> Iterator[tuple[Line, str]]:
    """Yield the figure of a row and, where it has one, the ends of its interval."""
    yield ("value",), columns.texts[at] or ABSENT
    if columns.lowers and columns.lowers[at]:
        yield from (((name,), ends[at]) for name, ends in zip(INTERVAL, (columns.lowers, columns.uppers), strict=True))
