"""UNDP's complete time series: a row for each country, a column for each year, `hdi_1990`."""

import re
from collections.abc import Iterator, Sequence

from generator.imports.cells import Cell, Reply, ReplyError, invalid
from generator.imports.query import Query
from generator.imports.readers.lines import check_wrapped, decode, read_lines

_COLUMN = re.compile(r"(?:(.+)_)?([0-9]{4})")


def read(reply: Reply, query: Query) -> Iterator[Cell]:
    """Yield the cells of one series (`hdi`); raises ReplyError."""
    lines = read_lines(_text(reply), ",")
    head = [name.strip() for name in lines.rows[0][1]] if lines.rows else []
    if "iso3" not in head:
        raise invalid(
            "The header has no column 'iso3'.", "Take the complete time series of the Human Development Report."
        )
    check_wrapped(lines.rows[1:], ",", len(head))
    years = _years(head, query.code)
    iso, name = head.index("iso3"), head.index("country") if "country" in head else head.index("iso3")
    for line, cells in lines.rows[1:]:
        for at, year in years:
            if cells[iso:] and cells[iso]:
                text = cells[at] if at < len(cells) else None
                yield Cell(area=cells[iso], name=cells[name], period=year, text=text, place=f"line {line}")


def _text(reply: Reply) -> str:
    """Return the text in UTF-8 or, in UNDP's older files, in Windows-1252."""
    try:
        return decode(reply)
    except ReplyError:
        return decode(reply, "windows-1252")


def _years(head: Sequence[str], code: str) -> list[tuple[int, str]]:
    found = [(at, match[1] or "", match[2]) for at, name in enumerate(head) if (match := _COLUMN.fullmatch(name))]
    known = sorted({prefix for _at, prefix, _year in found})
    if not found:
        raise invalid("The header has no columns of years.")
    wanted = "" if known == [""] else code
    if wanted not in known:
        raise invalid(f"The file has no series '{code}'.", f"It has {', '.join(known)}.")
    return [(at, year) for at, prefix, year in found if prefix == wanted]
