"""Producers' areas as our countries, found by lists of codes and names, never by likeness."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from generator.data.countries import Country
from generator.diagnostics import Diagnostic, close_names
from generator.rules import Rule
from generator.sources.csv_file import Table, parse_table
from generator.sources.files import Source, Sources

__all__ = ("Areas", "check_lists", "read_areas")

COLUMNS = ("code", "country", "reason")
COMMON = ("names", "countries")
"""The lists that hold spellings of all producers and every country.

They are read besides the contract's own.
"""
OPEN = "?"
"""How a reason begins that is a question still: who keeps the list has to answer it."""
NOT_OURS = "not in countries.csv"
"""Why a country that a list knows is left out of a project that does not have it."""
_CODE = re.compile("[A-Z]{3}")
SHORTEST_NAME = 4
"""Letters a name must have to be looked up among the aliases of countries.csv.

Where codes of two letters stand too.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaEntry:
    """What a list says of a code or name: which country it is, or why it is none."""

    country: str
    reason: str
    list: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Areas:
    """The known areas: entries by folded code or name, our codes, our names."""

    entries: Mapping[str, AreaEntry]
    codes: Mapping[str, str]
    """Our codes, each with the country's name."""
    names: Mapping[str, str]
    """Folded names of countries.csv, each with our code."""

    def find(self, code: str, name: str = "") -> AreaEntry | None:
        """Return the entry of an area, by its code or else by its name; None where no list has it."""
        text = code.strip() or name.strip()
        if (entry := self.entries.get(fold(text))) and not entry.reason.startswith(OPEN):
            return entry
        if text in self.codes:
            return AreaEntry(country=text, reason="", list="")
        country = self.names.get(fold(text), "")
        return AreaEntry(country=country, reason="", list="") if country else None

    def close(self, text: str) -> tuple[str, ...]:
        """Return names similar to a text, with our codes: advice for a person, never an answer."""
        known = {**{key: found.country for key, found in self.entries.items() if found.country}, **self.names}
        long_enough = [key for key in known if len(key) >= SHORTEST_NAME]
        near = close_names(fold(text), long_enough, most=3, cutoff=0.75)
        return tuple(dict.fromkeys(f"{self.codes[known[key]]} ({known[key]})" for key in near))


@lru_cache(maxsize=16_384)  # several lists are read for one file, and most of them have the same names
def fold(text: str) -> str:
    """Return a name without the differences of spelling: letter case, quotes, widths, number of spaces."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    plain = re.sub("[’‘ʼ`´]", "'", plain)
    return " ".join(re.sub("[“”„«»]", '"', plain).split())


def read_areas(sources: tuple[Source, ...], countries: Mapping[str, Country]) -> tuple[Areas, tuple[Diagnostic, ...]]:
    """Return the entries of all lists, the first list first, and everything wrong with them."""
    entries: dict[str, AreaEntry] = {}
    problems: list[Diagnostic] = []
    for source in sources:
        table, faults = parse_table(source, COLUMNS)
        problems += faults
        if table:
            problems += _check(table)
            answered = {key: entry for key, entry in entries.items() if not entry.reason.startswith(OPEN)}
            entries = {**entries, **dict(_entries(table, countries)), **answered}
    codes = {code: country.name for code, country in countries.items()}
    return Areas(entries=entries, codes=codes, names=_names(countries)), tuple(problems)


def check_lists(sources: Sources) -> Iterator[Diagnostic]:
    """Yield everything wrong with a project's own lists."""
    for source in sources.under("data/imports/areas", ".csv"):
        table, faults = parse_table(source, COLUMNS)
        yield from faults if table is None else _check(table)


def _entries(table: Table, countries: Mapping[str, Country]) -> Iterator[tuple[str, AreaEntry]]:
    name = table.path.rpartition("/")[2].removesuffix(".csv")
    for _line, (code, country, reason) in table.rows:
        known = not country or country in countries
        yield fold(code), AreaEntry(country=country if known else "", reason=reason if known else NOT_OURS, list=name)


def _check(table: Table) -> Iterator[Diagnostic]:
    seen: dict[str, int] = {}
    for line, (code, country, reason) in table.rows:
        if country and not _CODE.fullmatch(country):
            hint = "Write a code of data/countries.csv, or leave the cell empty and give a reason."
            yield _fault(table, line, "country", f"'{country}' is no code of a country.", hint)
        if not country and not reason:
            hint = "Say why: aggregate, dissolved, territory."
            yield _fault(table, line, "reason", f"'{code}' has neither a country nor a reason.", hint)
        if (first := seen.setdefault(fold(code), line)) != line:
            yield _fault(table, line, "code", f"'{code}' stands here twice.", f"It stands in line {first} too.")


def _fault(table: Table, line: int, column: str, message: str, hint: str) -> Diagnostic:
    return Diagnostic(rule=Rule.AREA_UNKNOWN, location=table.location(line, column), message=message, hint=hint)


def _names(countries: Mapping[str, Country]) -> dict[str, str]:
    """Return every name that only one country has: `Saint-Martin` is two, and `Scotland` is a part of one."""
    found: dict[str, set[str]] = defaultdict(set)
    for country in countries.values():
        for name in (country.name, country.official_name, *country.aliases):
            if len(name) >= SHORTEST_NAME or name == country.name:
                found[fold(name)].add(country.code)
    return {name: next(iter(codes)) for name, codes in found.items() if len(codes) == 1}
