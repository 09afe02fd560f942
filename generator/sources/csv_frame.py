"""A sound CSV as a frame of texts, read at once; any doubt is left to the reader of rows."""

from __future__ import annotations  # start-up time: pandas is loaded where it computes

from csv import QUOTE_NONE
from io import StringIO

import pandas as pd

from generator.sources.files import Source
from generator.sources.text import decode_text


def parse_frame(
    source: Source, columns: tuple[str, ...], repeating: tuple[str, ...], numbers: tuple[str, ...] = ()
) -> pd.DataFrame | None:
    """Return a file without quotes as a frame of texts, or None if it has to be read row by row.

    The `repeating` columns are categories: each text is kept once, in order of characters. Those of `numbers` among
    them are read as texts first, as what is read into categories at once becomes numbers where it can.
    """
    text, _ = decode_text(source)
    if text is None or not _is_regular(text, columns):
        return None
    unreadable = pd.errors.ParserError  # the library is loaded here: interrupted below, it would lack this name
    try:
        frame = _read(text, columns, tuple(name for name in repeating if name not in numbers))
    except unreadable:
        return None
    if not isinstance(frame.index, pd.RangeIndex):  # the first row has a cell too many
        return None
    for name in numbers:
        frame[name] = frame[name].astype("category")
    return frame


def _read(text: str, columns: tuple[str, ...], repeating: tuple[str, ...]) -> pd.DataFrame:
    """Return the columns in their order; a repeating one that became numbers is read as texts first."""
    frame = pd.read_csv(
        StringIO(text),
        dtype={**dict.fromkeys(columns, "str"), **dict.fromkeys(repeating, "category")},
        na_filter=False,
        quoting=QUOTE_NONE,
        skip_blank_lines=False,
        lineterminator="\n",
    )
    if all(pd.api.types.is_string_dtype(frame[name].cat.categories) for name in repeating):
        return frame[list(columns)]
    return _read(text, columns, ()).astype(dict.fromkeys(repeating, "category"))


def _is_regular(text: str, columns: tuple[str, ...]) -> bool:
    """Whether the header names the columns, nothing is quoted and no row has too many cells or too few."""
    head, _, rows = text.partition("\n")
    lines = rows.count("\n") + (not rows.endswith("\n"))
    commas = lines * (len(columns) - 1)
    return bool(rows) and '"' not in text and sorted(head.split(",")) == sorted(columns) and rows.count(",") == commas


def is_loaded() -> bool:
    """Whether the library of frames is loaded, which takes as long as reading eight files row by row."""
    return "DataFrame" in vars(pd)
