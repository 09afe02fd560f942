"""``data/lists/*.csv`` to lists of facts; every fault of every cell is found."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from generator.data.catalog import Catalog, Redistribution
from generator.data.countries import Country
from generator.data.lists import GamesMedals, HeritageEntry, Lists
from generator.data.loading.codes import unknown_country
from generator.diagnostics import Diagnostic, Location
from generator.rules import Rule
from generator.sources.csv_file import Table, parse_table
from generator.sources.files import Sources

HERITAGE, GAMES = "data/lists/world_heritage.csv", "data/lists/olympic_medals.csv"
COLUMNS = {
    HERITAGE: ("country", "year", "number", "name", "category", "shared", "origin"),
    GAMES: ("country", "team", "year", "season", "place", "gold", "silver", "bronze", "origin"),
}
KEYS = {HERITAGE: ("country", "year", "number"), GAMES: ("country", "team", "year", "season")}
"""The columns that sort a list and stand only once."""
CHOICES = {
    "category": ("cultural", "natural", "mixed"),
    "shared": ("yes", "no"),
    "season": ("summer", "winter"),
}
NUMBERS, TEXTS = ("number", "gold", "silver", "bronze"), ("name", "team", "place")

_NUMBER, _YEAR = re.compile(r"0|[1-9][0-9]{0,5}"), re.compile(r"(18|19|20|21)[0-9]{2}")

Cells = dict[str, str]
Fault = tuple[str, Rule, str, str]
"""A cell's fault: column, rule, message and hint."""
R = TypeVar("R", HeritageEntry, GamesMedals)


def load_lists(
    sources: Sources, catalog: Catalog, countries: Mapping[str, Country]
) -> tuple[Lists, tuple[Diagnostic, ...]]:
    """Return the lists of the project, empty without a file, and all faults."""
    read, problems = {}, []
    for path in COLUMNS:
        checker = _Checker(catalog=catalog, countries=countries, path=path)
        read[path] = list(checker.rows(sources))
        problems += checker.problems
    heritage = [_entry(cells) for cells in read[HERITAGE]]
    games = [_medals(cells) for cells in read[GAMES]]
    return Lists(heritage=_by_country(heritage), games=_by_country(games)), tuple(problems)


def _by_country(rows: list[R]) -> dict[str, tuple[R, ...]]:
    found: dict[str, list[R]] = defaultdict(list)
    for row in rows:
        found[row.country].append(row)
    return {country: tuple(each) for country, each in found.items()}


def _entry(cells: Cells) -> HeritageEntry:
    return HeritageEntry(
        country=cells["country"],
        year=int(cells["year"]),
        number=int(cells["number"]),
        name=cells["name"],
        category=cells["category"],
        shared=cells["shared"] == "yes",
        origin=cells["origin"],
    )


def _medals(cells: Cells) -> GamesMedals:
    return GamesMedals(
        country=cells["country"],
        team=cells["team"],
        year=int(cells["year"]),
        season=cells["season"],
        place=cells["place"],
        gold=int(cells["gold"]),
        silver=int(cells["silver"]),
        bronze=int(cells["bronze"]),
        origin=cells["origin"],
    )


@dataclass(slots=True, kw_only=True)
class _Checker:
    """Reads one list, notes faults, remembers keys."""

    catalog: Catalog
    countries: Mapping[str, Country]
    path: str
    problems: list[Diagnostic] = field(default_factory=list)
    _seen: dict[tuple[str, ...], int] = field(default_factory=dict)
    _last: tuple[str, ...] = ()

    def rows(self, sources: Sources) -> Iterator[Cells]:
        """Yield the sound rows; faults of the others are noted."""
        source = sources.files.get(self.path)
        table, faults = parse_table(source, COLUMNS[self.path]) if source else (None, ())
        self.problems += faults
        for line, given in table.rows if table else ():
            cells = dict(zip(COLUMNS[self.path], given, strict=True))
            if self._sound(table, line, cells):
                yield cells

    def _sound(self, table: Table | None, line: int, cells: Cells) -> bool:
        faults = [*self._cell_faults(cells), *self._key_faults(line, cells)]
        for column, rule, message, hint in faults:
            where = table.location(line, column) if table else Location(path=self.path)
            self.problems.append(Diagnostic(rule=rule, location=where, message=message, hint=hint))
        return not faults

    def _cell_faults(self, cells: Cells) -> Iterator[Fault]:
        yield from self._country_faults(cells)
        yield from self._origin_faults(cells["origin"])
        if not _YEAR.fullmatch(cells["year"]):
            yield "year", Rule.YEAR_INVALID, f"'{cells['year']}' is no year.", "Write a year of four digits."
        for column in NUMBERS:
            if column in cells and not _NUMBER.fullmatch(cells[column]):
                message = f"'{cells[column]}' is no count."
                yield column, Rule.VALUE_INVALID, message, "Write digits only; nothing won is 0."
        for column, allowed in CHOICES.items():
            if column in cells and cells[column] not in allowed:
                message = f"'{cells[column]}' is no {column}."
                yield column, Rule.LIST_INVALID, message, f"Write one of {', '.join(allowed)}."
        for column in TEXTS:
            if column in cells and " ".join(cells[column].split()) != (cells[column] or " "):
                message = f"The {column} is empty or has spaces too many."
                yield column, Rule.LIST_INVALID, message, "Write it with single spaces between words."

    def _country_faults(self, cells: Cells) -> Iterator[Fault]:
        """Yield a fault for an unknown code; a team of no present country has none."""
        code = cells["country"]
        if code not in self.countries and (code or "team" not in cells):
            fault = unknown_country(Location(path=""), code, self.countries)
            yield "country", fault.rule, fault.message, fault.hint

    def _origin_faults(self, name: str) -> Iterator[Fault]:
        origin = self.catalog.origins.get(name)
        if origin is None:
            yield "origin", Rule.ORIGIN_UNKNOWN, f"There is no origin '{name}'.", "It stands in origins.yaml."
        elif origin.redistribution is Redistribution.NO:
            message = f"The licence of '{name}' does not let this list be published."
            yield "origin", Rule.DATA_WITHHELD, message, "Remove it and list it in withheld.yaml."

    def _key_faults(self, line: int, cells: Cells) -> Iterator[Fault]:
        key = tuple(cells[c].zfill(6) if c == "number" else cells[c] for c in KEYS[self.path])
        if key in self._seen:
            hint = f"The first stands in line {self._seen[key]}; keep one."
            yield "country", Rule.LIST_INVALID, "This entry stands here twice.", hint
        elif key < self._last:
            hint = f"Sort by {', '.join(KEYS[self.path])}."
            yield "country", Rule.LIST_INVALID, "This row is out of order.", hint
        self._seen.setdefault(key, line)
        self._last = max(key, self._last)
