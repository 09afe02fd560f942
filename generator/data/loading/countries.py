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
from generator.sources.files import Sources
from generator.sources.shapes import FIRST_YEAR, LAST_YEAR, SLUG
from generator.sources.yaml_file import locate

COUNTRIES = "data/countries.csv"
COLUMNS = (
    "code,alpha2,m49,name,slug,official_name,native_names,aliases,capital,region,income_group,income_group_year,"
    "area_km2,languages,currencies,neighbours"
)

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
    "code": "Write three capital letters of ISO 3166, as KAZ.",
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


def load_countries(sources: Sources) -> tuple[dict[str, Country] | None, tuple[Diagnostic, ...]]:
    """Return all countries by code, or what is wrong with the file."""
    source = sources.files.get(COUNTRIES)
    if source is None:
        return None, (missing(COUNTRIES, f"Make it with the columns {COLUMNS}"),)
    table, problems = parse_table(source, tuple(COLUMNS.split(",")))
    if table is None:
        return None, problems
    rows = [(line, dict(zip(table.columns, cells, strict=True))) for line, cells in table.rows]
    problems = (*_check_rows(table, rows), *_check_neighbours(table, rows))
    return (None, problems) if problems else ({row["code"]: _country(row) for _, row in rows}, ())


def _split(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(";") if part.strip())


def _country(row: Mapping[str, str]) -> Country:
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
    )


def _check_rows(table: Table, rows: list[tuple[int, dict[str, str]]]) -> Iterator[Diagnostic]:
    seen: dict[str, set[str]] = {column: set() for column in UNIQUE}
    for line, row in rows:
        for column, message in _row_faults(row, seen):
            hint = _HINTS.get(column, "Write it as in the other rows; lists are separated by '; '.")
            hint = "Give each country its own." if message.endswith("twice.") else hint
            yield Diagnostic(
                rule=Rule.CATALOG_INVALID, location=table.location(line, column), message=message, hint=hint
            )


def _check_neighbours(table: Table, rows: list[tuple[int, dict[str, str]]]) -> Iterator[Diagnostic]:
    codes = {row["code"] for _line, row in rows}
    for line, row in rows:
        where, listed = table.location(line, "neighbours"), _split(row["neighbours"])
        for code in listed:
            if code not in codes:
                message = f"There is no country '{code}' in this file."
                hint = "Neighbours are alpha-3 codes of rows of this file, separated by '; '."
                yield Diagnostic(rule=Rule.COUNTRY_UNKNOWN, location=where, message=message, hint=hint)
        if row["code"] in listed or len(set(listed)) < len(listed):
            message = "A country is its own neighbour, or a neighbour stands here twice."
            others = dict.fromkeys(code for code in listed if code != row["code"])
            hint = f"Write {'; '.join(others) or 'nothing'}"
            yield Diagnostic(rule=Rule.CATALOG_INVALID, location=where, message=message, hint=hint)


def _row_faults(row: Mapping[str, str], seen: dict[str, set[str]]) -> Iterator[tuple[str, str]]:
    code, slug = row["code"], row["slug"]
    if not (len(code) == 3 and code.isascii() and code.isupper()):  # noqa: PLR2004 - alpha-3
        yield "code", f"'{code}' is no alpha-3 code."
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
