"""A first look at a table: its header, and its columns of areas, years and figures.

Results are shown to a person and put into a contract; ambiguity is a question, never a guess.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.imports.areas import NOT_OURS, Areas
from generator.imports.figures import MISSING, FigureError, figure_of
from generator.imports.periods import PeriodError, shorter_than_a_year, year_of
from generator.imports.readers.lines import Row
from generator.imports.readers.table import joined, years_of

MOST_LINES = 60
"""Lines among which the first row of data is looked for."""
SAMPLE = 2_000
MOSTLY = 0.6
LONGEST_CODE = 3
_GROUP = re.compile(r"(.+?)[ _:-]+(?:YR)?([12][0-9]{3})")
"""A column's name with a year behind a name, as `hdi_1990` or `People 2000`."""
TIME_NAMES = re.compile(r"year|time|period|date|annee|jahr", re.IGNORECASE)
FLAG_NAMES = re.compile(r"flag|obs_?status|status", re.IGNORECASE)
NOTE_NAMES = re.compile(r"foot ?note|note|comment", re.IGNORECASE)
CODE_NAMES = re.compile(r"code|iso|m49|ref_area|location|geo|cou\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """The layout of a table, as far as it can be seen."""

    header: tuple[int, ...]
    head: tuple[str, ...]
    rows: tuple[Row, ...]
    area: str
    area_name: str
    """The column of names, where some areas have no code."""
    scheme: str
    """The list of areas that knows most of the column; empty where our own codes and names are enough."""
    time: str
    """The column of years; empty where each year has a column."""
    values: tuple[str, ...]
    """The columns that hold figures, or the names before the years of columns like `hdi_1990`."""
    flag: str
    note: str
    open: Mapping[str, tuple[str, ...]]
    """Columns that tell several figures of one area and year apart, with their values."""
    years: tuple[int, ...]
    shorter: str
    """What the periods are where they are shorter than years, as `a quarter`."""
    above: tuple[str, ...]
    """What stands above the header."""
    below: tuple[str, ...]
    """Lines among or below the rows that hold words only: notes and sources."""

    @property
    def frequency(self) -> str:
        """Return the distance between years: `yearly`, `every 5 years`."""
        steps = Counter(b - a for a, b in pairwise(self.years))
        if not steps:
            return "one year"
        step, count = steps.most_common(1)[0]
        if count < MOSTLY * sum(steps.values()):
            return "irregular"
        return "yearly" if step == 1 else f"every {step} years"


class LookError(Exception):
    """A table of which nothing could be made, with the reason and the remedy."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message, self.hint = message, hint


def look_at(rows: Sequence[Row], schemes: Mapping[str, Areas]) -> Look:
    """Return the layout of a table; raises LookError.

    `schemes` are the lists of areas by name, the plain one first.
    """
    at, column, scheme = _areas_of(rows, schemes)
    areas = schemes[scheme]
    header = _header(rows, at)
    head = joined([rows[line][1] for line in header])
    data = [row for row in rows[at:] if sum(bool(cell.strip()) for cell in row[1]) > 1]
    name = _names(head, data, column, areas)
    grouped = [match for each in head if (match := _GROUP.fullmatch(each))]
    plain = [period for _at, period in years_of(head)]
    wide = plain or [match[2] for match in grouped]
    time = "" if len(wide) > 1 else _time(head, data, column)
    if not time and not wide:
        raise LookError("No column holds years, and no header names them.", "Name the column with --time.")
    periods = [_cell(row, head.index(time)) for row in data] if time else wide
    numeric = [name for name in _numeric(head, data) if name not in (head[column], time)]
    values = tuple(numeric) if time else () if plain else tuple(dict.fromkeys(match[1] for match in grouped))
    return Look(
        header=tuple(rows[line][0] for line in header),
        head=tuple(head),
        rows=tuple(data),
        area=head[column],
        area_name=head[name] if name >= 0 else "",
        scheme=scheme,
        time=time,
        values=values,
        flag=_named(head, FLAG_NAMES, values),
        note=_named(head, NOTE_NAMES, values),
        open=_open(head, data, (column, name), time, values),
        years=_years(periods),
        shorter=next((found for period in periods if (found := shorter_than_a_year(period))), ""),
        above=tuple(" ".join(filter(None, map(str.strip, cells))) for _line, cells in rows[: header[0]] if any(cells)),
        below=_below(rows[at:], column, areas),
    )


def _areas_of(rows: Sequence[Row], schemes: Mapping[str, Areas]) -> tuple[int, int, str]:
    """Return the column with most countries, the list that knows most of them, the first row of data."""
    width = max((len(cells) for _line, cells in rows), default=0)
    best: tuple[tuple[int, int, bool], int, int, str] | None = None
    for column in range(min(width, 40)):
        texts = _firsts([_cell(row, column) for row in rows])
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
    return bool(_cell(row, column)) and any(is_number(cell) and not _is_period(cell) for cell in cells)


def _names(head: Sequence[str], data: Sequence[Row], area: int, areas: Areas) -> int:
    """Return the column of names that fills gaps in the column of areas; -1 where there is none."""
    gaps = [row for row in data if not _cell(row, area)]
    for at in range(len(head)) if gaps else ():
        known = sum(areas.find(_cell(row, at)) is not None for row in data)
        if at != area and known >= MOSTLY * len(data):
            return at
    return -1


def _header(rows: Sequence[Row], first: int) -> list[int]:
    """Return the rows of the header: those right above the data with more than one cell."""
    lines: list[int] = []
    for at in range(first - 1, -1, -1):
        cells = rows[at][1]
        filled = sum(bool(cell.strip()) for cell in cells)
        if filled < 2 or len(lines) == 3 or (lines and not _continues(rows[lines[0]][1], cells)):  # noqa: PLR2004
            break
        lines.insert(0, at)
    if not lines:
        raise LookError(
            "The table has no header above its first row of data.", "Write the names of the columns above it."
        )
    return lines


def _continues(below: Sequence[str], cells: Sequence[str]) -> bool:
    """Whether a line belongs to the header below: it fills gaps, or its names span columns."""
    gaps = sum(not cell.strip() for cell in below)
    repeated = len([c for c in below if c.strip()]) > len({c.strip() for c in below if c.strip()})
    return bool(gaps or repeated) and sum(bool(cell.strip()) for cell in cells) > 1


def _time(head: Sequence[str], data: Sequence[Row], area: int) -> str:
    found = [name for at, name in enumerate(head) if at != area and _is_time([_cell(row, at) for row in data[:SAMPLE]])]
    named = [name for name in found if TIME_NAMES.search(name)]
    return next(iter((*named, *found)), "")


def _is_time(texts: Sequence[str]) -> bool:
    filled = [text for text in texts if text]
    return bool(filled) and sum(_is_period(text) for text in filled) >= 0.9 * len(filled)


def _is_period(text: str) -> bool:
    if shorter_than_a_year(text):
        return True
    try:
        return 1500 <= year_of(text) <= 2200  # noqa: PLR2004 - years of statistics
    except PeriodError as error:
        return "runs over two years" in error.message


def _numeric(head: Sequence[str], data: Sequence[Row]) -> list[str]:
    columns = [(name, [_cell(row, at) for row in data[:SAMPLE]]) for at, name in enumerate(head) if name]
    return [name for name, texts in columns if _is_numeric(texts) and not (TIME_NAMES.search(name) and _is_time(texts))]


def _is_numeric(texts: Sequence[str]) -> bool:
    filled = [text for text in texts if text.casefold() not in MISSING]
    return bool(filled) and sum(is_number(text) for text in filled) >= MOSTLY * len(filled)


def is_number(text: str) -> bool:
    """Whether a text is a figure in any usual notation."""
    for decimal, thousands in ((".", ""), (".", ","), (",", "."), (",", " "), (",", "")):
        try:
            return figure_of(text, decimal=decimal, thousands=thousands) is not None
        except FigureError:
            continue
    return False


def _named(head: Sequence[str], form: re.Pattern[str], values: Sequence[str]) -> str:
    return next((name for name in head if form.search(name) and name not in values), "")


def _open(
    head: Sequence[str], data: Sequence[Row], areas: tuple[int, int], time: str, values: Sequence[str]
) -> dict[str, tuple[str, ...]]:
    """Return the columns of words that tell several rows of one area and year apart."""
    area = areas[0]
    key = [*(at for at in areas if at >= 0), *([head.index(time)] if time else [])]
    if max(Counter(tuple(_cell(row, at) for at in key) for row in data).values(), default=0) < 2:  # noqa: PLR2004
        return {}
    years = {at for at, _period in years_of(head)} | {at for at, name in enumerate(head) if _GROUP.fullmatch(name)}
    named = [at for at, name in enumerate(head) if at not in key and at not in years and name and name not in values]
    return {
        head[at]: found for at in named if 1 < len(found := _distinct(data, at)) <= SAMPLE and _varies(data, area, at)
    }


def _distinct(data: Sequence[Row], at: int) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_cell(row, at) for row in data))


def _varies(data: Sequence[Row], area: int, at: int) -> bool:
    """Whether a column has several values for one area, unlike the name beside a code."""
    seen: dict[str, str] = {}
    return any(seen.setdefault(_cell(row, area), _cell(row, at)) != _cell(row, at) for row in data)


def _years(periods: Sequence[str]) -> tuple[int, ...]:
    found: set[int] = set()
    for period in periods:
        try:
            found.add(year_of(period))
        except PeriodError:
            if re.match(r"[12][0-9]{3}", period):
                found.add(int(period[:4]))
    return tuple(sorted(found))


def _below(rows: Sequence[Row], column: int, areas: Areas) -> tuple[str, ...]:
    alone = [row for row in rows if sum(bool(cell.strip()) for cell in row[1]) == 1]
    return tuple(
        next(c for c in cells if c.strip()).strip()
        for _line, cells in alone
        if areas.find(_cell((0, cells), column)) is None
    )


def _cell(row: Row, at: int) -> str:
    return row[1][at].strip() if at < len(row[1]) else ""
