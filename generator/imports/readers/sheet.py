"""Sheets (.xlsx, .xls, .ods) as rows of text: numbers in their shortest form, without `.0`."""

from __future__ import annotations  # start-up time: pandas is loaded where it computes

import io
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from zipfile import BadZipFile, ZipFile

import pandas as pd

from generator.imports.cells import Reply, invalid
from generator.imports.readers.lines import Row

LARGEST = 256 * 1024 * 1024
"""Bytes that the parts of a sheet may have when unpacked."""
SIGNATURES = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""How files of sheets begin: zip archives, and the older compound files."""


def is_sheet(reply: Reply) -> bool:
    """Whether bytes are a sheet."""
    return reply.body.startswith(SIGNATURES)


def read_sheet(reply: Reply, name: str = "") -> list[Row]:
    """Return the rows of a sheet by name, or of the only one that has any; raises ReplyError."""
    book = _book(reply)
    filled = {str(key): frame for key, frame in book.items() if not frame.empty}
    if name and name not in filled:
        raise invalid(f"The file has no sheet '{name}' with figures.", f"It has {', '.join(filled)}.")
    if not filled:
        raise invalid("The file has no sheet with figures.")
    if not name and len(filled) > 1:
        raise invalid("The file has several sheets.", f"Write `sheet:` with one of {', '.join(filled)}.")
    frame = filled[name] if name else next(iter(filled.values()))
    return [(line, _texts(cells)) for line, cells in enumerate(frame.itertuples(index=False, name=None), start=1)]


def _book(reply: Reply) -> dict[str, pd.DataFrame]:
    _check_size(reply)
    try:
        return pd.read_excel(
            io.BytesIO(reply.body),
            sheet_name=None,
            header=None,
            dtype=object,
            keep_default_na=False,
            na_values=[],
            engine="calamine",
        )
    except Exception as error:  # the library raises errors of its own for each kind of damage
        raise invalid(f"The sheet cannot be opened: {error}.", "Save it anew as .xlsx or as CSV (UTF-8).") from error


def _check_size(reply: Reply) -> None:
    if not reply.body.startswith(SIGNATURES[0]):
        return
    try:
        size = sum(member.file_size for member in ZipFile(io.BytesIO(reply.body)).infolist())
    except BadZipFile as error:
        raise invalid("The file is a damaged archive.", "Save it anew.") from error
    if size > LARGEST:
        raise invalid(f"The sheet would have {size:,} bytes when unpacked; {LARGEST:,} are allowed.")


def _texts(cells: Sequence[object]) -> list[str]:
    return [cell_text(cell) for cell in cells]


def cell_text(cell: object) -> str:
    """Return a cell as text: a date as a date, `1029.999971` as it is, `3.0` as `3`."""
    if cell is None or cell is pd.NaT or (isinstance(cell, float) and cell != cell):  # noqa: PLR0124 - NaN is not itself
        return ""
    if isinstance(cell, bool):
        return str(cell).upper()
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(cell)
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat()
    if isinstance(cell, date | time | timedelta):
        return str(cell)
    return str(cell).strip()
