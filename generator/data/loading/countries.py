"""``data/countries.csv`` to records, and the profiles of ``site.yaml`` checked against it."""

import re
from collections.abc import Iterator, Mapping

from generator.config import SiteConfig
from generator.data.countries import Country
from generator.data.loading.codes import missing, no_profile, unknown_country
from generator.data.observations import YEARS
from generator.diagnostics import Diagnostic
from generator.rules import Rule
from generator.sources.csv_file import Table, parse_table
from generator.sources.entities import Entities
from generator.sources.files import Source, Sources
from generator.sources.shapes import FIRST_YEAR, LAST_YEAR, SLUG
from generator.sources.yaml_file import locate

COUNTRIES = "data/countries.csv"
COLUMNS = (
    "code,alpha2,m49,name,slug,official_name,native_names,aliases,capital,region,income_group,income_group_year,"
    "area_km2,languages,currencies,neighbours"
)

ALL = (*COLUMNS.split(","), "parent")

NEEDED = ("code", "name", "slug")
"""The columns that regions need; countries have all of them."""


_FORMS = {
    "alpha2": re.compile("[A-Z]{2}"),
    "m49": re.compile("[0-9]{3}"),
    "region": re.compile(".*[A-Za-z].*"),
    "native_names": re.compile("[a-z]{2,3}(-[A-Za-z]+)?: [^;]+(; [a-z]{2,3}(-[A-Za-z]+)?: [^;]+)*"),
}
"""The form of a filled cell; native names carry the language of each."""


UNIQUE = ("code", "slug", "alpha2", "m49", "name")
"""Columns whose values are unique."""

_HINTS = {
    "slug": "Write the name as in an address, as south-korea.",
    "name": "Write the English name.",
    "alpha2": "Write two capital letters of ISO 3166, as KZ.",
    "m49": "Write three digits of M49, as 398.",
    "region": "Write a name that can be a part of an address, as Central Asia.",
    "native_names": "Write the language before each name, as kk: Қазақстан; ru: Казахстан",
    "income_group_year": f"Write a year from {FIRST_YEAR} to {LAST_YEAR}, or nothing.",
    "area_km2": "Write digits without separators, or nothing.",
}
"""The hint for a column."""


def load_countries(sources: Sources, kind: Entities) -> tuple[dict[str, Country] | None, tuple[Diagnostic, ...]]:
    """Return all countries by code, or what is wrong with the file."""
    source = sources.files.get(COUNTRIES)
    if source is None:
        return None, (missing(COUNTRIES, f"Make it with the columns {COLUMNS}"),)
    table, problems = parse_table(source, _columns(source, kind))
    if table is None:
        return None, problems
    absent = dict.fromkeys(set(ALL).difference(table.columns), "")
    rows = [(line, absent | dict(zip(table.columns, cells, strict=True))) for line, cells in table.rows]
    problems = (*_check_rows(table, rows, kind), *_check_neighbours(table, rows), *_check_parents(table, rows, kind))
    return (
        (None, problems)
        if problems
        else ({row["code"]: _country(row, kind.kind_of(row["parent"]).path) for _, row in rows}, ())
    )


def _columns(source: Source, kind: Entities) -> tuple[str, ...]:
    """Return the columns to expect: all of countries, of other entities those that the file has."""
    known, given = (
        ALL,
        source.data.partition(b"\n")[0].decode(errors="replace").strip("\ufeff\r").split(","),
    )
    return tuple(c for c in known if (kind.of_states and c != "parent") or c in NEEDED or c in given)


def _split(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(";") if part.strip())


def _country(row: Mapping[str, str], path: str) -> Country:
    return Country(
        code=row["code"],
        alpha2=row["alpha2"],
        m49=row["m49"],
        name=row["name"],
        slug=row["slug"],
        official_name=row["official_name"],
        native_names=tuple((n.partition(": ")[0], n.partition(": ")[2]) for n in _split(row["native_names"])),
        aliases=_split(row["aliases"]),
        capital=row["capital"],
        region=row["region"],
        income_group=row["income_group"],
        income_group_year=int(row["income_group_year"]) if row["income_group_year"] else None,
        area_km2=int(row["area_km2"]) if row["area_km2"] else None,
        languages=_split(row["languages"]),
        currencies=_split(row["currencies"]),
        neighbours=_split(row["neighbours"]),
        parent=row["parent"],
        path=path,
    )


def _check_rows(table: Table, rows: list[tuple[int, dict[str, str]]], kind: Entities) -> Iterator[Diagnostic]:
    seen: dict[str, set[str]] = {column: set() for column in UNIQUE}
    for line, row in rows:
        for column, message in _row_faults(row, seen, kind):
            hint = (
                f"Write {kind.kind_of(row['parent']).code_hint}."
                if column == "code"
                else _HINTS.get(column, "Write it as in the other rows; lists are separated by '; '.")
            )
            hint = "Give each country its own." if message.endswith("twice.") else hint
            yield Diagnostic(
                rule=Rule.CATALOG_INVALID, location=table.location(line, column), message=message, hint=hint
            )


