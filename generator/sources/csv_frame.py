"""A sound CSV as a frame of texts, read at once; any doubt is left to the reader of rows."""

from __future__ import annotations  # start-up time: pandas is loaded where it computes

from csv import QUOTE_NONE
from io import StringIO

import pandas as pd

from generator.sources.csv_file import Table
from generator.sources.files import Source
from generator.sources.text import decode_text


def parse_frame(source: Source, columns: tuple[str, ...], repeating: tuple[str, ...]) -> pd.DataFrame | None:
    """Return a file without quotes as a frame of texts, or None if it has to be read row by row.

    The `repeating` columns are categories: each text is kept once, in order of characters.
    """
    text, _ = decode_text(source)
    if text is None or not _is_regular(text, columns):
        return None
    try:
        frame = pd.read_csv(
            StringIO(text),
            dtype="str",
            na_filter=False,
            quoting=QUOTE_NONE,
            skip_blank_lines=False,
            lineterminator="\n",
        )
    except pd.errors.ParserError:
        return None
    if not isinstance(frame.index, pd.RangeIndex):  # the first row has a cell too many
        return None
    return frame[list(columns)].astype(dict.fromkeys(repeating, "category"))  # read as such, texts would become numbers


def _is_regular(text: str, columns: tuple[str, ...]) -> bool:
    """Whether the header names the columns, nothing is quoted and no row has too many cells or too few."""
    head, _, rows = text.partition("\n")
    lines = rows.count("\n") + (not rows.endswith("\n"))
    commas = lines * (len(columns) - 1)
    return bool(rows) and '"' not in text and sorted(head.split(",")) == sorted(columns) and rows.count(",") == commas


def frame_of(table: Table, repeating: tuple[str, ...]) -> pd.DataFrame:
    """Return the rows of a table as a frame of texts like that of `parse_frame`."""
    frame = pd.DataFrame([cells for _line, cells in table.rows], columns=list(table.columns), dtype="str")
    return frame.astype(dict.fromkeys(repeating, "category"))
