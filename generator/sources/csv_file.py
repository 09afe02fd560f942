"""CSV read strictly: exact columns in any order, one record per line, every cell with its place."""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from generator.diagnostics import Diagnostic, Location
from generator.rules import Rule
from generator.sources.files import Source
from generator.sources.text import decode_text

VALUE = "value"
"""The column of numbers in which a decimal comma is a comma too many."""
_COMMAS = re.compile(r"-?\d+(,\d+)+(\.\d+)?", re.ASCII)
"""A number with commas in it, whatever they mean."""
_GROUPED = re.compile(r"-?[1-9](\d{0,2}(,\d{3})+|\d?(,\d{2})+,\d{3})(\.\d+)?", re.ASCII)
"""A long number with commas between thousands, or as in India: `1,234,567`, `12,34,567`."""
_WHOLE = re.compile(r"-?\d+,\d{3}", re.ASCII)
"""What is hardly a fraction where numbers have none: `1569,174`."""
Row = tuple[int, list[str]]
"""Line number and cells."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A CSV file with the expected columns; every row has as many cells as there are columns."""

    path: str
    columns: tuple[str, ...]
    text: str
    order: tuple[int, ...] = ()
    """Where each of `columns` stands in the file; empty where they stand in their own order."""
    rows: Sequence[Row] = ()
    counts: bool = False
    """Whether every value is a whole number."""

    def location(self, line: int, column: str) -> Location:
        """Return the offset of a column's cell in a line."""
        raw = _lines(self.text)[line - 1]
        return Location(path=self.path, line=line, column=_start(raw, self._index(column)) + 1)

    def _index(self, column: str) -> int:
        index = self.columns.index(column)
        return self.order[index] if self.order else index


@lru_cache(maxsize=1)
def _lines(text: str) -> tuple[str, ...]:
    """Return the lines of the current file, split once for all faults."""
    return tuple(text.split("\n"))


def _start(raw: str, index: int) -> int:
    """Return the offset of a cell in a raw line; commas within quotes do not count."""
    quoted, found = False, 0
    for offset, character in enumerate(raw):
        if found == index:
            return offset
        quoted ^= character == '"'
        found += character == "," and not quoted
    return len(raw)


def parse_table(
    source: Source, columns: tuple[str, ...], *, counts: bool = False
) -> tuple[Table | None, tuple[Diagnostic, ...]]:
    """Return the file as a table, or the problems of its text, its header or the shape of its rows.

    Values that are `counts` have no fractions, so a comma in one stands between thousands.
    """
    text, problems = decode_text(source)
    if text is None:
        return None, problems
    table = Table(path=source.path, columns=columns, text=text, order=_order(text, columns), counts=counts)
    problems = tuple(_check_header(table))
    if problems:
        return None, problems
    table, problems = _with_rows(table) if '"' in text else _split(table)
    return (None, problems) if problems else (_in_order(table), ())


def _order(text: str, columns: tuple[str, ...]) -> tuple[int, ...]:
    """Return the place of each column in the file, empty if all are in order or some are not there once."""
    found = tuple(text.split("\n", 1)[0].split(","))
    return tuple(map(found.index, columns)) if found != columns and sorted(found) == sorted(columns) else ()


def _in_order(table: Table) -> Table:
    """Return the table with the cells of each row in the order of its columns."""
    if not table.order:
        return table
    return replace(table, rows=[(line, [cells[index] for index in table.order]) for line, cells in table.rows])


def _split(table: Table) -> tuple[Table, tuple[Diagnostic, ...]]:
    """Return the table, split at commas, which is quick and right for a file without quotes."""
    lines = _lines(table.text)
    last = len(lines) - (lines[-1] == "")
    rows = [(at, lines[at - 1].split(",") if lines[at - 1] else []) for at in range(2, last + 1)]
    width = len(table.columns)
    return replace(table, rows=rows), tuple(_ragged(table, *row) for row in rows if len(row[1]) != width)


def _with_rows(table: Table) -> tuple[Table, tuple[Diagnostic, ...]]:
    """Return the table, as far as it is readable, and the problems of its rows."""
    rows: list[Row] = []
    problems = tuple(_check_rows(table, rows))
    return replace(table, rows=rows), problems


def _ragged(table: Table, line: int, cells: list[str]) -> Diagnostic:
    width = len(table.columns)
    message = f"This row has {len(cells)} cells; there are {width} columns."
    text = _lines(table.text)[line - 1]
    if hint := _of_commas(table, cells):
        return _fault(table, Rule.CSV_SYNTAX, line, message, hint, _start(text, table.columns.index(VALUE)) + 1)
    column = _start(text, min(len(cells), width)) + 1
    return _fault(table, Rule.CSV_SYNTAX, line, message, f"The columns are {','.join(table.columns)}", column)


