"""World Bank CSV: bulk downloads with lines above the header, exports of DataBank (`2000 [YR2000]`)."""

from collections.abc import Iterator, Sequence

from generator.imports.cells import Cell, Reply, invalid
from generator.imports.periods import PeriodError, year_of
from generator.imports.query import Query
from generator.imports.readers.lines import Row, check_wrapped, decode, read_lines

CODE = "Country Code"
NAMES = ("Country Name",)
SERIES = ("Indicator Code", "Series Code")


def read(reply: Reply, query: Query) -> Iterator[Cell]:
    """Yield the cells of one series; raises ReplyError."""
    lines = read_lines(decode(reply), ",")
    at = _header(lines.rows)
    head = [cell.strip() for cell in lines.rows[at][1]]
    check_wrapped(lines.rows[at + 1 :], ",", len(head))
    code, series = head.index(CODE), _series(head)
    name = next((head.index(each) for each in NAMES if each in head), code)
    years = list(_years(head))
    rows = [row for row in lines.rows[at + 1 :] if len(row[1]) > series and row[1][series].strip()]
    meant = [row for row in rows if not query.code or row[1][series].strip() == query.code]
    if not meant:
        known = sorted({row[1][series].strip() for row in rows})
        raise invalid(f"The file has no series '{query.code}'.", f"It has {', '.join(known[:12])}.")
    for line, cells in meant:
        for column, period in years:
            text = cells[column] if column < len(cells) else None
            yield Cell(
                area=cells[code].strip(), name=cells[name].strip(), period=period, text=text, place=f"line {line}"
            )


def last_updated(reply: Reply) -> str:
    """Return the day of the last update, by the account of the file; empty where it has none."""
    for _line, cells in read_lines(decode(reply), ",").rows:
        if cells and cells[0].startswith(("Last Updated", "Last updated")):
            return (cells[1] if len(cells) > 1 and cells[1] else cells[0].rpartition(":")[2]).strip()
    return ""


def _header(rows: Sequence[Row]) -> int:
    for at, (_line, cells) in enumerate(rows):
        if CODE in [cell.strip() for cell in cells] and any(name in [c.strip() for c in cells] for name in SERIES):
            return at
    raise invalid(
        "There is no line with 'Country Code' and 'Indicator Code' or 'Series Code'.",
        "Take the data file of the download.",
    )


def _series(head: Sequence[str]) -> int:
    return next(head.index(name) for name in SERIES if name in head)


def _years(head: Sequence[str]) -> Iterator[tuple[int, str]]:
    for at, name in enumerate(head):
        try:
            yield at, str(year_of(name))
        except PeriodError:
            continue
