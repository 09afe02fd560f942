"""The column of areas, the list that knows most of them, and the first row of data."""

from collections.abc import Mapping, Sequence

from generator.imports.areas import NOT_OURS, Areas
from generator.imports.readers.lines import Row
from generator.imports.sniff.cells import cell_of, is_number, is_period
from generator.imports.sniff.look import MOSTLY, LookError

MOST_LINES = 60
"""Lines among which the first row of data is looked for."""
MOST_COLUMNS = 40
LONGEST_CODE = 3


def find_areas(rows: Sequence[Row], schemes: Mapping[str, Areas]) -> tuple[int, int, str]:
    """Return the column with most countries, the list that knows most of them, the first row of data."""
    width = max((len(cells) for _line, cells in rows), default=0)
    best: tuple[tuple[int, int, bool], int, int, str] | None = None
    for column in range(min(width, MOST_COLUMNS)):
        texts = _firsts([cell_of(row, column) for row in rows])
        for order, (name, areas) in enumerate(schemes.items()):
            found = _score(texts, areas, plain=order == 0)
            if found and (best is None or found[0] > best[0]):
                best = (found[0], found[1], column, name)
    if best is None:
        hint = "Name the column with --area, and its list with --areas."
        raise LookError("No column holds countries that the lists know.", hint)
    return _first_data(rows, best[1], best[2]), best[2], best[3]


def _firsts(texts: Sequence[str]) -> list[tuple[int, str]]:
    """Return each text of a column once, with its first row."""
    found: dict[str, int] = {}
    for at, text in enumerate(texts):
        found.setdefault(text, at)
    return [(at, text) for text, at in found.items()]


def _score(texts: Sequence[tuple[int, str]], areas: Areas, *, plain: bool) -> tuple[tuple[int, int, bool], int] | None:
    """Return how many countries and areas a column has, whether by codes, and the first row; None for few."""
    filled = [(at, text) for at, text in texts if text]
    entries = [(at, text, areas.find(text)) for at, text in filled if _may_be_area(text, plain=plain)]
    found = [(at, text, entry) for at, text, entry in entries if entry]
    if not found or found[0][0] >= MOST_LINES:
        return None
    if len(found) < MOSTLY * sum(at >= found[0][0] for at, _text in filled):
        return None
    countries = sum(bool(entry.country) or entry.reason == NOT_OURS for _at, _text, entry in found)
    codes = sum(len(text) <= LONGEST_CODE for _at, text, _entry in found) > len(found) / 2
    return ((countries, len(found), codes), found[0][0]) if countries else None


def _may_be_area(text: str, *, plain: bool) -> bool:
    """Whether a text can be an area; a number can only in a list of numbers, with three digits."""
    return not text.replace(".", "").isdigit() or (not plain and len(text) == LONGEST_CODE)


def _first_data(rows: Sequence[Row], first: int, column: int) -> int:
    """Return the first row of data, which may be of an area that no list knows."""
    while first > 0 and _has_figures(rows[first - 1], column):
        first -= 1
    return first


def _has_figures(row: Row, column: int) -> bool:
    cells = [cell.strip() for at, cell in enumerate(row[1]) if at != column and cell.strip()]
    return bool(cell_of(row, column)) and any(is_number(cell) and not is_period(cell) for cell in cells)


def find_names(head: Sequence[str], data: Sequence[Row], area: int, areas: Areas) -> int:
    """Return the column of names that fills gaps in the column of areas; -1 where there is none."""
    gaps = [row for row in data if not cell_of(row, area)]
    for at in range(len(head)) if gaps else ():
        known = sum(areas.find(cell_of(row, at)) is not None for row in data)
        if at != area and known >= MOSTLY * len(data):
            return at
    return -1