def _of_commas(table: Table, cells: list[str]) -> str:
    """Return what to write for the number of a row that has commas in it; nothing where none has."""
    more = len(cells) - len(table.columns)
    if VALUE not in table.columns or table.order or more < 1:
        return ""
    at = table.columns.index(VALUE)
    number = ",".join(cells[at : at + more + 1]).removeprefix("+")
    return _without_commas(number, counts=table.counts) if _COMMAS.fullmatch(number) else ""


def _without_commas(number: str, *, counts: bool) -> str:
    """Return what to write for a number with commas; nothing where it may be several numbers, or none."""
    plain, several = number.replace(",", ""), number.count(",") > 1 or "." in number
    grouped = _GROUPED.fullmatch(number) is not None
    if several or (grouped and counts):
        return f"Write the number without commas: {plain}" if grouped else ""
    if counts and _WHOLE.fullmatch(number):
        return "Write one whole number, without a comma."
    pointed = f"Write a point in the number: {number.replace(',', '.')}"
    return f"{pointed}, or {plain} if the comma is between thousands." if grouped else pointed


def _check_header(table: Table) -> Iterator[Diagnostic]:
    head = table.text.split("\n", 1)[0]
    expected = ",".join(table.columns)
    if not table.text.strip():
        yield _fault(table, Rule.CSV_EMPTY, 1, "The file is empty.", f"Begin with the line: {expected}")
    elif head.count(";") > head.count(","):
        hint = f"Run `profiles tidy {table.path}`: it writes commas between cells and points in numbers."
        yield _fault(table, Rule.CSV_COLUMNS, 1, "The cells of this file are separated by semicolons.", hint)
    elif head != expected and not table.order:
        found = head.split(",")
        same = next((n for n, pair in enumerate(zip(found, table.columns, strict=False)) if pair[0] != pair[1]), -1)
        column = _start(head, same if same >= 0 else min(len(found), len(table.columns))) + 1
        message = _header_message(found, table.columns)
        yield _fault(table, Rule.CSV_COLUMNS, 1, message, f"Write: {expected}", column)
    elif not table.text.partition("\n")[2].strip():
        yield _fault(table, Rule.CSV_EMPTY, 1, "The file has a header and no rows.", "Add rows or remove the file.")


def _header_message(found: list[str], expected: tuple[str, ...]) -> str:
    missing = [name for name in expected if name not in found]
    extra = [name for name in found if name not in expected]
    if missing or extra:
        parts = [f"missing {', '.join(missing)}"] if missing else []
        parts += [f"not expected {', '.join(repr(name) for name in extra)}"] if extra else []
        return f"The columns are not as they should be: {'; '.join(parts)}."
    return "A column stands here twice."


def _check_rows(table: Table, found: list[Row]) -> Iterator[Diagnostic]:
    # a line ends at LF only: `splitlines` would also cut at U+2028, U+0085 and form feeds within a cell
    reader = csv.reader(io.StringIO(table.text, newline="\n"), strict=True)
    next(reader)
    before = 1
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            hint = "Put a cell with a comma or a quote into double quotes, and double the quotes within."
            column = _lines(table.text)[before].find('"') + 1
            yield _fault(table, Rule.CSV_SYNTAX, before + 1, f"This line cannot be read: {error}.", hint, column or 1)
            return
        yield from _check_row(table, before, reader.line_num, cells)
        before = reader.line_num
        found.append((before, cells))


def _check_row(table: Table, before: int, line: int, cells: list[str]) -> Iterator[Diagnostic]:
    if line - before > 1:
        hint = "Keep each row on one line; quoted line breaks are not allowed."
        column = _lines(table.text)[before].rfind('"') + 1
        yield _fault(table, Rule.CSV_SYNTAX, before + 1, "A quoted cell runs over several lines.", hint, column)
    elif len(cells) != len(table.columns):
        yield _ragged(table, line, cells)
    elif any('"' in cell for cell in cells):
        yield from _check_quotes(table, line)


def _check_quotes(table: Table, line: int) -> Iterator[Diagnostic]:
    """Yield a problem for a quote within a cell that is not quoted as a whole."""
    raw = _lines(table.text)[line - 1]
    for index in range(len(table.columns)):
        start = _start(raw, index)
        cell = raw[start:].split(",", 1)[0]
        if '"' in cell and not cell.startswith('"'):
            hint = "Put the whole cell into double quotes, and double the quotes within."
            column = start + cell.index('"') + 1
            yield _fault(table, Rule.CSV_SYNTAX, line, "A quote stands within a cell without quotes.", hint, column)
            return


def _fault(table: Table, rule: Rule, line: int, message: str, hint: str, column: int = 1) -> Diagnostic:
    where = Location(path=table.path, line=line, column=column)
    return Diagnostic(rule=rule, location=where, message=message, hint=hint)