def _check_neighbours(table: Table, rows: list[tuple[int, dict[str, str]]]) -> Iterator[Diagnostic]:
    codes = {row["code"] for _line, row in rows}
    for line, row in rows:
        listed = _split(row["neighbours"])
        where = table.location(line, "neighbours" if listed else "code")
        for code in listed:
            if code not in codes:
                message = f"There is no country '{code}' in this file."
                hint = "Neighbours are codes of rows of this file, separated by '; '."
                yield Diagnostic(rule=Rule.COUNTRY_UNKNOWN, location=where, message=message, hint=hint)
        if row["code"] in listed or len(set(listed)) < len(listed):
            message = "A country is its own neighbour, or a neighbour stands here twice."
            others = dict.fromkeys(code for code in listed if code != row["code"])
            hint = f"Write {'; '.join(others) or 'nothing'}"
            yield Diagnostic(rule=Rule.CATALOG_INVALID, location=where, message=message, hint=hint)


def _check_parents(table: Table, rows: list[tuple[int, dict[str, str]]], kind: Entities) -> Iterator[Diagnostic]:
    """Yield a problem for each parent that is none, or that is a part itself."""
    parents = {row["code"]: row["parent"] for _line, row in rows}
    for line, row in rows:
        if not (parent := row["parent"]):
            continue
        message, hint = "", "A parent is the code of a row without a parent."
        if kind.parts is None:
            message, hint = "This site has no parts.", "Say in site.yaml what they are, as `parts` of `entities`."
        elif parent not in parents:
            message = f"There is no row with the code '{parent}'."
        elif parents[parent]:
            message = f"'{parent}' is a part itself."
        if message:
            where = table.location(line, "parent")
            yield Diagnostic(rule=Rule.CATALOG_INVALID, location=where, message=message, hint=hint)


def _row_faults(row: Mapping[str, str], seen: dict[str, set[str]], kind: Entities) -> Iterator[tuple[str, str]]:
    code, slug = row["code"], row["slug"]
    own = kind.kind_of(row["parent"])
    if not own.is_code(code):
        yield "code", f"'{code}' is no code of {own.codes}."
    if not re.fullmatch(SLUG, slug):
        yield "slug", f"'{slug}' is no slug of lower-case letters, digits and hyphens."
    if not row["name"].strip():
        yield "name", "The country has no name."
    for column, form in _FORMS.items():
        if row[column] and not form.fullmatch(row[column]):
            yield column, f"'{row[column]}' is not of the form {form.pattern}"
    if row["income_group_year"] not in ("", *YEARS):
        yield "income_group_year", f"'{row['income_group_year']}' is no year."
    if not re.fullmatch("[0-9]*", row["area_km2"]):
        yield "area_km2", f"'{row['area_km2']}' is no whole number."
    again = [column for column in UNIQUE if row[column] and row[column] in seen[column]]
    for column in again[:2] if again[:1] == ["code"] else again:  # the rest only follows where a row stands here twice
        yield column, f"'{row[column]}' stands here twice."
    for column in UNIQUE:
        seen[column].add(row[column])


def check_profiles(sources: Sources, config: SiteConfig, countries: Mapping[str, Country]) -> Iterator[Diagnostic]:
    """Yield a problem for each unknown or repeated code in ``profiles`` of site.yaml."""
    source = sources.files["site.yaml"]
    for at, code in enumerate(config.profiles):
        if code not in countries:
            yield unknown_country(locate(source, "profiles", at), code, countries)
        elif (parent := countries[code].parent) and parent not in config.profiles:
            message = f"'{code}' is a part of {countries[parent].name}, which has no profile."
            hint = f"Add {parent} to the list, or take {code} out."
            yield Diagnostic(
                rule=Rule.CATALOG_INVALID, location=locate(source, "profiles", at), message=message, hint=hint
            )
        elif code in config.profiles[:at]:
            where = locate(source, "profiles", at)
            message = f"'{code}' is listed twice."
            yield Diagnostic(rule=Rule.CATALOG_INVALID, location=where, message=message, hint="Keep one of the two.")


def check_peers(sources: Sources, config: SiteConfig, countries: Mapping[str, Country]) -> Iterator[Diagnostic]:
    """Yield a problem for each code in ``peers`` of site.yaml without a profile, or compared with itself."""
    source = sources.files["site.yaml"]
    for at, each in enumerate(config.peers.chosen):
        places = (("country",), *(("peers", n) for n in range(len(each.peers))))
        for place, code in zip(places, (each.country, *each.peers), strict=True):
            where = locate(source, "peers", "chosen", at, *place)
            if code not in config.profiles:
                yield no_profile(where, code, countries, config.profiles)
            elif place != ("country",) and code == each.country:
                message, hint = f"'{code}' would be compared with itself.", "Take it out."
                yield Diagnostic(rule=Rule.CATALOG_INVALID, location=where, message=message, hint=hint)
