"""Rows into files of observations: those of one origin are replaced, those of others stay as they are."""

import csv
import io
from collections.abc import Sequence

from generator.imports.rows import Row
from generator.sources.files import Source

HEAD = ("country", "year", "value", "status", "origin", "note", "lower", "upper")
WITHOUT_INTERVAL = 6
"""Columns of a file whose figures have no intervals."""


def rows_of(source: Source | None) -> list[Row]:
    """Return the rows of a file of observations that the loader finds sound."""
    if source is None:
        return []
    lines = csv.DictReader(io.StringIO(source.data.decode("utf-8-sig"), newline=""))
    cells = ([line.get(name) or "" for name in HEAD] for line in lines)
    return [(c[0], c[1], c[2], c[3], c[4], c[5], c[6], c[7]) for c in cells]


def of_origin(rows: Sequence[Row], origin: str) -> list[Row]:
    """Return the rows of one origin."""
    return [row for row in rows if row[4] == origin]


def replaced(rows: Sequence[Row], origin: str, new: Sequence[Row]) -> bytes:
    """Return the file with an origin's rows replaced, sorted by country, year and origin."""
    kept = [row for row in rows if row[4] != origin]
    text = io.StringIO()
    rows_now = sorted((*kept, *new), key=lambda row: (row[0], row[1], row[4]))
    width = len(HEAD) if any(row[6] for row in rows_now) else WITHOUT_INTERVAL
    csv.writer(text, lineterminator="\n").writerows([HEAD[:width], *(row[:width] for row in rows_now)])
    return text.getvalue().encode()
