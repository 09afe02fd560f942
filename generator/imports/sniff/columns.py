"""The columns of a table: years, figures, and what tells several figures of a year apart."""

import re
from collections import Counter
from collections.abc import Sequence

from generator.imports.figures import MISSING
from generator.imports.periods import PeriodError, year_of
from generator.imports.readers.lines import Row
from generator.imports.readers.table import years_of
from generator.imports.sniff.cells import cell_of, is_number, is_period
from generator.imports.sniff.look import MOSTLY

SAMPLE = 2_000
"""Rows that are looked at."""
GROUP = re.compile(r"(.+?)[ _:-]+(?:YR)?([12][0-9]{3})")
"""A column's name with a year behind a name, as `hdi_1990` or `People 2000`."""
TIME_NAMES = re.compile(r"year|time|period|date|annee|jahr", re.IGNORECASE)


def find_time(head: Sequence[str], data: Sequence[Row], area: int) -> str:
    """Return the column of years, one that is named so first; empty where there is none."""
    found = [
        name for at, name in enumerate(head) if at != area and _is_time([cell_of(row, at) for row in data[:SAMPLE]])
    ]
    named = [name for name in found if TIME_NAMES.search(name)]
    return next(iter((*named, *found)), "")


def _is_time(texts: Sequence[str]) -> bool:
    filled = [text for text in texts if text]
    return bool(filled) and sum(is_period(text) for text in filled) >= 0.9 * len(filled)


def find_figures(head: Sequence[str], data: Sequence[Row]) -> list[str]:
    """Return the columns of figures."""
    columns = [(name, [cell_of(row, at) for row in data[:SAMPLE]]) for at, name in enumerate(head) if name]
    return [name for name, texts in columns if _is_numeric(texts) and not (TIME_NAMES.search(name) and _is_time(texts))]


def _is_numeric(texts: Sequence[str]) -> bool:
    filled = [text for text in texts if text.casefold() not in MISSING]
    return bool(filled) and sum(is_number(text) for text in filled) >= MOSTLY * len(filled)


def find_named(head: Sequence[str], form: re.Pattern[str], values: Sequence[str]) -> str:
    """Return the first column with a name of this form that has no figures; empty where there is none."""
    return next((name for name in head if form.search(name) and name not in values), "")


def find_open(
    head: Sequence[str], data: Sequence[Row], areas: tuple[int, int], time: str, values: Sequence[str]
) -> dict[str, tuple[str, ...]]:
    """Return the columns of words that tell several rows of one area and year apart."""
    area = areas[0]
    key = [*(at for at in areas if at >= 0), *([head.index(time)] if time else [])]
    if max(Counter(tuple(cell_of(row, at) for at in key) for row in data).values(), default=0) < 2:  # noqa: PLR2004
        return {}
    years = {at for at, _period in years_of(head)} | {at for at, name in enumerate(head) if GROUP.fullmatch(name)}
    named = [at for at, name in enumerate(head) if at not in key and at not in years and name and name not in values]
    return {
        head[at]: found for at in named if 1 < len(found := _distinct(data, at)) <= SAMPLE and _varies(data, area, at)
    }


def _distinct(data: Sequence[Row], at: int) -> tuple[str, ...]:
    return tuple(dict.fromkeys(cell_of(row, at) for row in data))


def _varies(data: Sequence[Row], area: int, at: int) -> bool:
    """Whether a column has several values for one area, unlike the name beside a code."""
    seen: dict[str, str] = {}
    return any(seen.setdefault(cell_of(row, area), cell_of(row, at)) != cell_of(row, at) for row in data)


def years_in(periods: Sequence[str]) -> tuple[int, ...]:
    """Return the years of periods, each once."""
    found: set[int] = set()
    for period in periods:
        try:
            found.add(year_of(period))
        except PeriodError:
            if re.match(r"[12][0-9]{3}", period):
                found.add(int(period[:4]))
    return tuple(sorted(found))
