"""A CSV from a spreadsheet in the normal form: commas between cells, points in numbers, LF."""

import csv
import io
import re

from generator.sources.plain import plain_bytes

_DECIMAL_COMMA = re.compile(r"[-+]?[0-9]+,[0-9]+")
_THOUSANDS = re.compile(r"[-+]?[0-9]{1,3}(\.[0-9]{3})+(,[0-9]+)?")
"""`1.234,5` is one number in a file of semicolons; elsewhere only its author can say which."""


class UntidyError(Exception):
    """Why a file cannot be rewritten without guessing, in words for the person who asked."""


def tidy(data: bytes) -> bytes:
    """The normal form of a CSV, with the cells and rows in their order. Raises UntidyError.

    `country;year;value` with `KAZ;2019;20,5` becomes `country,year,value` with `KAZ,2019,20.5`.
    """
    text = _decoded(plain_bytes(data))
    separator = _separator(text)
    rows = [row for row in csv.reader(io.StringIO(text, newline="\n"), delimiter=separator) if any(row)]
    if separator != ",":
        rows = [[_number(cell, line) for cell in row] for line, row in enumerate(rows, start=1)]
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue().encode()


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        message = f"It is not UTF-8 text: byte 0x{data[error.start]:02X}. Save it as “CSV UTF-8” first."
        raise UntidyError(message) from error


def _separator(text: str) -> str:
    """Return what stands most often between the cells of the first line."""
    head = text.split("\n", 1)[0]
    return max(",;\t", key=head.count)


def _number(cell: str, line: int) -> str:
    """Return a cell with a point for a number's comma; raises UntidyError for an ambiguous number."""
    if _THOUSANDS.fullmatch(cell):
        raise UntidyError(f"Row {line}: '{cell}' can be read in two ways. Take the marks of thousands out first.")
    return cell.replace(",", ".") if _DECIMAL_COMMA.fullmatch(cell) else cell
