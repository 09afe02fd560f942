"""Rows of CSV with their line numbers; rows that were quoted as a whole are found and refused."""

import csv
import io
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.imports.cells import Fault, Reply, ReplyError, invalid
from generator.rules import Rule

SEPARATORS = (",", ";", "\t")

Row = tuple[int, list[str]]
"""Line and cells."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lines:
    """The rows of a text, and the separator of their cells."""

    separator: str
    rows: Sequence[Row]


def decode(reply: Reply, encoding: str = "utf-8") -> str:
    """Return the reply's text without a byte order mark; raises ReplyError for another encoding."""
    if reply.body[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return _decoded(reply.body, "utf-16")
    return _decoded(reply.body, "utf-8-sig" if encoding.lower() in {"utf-8", "utf8"} else encoding)


def _decoded(body: bytes, encoding: str) -> str:
    try:
        text = body.decode(encoding)
    except LookupError as error:
        raise invalid(f"There is no encoding '{encoding}'.", "Write utf-8 or windows-1252.") from error
    except UnicodeDecodeError as error:
        line = body.count(b"\n", 0, error.start) + 1
        hint = "If it was saved by a spreadsheet, write `encoding: windows-1252` into the contract."
        raise invalid(f"This is not {encoding.removesuffix('-sig').upper()} text.", hint, f"line {line}") from error
    if text.lstrip()[:1] == "<":
        raise ReplyError(Fault(rule=Rule.REPLY_ERROR, message="The producer answered with a page, not with data."))
    return text


def read_lines(text: str, separator: str = "") -> Lines:
    """Return the rows of a text; the separator is the one that cuts most lines into equally many cells."""
    separator = separator or find_separator(text)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    rows: list[Row] = []
    last = 0
    try:
        for cells in reader:
            rows.append((last + 1, cells))
            last = reader.line_num
    except csv.Error as error:
        raise invalid(f"This line cannot be read: {error}.", place=f"line {last + 1}") from error
    return Lines(separator=separator, rows=rows)


def find_separator(text: str) -> str:
    """Return the separator of cells: the most frequent of comma, semicolon and tab."""
    head = [line for line in text.splitlines()[:50] if line.strip()]
    return max(SEPARATORS, key=lambda mark: sum(line.count(mark) for line in head))


def check_wrapped(rows: Iterable[Row], separator: str, width: int) -> None:
    """Raise ReplyError with all rows that are quoted as a whole, which hides their cells."""
    found: dict[str, list[int]] = defaultdict(list)
    for line, cells in rows:
        if is_wrapped(cells, separator, width):
            found[cells[0].split(separator)[0]].append(line)
    if found:
        raise ReplyError(*(_wrapped(name, lines) for name, lines in found.items()))


def _wrapped(name: str, lines: Sequence[int]) -> Fault:
    """Return the fault of quoted rows with one name, with their lines."""
    runs = [line for line in lines if line - 1 not in lines], [line for line in lines if line + 1 not in lines]
    spans = [str(first) if first == last else f"{first}–{last}" for first, last in zip(*runs, strict=True)]
    count = f"{len(lines)} rows" if len(lines) > 1 else "1 row"
    return Fault(
        rule=Rule.REPLY_INVALID,
        message=f"{count} of '{name}': the whole line stands in one pair of quotes.",
        hint="Take the quotes around these lines away, and halve those within.",
        place=f"line {', '.join(spans)}",
    )


def is_wrapped(cells: Sequence[str], separator: str, width: int) -> bool:
    """Whether a row of many columns has a single cell, with separators inside."""
    filled = [cell for cell in cells if cell]
    return width > 2 and len(filled) == 1 and bool(cells[0]) and cells[0].count(separator) >= width - 2  # noqa: PLR2004


def numbered(names: Sequence[str]) -> Iterator[tuple[str, int]]:
    """Yield each column's name with its position, the first of two with one name."""
    seen: set[str] = set()
    for at, name in enumerate(names):
        if name not in seen:
            seen.add(name)
            yield name, at
