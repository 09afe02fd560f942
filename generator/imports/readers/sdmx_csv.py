"""SDMX-CSV 1.0 and 2.0: a column for each dimension, `OBS_VALUE`, then attributes.

Cells may be `code: label`.
"""

import re
from collections.abc import Iterator, Sequence

from generator.imports.cells import Cell, Reply, invalid
from generator.imports.query import Query
from generator.imports.readers.lines import check_wrapped, decode, read_lines
from generator.imports.readers.records import Record, select
from generator.imports.readers.sdmx_json import NOTE, SCALE, STATUS, UNIT

VALUE = "OBS_VALUE"
NOT_DIMENSIONS = (
    "DATAFLOW",
    "STRUCTURE",
    "STRUCTURE_ID",
    "STRUCTURE_NAME",
    "ACTION",
    "SERIES_KEY",
    "OBS_KEY",
    "LAST UPDATE",
)
"""Columns before the figure that say what the row belongs to."""
DELETE = "D"


def read(reply: Reply, query: Query) -> Iterator[Cell]:
    """Yield the cells that the query means; raises ReplyError."""
    lines = read_lines(decode(reply))
    if not lines.rows:
        raise invalid("The file is empty.")
    head = lines.rows[0][1]
    check_wrapped(lines.rows[1:], lines.separator, len(head))
    names, labelled = [_id(name) for name in head], [": " in name for name in head]
    if VALUE not in names:
        raise invalid(f"There is no column {VALUE}.", "Take SDMX-CSV; any other table is read by the reader `table`.")
    rows = ((line, [*cells, *[""] * (len(names) - len(cells))]) for line, cells in lines.rows[1:] if any(cells))
    return select([_record(names, labelled, *row) for row in rows if _stays(names, row[1])], query)


def _id(name: str) -> str:
    """Return a column's id in capitals: `DIM_1` of `DIM_1. Dimension 1`, `STRUCTURE` of `STRUCTURE[;]`."""
    return re.sub(r"\[.*\]$", "", name.partition(": ")[0].strip()).upper()


def _stays(names: Sequence[str], cells: Sequence[str]) -> bool:
    return "ACTION" not in names or cells[names.index("ACTION")] != DELETE


def _record(names: Sequence[str], labelled: Sequence[bool], line: int, cells: Sequence[str]) -> Record:
    pairs = [cell.partition(": ") if both else (cell, "", "") for cell, both in zip(cells, labelled, strict=False)]
    codes = {name: pair[0].strip() for name, pair in zip(names, pairs, strict=False)}
    texts = {name: pair[2].strip() for name, pair in zip(names, pairs, strict=False)}
    dims = [name for name in names[: names.index(VALUE)] if name not in NOT_DIMENSIONS]
    dims += [name for name in ("TIME_PERIOD",) if name in names and name not in dims]
    scale = _first(codes, SCALE)
    return Record(
        dims={name: codes[name] for name in dims},
        labels={name: texts[name] for name in dims if texts[name]},
        text=codes[VALUE],
        flag=_first(codes, STATUS),
        unit=_first(codes, UNIT),
        scale=int(scale) if scale.lstrip("-").isdigit() else 0,
        note=_first(codes, NOTE),
        place=f"line {line}",
    )


def _first(codes: dict[str, str], names: Sequence[str]) -> str:
    return next((codes[name] for name in names if codes.get(name)), "")
