"""Any table with a header, from CSV or a sheet: one row for each figure or one column for each year."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.diagnostics import suggest
from generator.imports.cells import Cell, Fault, Reply, ReplyError, invalid
from generator.imports.periods import PeriodError, shorter_than_a_year, year_of
from generator.imports.query import Query
from generator.imports.readers.lines import Row, check_wrapped, decode, numbered, read_lines
from generator.imports.readers.sheet import is_sheet, read_sheet
from generator.rules import Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table as header and rows; `at` has the position of each column by its name."""

    head: Sequence[str]
    rows: Sequence[Row]
    at: Mapping[str, int]
    separator: str = ","


def read(reply: Reply, query: Query) -> Iterator[Cell]:
    """Yield the cells that the query means; raises ReplyError."""
    grid = read_grid(reply, query)
    check_wrapped(grid.rows, grid.separator, len(grid.head))
    rows = [row for row in grid.rows if sum(bool(cell.strip()) for cell in row[1]) > 1]
    area = _column(grid, query.area, "area")
    chosen = _where(grid, rows, query.where)
    if query.time:
        return _long(grid, chosen, query, area)
    return _wide(grid, chosen, query, area)


def read_rows(reply: Reply, *, sheet: str = "", encoding: str = "utf-8") -> tuple[list[Row], str]:
    """Return all rows of a CSV or sheet as text, and what separates their cells."""
    if is_sheet(reply):
        return read_sheet(reply, sheet), "\t"
    lines = read_lines(decode(reply, encoding))
    return list(lines.rows), lines.separator


def read_grid(reply: Reply, query: Query) -> Grid:
    """Return the table under its header, which may stand in several lines; raises ReplyError."""
    rows, separator = read_rows(reply, sheet=query.sheet, encoding=query.encoding)
    by_line = dict(rows)
    if missing := [line for line in query.header if line not in by_line]:
        raise invalid(
            f"The table has no line {missing[0]} for its header.", "Write `header:` with the line of the names."
        )
    head = joined([by_line[line] for line in query.header])
    below = [(line, [cell.strip() for cell in cells]) for line, cells in rows if line > max(query.header)]
    return Grid(head=head, rows=below, at=dict(numbered(head)), separator=separator)


def joined(lines: Sequence[Sequence[str]]) -> list[str]:
    """Return the names of columns.

    Of several lines the upper ones run on to the right until the next name.
    """
    width = max((len(cells) for cells in lines), default=0)
    parts: list[list[str]] = []
    for number, cells in enumerate(lines):
        filled = [" ".join(cell.split()) for cell in cells] + [""] * (width - len(cells))
        if number < len(lines) - 1:
            for at in range(1, width):
                filled[at] = filled[at] or filled[at - 1]
        parts.append(filled)
    return [" ".join(dict.fromkeys(part for part in column if part)) for column in zip(*parts, strict=True)]


def _column(grid: Grid, name: str, key: str) -> int:
    if name in grid.at:
        return grid.at[name]
    hint = suggest(name, grid.head, f"There are {', '.join(repr(n) for n in grid.head[:12] if n)}.")
    message = f"The table has no column '{name}'." if name else f"Which column? The contract has no `{key}:`."
    raise ReplyError(Fault(rule=Rule.IMPORT_CONTRACT, message=message, hint=hint))


def _where(grid: Grid, rows: Sequence[Row], where: Mapping[str, str]) -> Sequence[Row]:
    for key, value in where.items():
        column = _column(grid, key, "where")
        kept = [row for row in rows if _cell(row, column) == value]
        if not kept:
            known = ", ".join(list(dict.fromkeys(_cell(row, column) for row in rows))[:12])
            fault = f"No row has '{value}' in the column '{key}'."
            raise ReplyError(Fault(rule=Rule.IMPORT_CONTRACT, message=fault, hint=f"There are {known}."))
        rows = kept
    return rows


def _named(grid: Grid, row: Row, query: Query) -> str:
    return _cell(row, _column(grid, query.area_name, "area_name")) if query.area_name else ""


def _long(grid: Grid, rows: Sequence[Row], query: Query, area: int) -> Iterator[Cell]:
    time, value = _column(grid, query.time, "time"), _column(grid, query.value or query.code, "value")
    flag = _column(grid, query.flag, "flag") if query.flag else -1
    note = _column(grid, query.note, "note") if query.note else -1
    lower = _column(grid, query.lower, "lower") if query.lower else -1
    upper = _column(grid, query.upper, "upper") if query.upper else -1
    for row in rows:
        yield Cell(
            area=_cell(row, area),
            name=_named(grid, row, query),
            period=_cell(row, time),
            text=_cell(row, value),
            flag=_cell(row, flag) if flag >= 0 else "",
            note=_cell(row, note) if note >= 0 else "",
            lower=_cell(row, lower) if lower >= 0 else "",
            upper=_cell(row, upper) if upper >= 0 else "",
            place=f"line {row[0]}",
        )


def _wide(grid: Grid, rows: Sequence[Row], query: Query, area: int) -> Iterator[Cell]:
    years = list(years_of(grid.head, query.value or query.code))
    if not years:
        hint = "Write `time:` with the column of years, or `header:` with the line in which the years stand."
        raise invalid("No column of the table is a year.", hint)
    for row in rows:
        for column, period in years:
            yield Cell(
                area=_cell(row, area),
                name=_named(grid, row, query),
                period=period,
                text=_cell(row, column),
                place=f"line {row[0]}",
            )


def years_of(head: Sequence[str], code: str = "") -> Iterator[tuple[int, str]]:
    """Yield the columns that are years, with the period as written.

    `hdi_1990` and `GDP 1990` count for the code in front.
    """
    for at, name in enumerate(head):
        period = name.removeprefix(code).lstrip(" _-:") if code and name.startswith(code) else name
        if _is_year(period) or shorter_than_a_year(period):
            yield at, period


def _is_year(period: str) -> bool:
    try:
        year_of(period)
    except PeriodError as error:
        return "runs over two years" in error.message
    return True


def _cell(row: Row, at: int) -> str:
    return row[1][at] if at < len(row[1]) else ""
