"""Tidy CSV: one observation a line, producer's digits kept, text guarded for spreadsheets."""

import csv
import io
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice, repeat

from generator.data.columns import Columns
from generator.data.dataset import Dataset
from generator.data.memoised import memoised

COLUMNS = ("country", "year", "value", "status", "origin", "note")
"""The columns of tidy rows; in a table of several indicators `indicator` follows `country`."""

COUNTRY_COLUMNS = ("country", "indicator", *COLUMNS[1:])

INTERVAL = ("lower", "upper")
"""Two further columns where figures have intervals."""

ROWS = 5_000
"""As many rows of a table become text at once."""

RISKY = ("=", "+", "-", "@", "\t", "\r")
"""The first signs of a text that a spreadsheet would take for a formula."""


def guard(text: str) -> str:
    """Return a text cell that no spreadsheet runs as a formula; numbers must not be passed."""
    return f"'{text}" if text.startswith(RISKY) else text


def csv_text(columns: Sequence[str], rows: Iterable[Sequence[str | int]]) -> str:
    """Return a table as CSV with a header line; lines end in LF."""
    return "".join(csv_parts(columns, rows))


def csv_parts(columns: Sequence[str], rows: Iterable[Sequence[str | int]]) -> Iterator[str]:
    """Yield the same text some rows at a time."""
    rest = chain((columns,), rows)
    while some := tuple(islice(rest, ROWS)):
        yield _plain(some) or _quoted(some)


def _plain(rows: Sequence[Sequence[str | int]]) -> str:
    """Return rows with their cells joined; nothing where one is no text or has to be quoted."""
    try:
        text = "\n".join((*map(",".join, rows), ""))  # type: ignore[arg-type]  # a number raises
    except TypeError:
        return ""
    whole = text.count("\n") == len(rows) and text.count(",") == sum(map(len, rows)) - len(rows)
    return text if whole and '"' not in text and min(map(len, rows)) > 1 else ""


def _quoted(rows: Sequence[Sequence[str | int]]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()


def has_intervals(dataset: Dataset, indicators: Iterable[str]) -> bool:
    """Whether a file with the rows of these indicators has the columns of intervals."""
    found = (dataset.columns(indicator) for indicator in indicators)
    return any(columns is not None and columns.lowers for columns in found)


@memoised
def shared_cells(dataset: Dataset, indicator: str) -> Mapping[str, str]:
    """Return what all rows of an indicator say alike: `{"status": "A", "origin": "wdi", "note": ""}`."""
    rows = dataset.preferred(indicator)
    if rows is None:
        return {}
    columns = {"status": rows.columns.statuses, "origin": rows.columns.origins, "note": rows.columns.notes}
    found = {name: set(cells) for name, cells in columns.items()}
    return {name: guard(cells.pop()) for name, cells in found.items() if len(cells) == 1}


def indicator_columns(dataset: Dataset, indicator: str) -> tuple[str, ...]:
    """Return the columns of an indicator's file: those that its rows differ in, and intervals."""
    columns = (*COLUMNS, *INTERVAL) if has_intervals(dataset, (indicator,)) else COLUMNS
    shared = shared_cells(dataset, indicator)
    return tuple(name for name in columns if name not in shared)


def indicator_rows(dataset: Dataset, indicator: str) -> Iterator[tuple[str | int, ...]]:
    """Return the rows of an indicator's file."""
    found = dataset.preferred(indicator)
    if found is None:
        return iter(())
    intervals, places = has_intervals(dataset, (indicator,)), range(len(found.columns.years))
    return tidy_rows(found.columns, places, intervals=intervals, without=shared_cells(dataset, indicator))


def country_columns(dataset: Dataset) -> tuple[str, ...]:
    """Return the columns of a table of several indicators; the same for every country."""
    return (*COUNTRY_COLUMNS, *INTERVAL) if has_intervals(dataset, dataset.observations) else COUNTRY_COLUMNS


def tidy_rows(
    columns: Columns,
    places: range,
    *,
    intervals: bool = False,
    without: Container[str] = (),
    head: Sequence[str] = (),
    named: bool = False,
) -> Iterator[tuple[str, ...]]:
    """Return the rows at these places, those of intervals last, without the columns of these names.

    Each begins with the cells of a `head`; if `named`, the indicator follows the country.
    """
    cut = slice(places.start, places.stop)
    same = (repeat(cell, len(places)) for cell in head)
    name = (repeat(columns.indicator, len(places)),) if named else ()
    said = {"status": columns.statuses, "origin": columns.origins, "note": columns.notes}
    parts = (_guarded(cells[cut]) if key == "note" else cells[cut] for key, cells in said.items() if key not in without)
    ends = (columns.lowers or [""] * places.stop, columns.uppers or [""] * places.stop) if intervals else ()
    begin = (*same, columns.countries[cut], *name, map(str, columns.years[cut]), columns.texts[cut])
    return zip(*begin, *parts, *(part[cut] for part in ends), strict=True)


def _guarded(notes: Sequence[str]) -> Sequence[str]:
    return [guard(note) for note in notes] if any(notes) else notes
