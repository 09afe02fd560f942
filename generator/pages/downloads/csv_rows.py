"""Tidy CSV: one observation a line, producer's digits kept, text guarded for spreadsheets."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from generator.data.columns import Columns

COLUMNS = ("country", "year", "value", "status", "origin", "note")
"""The columns of an indicator's file; in a country's file `indicator` follows `country`."""

COUNTRY_COLUMNS = ("country", "indicator", *COLUMNS[1:])

RISKY = ("=", "+", "-", "@", "\t", "\r")
"""The first signs of a text that a spreadsheet would take for a formula."""


def guard(text: str) -> str:
    """Return a text cell that no spreadsheet runs as a formula; numbers must not be passed."""
    return f"'{text}" if text.startswith(RISKY) else text


def csv_text(columns: Sequence[str], rows: Iterable[Sequence[str | int]]) -> str:
    """Return a table as CSV with a header line; lines end in LF."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return out.getvalue()


def tidy_rows(columns: Columns, places: range) -> Iterator[tuple[str | int, ...]]:
    """Return the rows at these places, with the columns of an indicator's file."""
    cut = slice(places.start, places.stop)
    notes = columns.notes[cut]
    guarded = [guard(note) for note in notes] if any(notes) else notes
    parts = (columns.countries, columns.years, columns.texts, columns.statuses, columns.origins)
    return zip(*(part[cut] for part in parts), guarded, strict=True)
