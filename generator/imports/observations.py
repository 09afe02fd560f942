"""Rows into files of observations: those of one origin are replaced, those of others stay as they are."""

import csv
import io
from collections.abc import Sequence

from generator.imports.rows import Row
from generator.sources.files import Source

HEAD = "country,year,value,status,origin,note"


def rows_of(source: Source | None) -> list[Row]:
    """Return the rows of a file of observations that the loader finds sound."""
    if source is None:
        return []
    lines: list[list[str]] = list(csv.reader(io.StringIO(source.data.decode("utf-8"), newline="")))
    return [(cells[0], cells[1], cells[2], cells[3], cells[4], cells[5]) for cells in lines[1:]]


def of_origin(rows: Sequence[Row], origin: str) -> list[Row]:
    """Return the rows of one origin."""
    return [row for row in rows if row[4] == origin]


def replaced(rows: Sequence[Row], origin: str, new: Sequence[Row]) -> bytes:
    """Return the file with an origin's rows replaced, sorted by country, year and origin."""
    kept = [row for row in rows if row[4] != origin]
    text = io.StringIO()
    text.write(f"{HEAD}\n")
    rows_now: list[Row] = sorted((*kept, *new), key=lambda row: (row[0], row[1], row[4]))
    csv.writer(text, lineterminator="\n").writerows(rows_now)
    return text.getvalue().encode()
