"""``data/countries.csv`` and ``data/groups.yaml`` to records."""

import re
from collections.abc import Container, Iterator, Mapping
from difflib import get_close_matches
from typing import Literal

from generator.config import CountryCode, SiteConfig, Slug, Strict, Text
from generator.data.countries import Country, Group
from generator.data.tables import Table, parse_table
from generator.diagnostics import Diagnostic, Location
from generator.rules import Rule
from generator.sources import Source, Sources
from generator.strict_yaml import locate, parse_yaml

COUNTRIES = "data/countries.csv"
GROUPS = "data/groups.yaml"
COLUMNS = (
    "code,alpha2,m49,name,slug,official_name,native_names,aliases,capital,region,income_group,income_group_year,"
    "area_km2,languages,currencies,neighbours"
)


_FORMS = {
    "alpha2": re.compile("[A-Z]{2}"),
    "m49": re.compile("[0-9]{3}"),
    "native_names": re.compile("[a-z]{2,3}(-[A-Za-z]+)?: [^;]+(; [a-z]{2,3}(-[A-Za-z]+)?: [^;]+)*"),
}
"""What a filled cell looks like; native names carry the language of each."""

_HINTS = {
    "code": "Write three capital letters of ISO 3166, as KAZ.",
    "slug": "Write the name as in an address, as south-korea.",
    "name": "Write the English name.",
    "alpha2": "Write two capital letters of ISO 3166, as KZ.",
    "m49": "Write three digits of M49, as 398.",
    "native_names": "Write the language before each name, as kk: Қазақстан; ru: Казахстан",
    "income_group_year": "Write a year in digits, or nothing.",
    "area_km2": "Write digits without separators, or nothing.",
}
"""What to write in a column."""


class _Other(Strict):
    country: CountryCode
    role: Text


class _Group(Strict):
    title: Text
    short: str = ""
    kind: Literal["region", "organisation"]
    members: tuple[CountryCode, ...]
    others: tuple[_Other, ...] = ()
    source: str = ""


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


def missing(path: str, hint: str) -> Diagnostic:
    """Return the problem of a file that the project must have."""
    return Diagnostic(
        rule=Rule.FILE_MISSING, location=Location(path=path), message=f"There is no file '{path}'.", hint=hint
    )


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
    seen: dict[str, set[str]] = {"code": set(), "slug": set()}
    for line, row in rows:
        for column, message in _row_faults(row, seen):
            hint = _HINTS.get(column, "Write it as in the other rows; lists are separated by '; '.")
            hint = "Give each country its own." if message.endswith("twice.") else hint
            yield Diagnostic(rule=Rule.CATALOG_INVALID, location=table.place(line, column), message=message, hint=hint)


def _check_neighbours(table: Table, rows: list[tuple[int, dict[str, str]]]) -> Iterator[Diagnostic]:
    codes = {row["code"] for _line, row in rows}
    for line, row in rows:
        for code in _split(row["neighbours"]):
            if code not in codes:
                message = f"There is no country '{code}' in this file."
                hint = "Neighbours are alpha-3 codes of rows of this file, separated by '; '."
                where = table.place(line, "neighbours")
                yield Diagnostic(rule=Rule.COUNTRY_UNKNOWN, location=where, message=message, hint=hint)


def _row_faults(row: Mapping[str, str], seen: dict[str, set[str]]) -> Iterator[tuple[str, str]]:
    code, slug = row["code"], row["slug"]
    if not (len(code) == 3 and code.isascii() and code.isupper()):  # noqa: PLR2004 - alpha-3
        yield "code", f"'{code}' is no alpha-3 code."
    if not slug or not slug.replace("-", "a").isalnum() or not slug.isascii() or slug != slug.lower():
        yield "slug", f"'{slug}' is no slug of lower-case letters, digits and hyphens."
    if not row["name"].strip():
        yield "name", "The country has no name."
    for column, form in _FORMS.items():
        if row[column] and not form.fullmatch(row[column]):
            yield column, f"'{row[column]}' is not of the form {form.pattern}"
    for column in ("income_group_year", "area_km2"):
        if row[column] and not (row[column].isascii() and row[column].isdigit()):
            yield column, f"'{row[column]}' is no whole number."
    for column in ("code", "slug"):
        if row[column] in seen[column]:
            yield column, f"'{row[column]}' stands here twice."
        seen[column].add(row[column])


def load_groups(sources: Sources, countries: Mapping[str, Country]) -> tuple[dict[str, Group], tuple[Diagnostic, ...]]:
    """Return the groups by id; without the file there are none."""
    source = sources.files.get(GROUPS)
    if source is None:
        return {}, ()
    shapes, problems = parse_yaml(source, dict[Slug, _Group])
    if shapes is None:
        return {}, problems
    faults = tuple(fault for name, shape in shapes.items() for fault in _check_group(source, name, shape, countries))
    return {name: _group(name, shape, countries) for name, shape in shapes.items()}, faults


def _check_group(source: Source, name: str, shape: _Group, countries: Mapping[str, Country]) -> Iterator[Diagnostic]:
    """Yield a problem for each code of a group that no country has or that stands there twice."""
    codes = [(("members", at), code) for at, code in enumerate(shape.members)]
    codes += [(("others", at, "country"), other.country) for at, other in enumerate(shape.others)]  # type: ignore[misc]  # places differ in depth
    for at, (place, code) in enumerate(codes):
        if code not in countries:
            yield unknown_country(locate(source, name, *place), code, countries)
        elif code in [other for _place, other in codes[:at]]:
            message = f"'{code}' stands in this group twice."
            where = locate(source, name, *place)
            yield Diagnostic(rule=Rule.CATALOG_INVALID, location=where, message=message, hint="Keep one of the two.")


def _group(name: str, shape: _Group, countries: Mapping[str, Country]) -> Group:
    """Return the group with the countries that exist; any other has been reported."""
    return Group(
        id=name,
        title=shape.title,
        short=shape.short or name.upper(),
        kind=shape.kind,
        members=tuple(code for code in shape.members if code in countries),
        others=tuple((other.country, other.role) for other in shape.others if other.country in countries),
        source=shape.source,
    )


def unknown_country(location: Location, code: str, countries: Mapping[str, Country]) -> Diagnostic:
    """Return the problem of a code that no country has, with the nearest one that exists."""
    by_name = {c.name.lower(): c.code for c in countries.values()} | {c.alpha2: c.code for c in countries.values()}
    swapped = (known for known in countries if sorted(known) == sorted(code.upper()))
    near = (*swapped, *get_close_matches(code.upper(), countries, n=1), "")
    close = by_name.get(code.lower()) or by_name.get(code) or near[0]
    hint = f"Did you mean '{close}' ({countries[close].name})?" if close else "Codes are in data/countries.csv."
    return Diagnostic(rule=Rule.COUNTRY_UNKNOWN, location=location, message=f"There is no country '{code}'.", hint=hint)


def no_profile(location: Location, code: str, countries: Mapping[str, Country], profiles: Container[str]) -> Diagnostic:
    """Return the problem of a code in prose that has no profile: it is unknown, or site.yaml leaves it out."""
    if code not in countries:
        return unknown_country(location, code, {known: countries[known] for known in countries if known in profiles})
    message = f"'{code}' ({countries[code].name}) has no profile here."
    hint = f"Add {code} to profiles in site.yaml, or take this out."
    return Diagnostic(rule=Rule.COUNTRY_UNKNOWN, location=location, message=message, hint=hint)


def check_profiles(sources: Sources, config: SiteConfig, countries: Mapping[str, Country]) -> Iterator[Diagnostic]:
    """Yield a problem for each code in ``profiles`` of site.yaml that is unknown or stands there twice."""
    source = sources.files["site.yaml"]
    for at, code in enumerate(config.profiles):
        if code not in countries:
            yield unknown_country(locate(source, "profiles", at), code, countries)
        elif code in config.profiles[:at]:
            where = locate(source, "profiles", at)
            message = f"'{code}' is listed twice."
            yield Diagnostic(rule=Rule.CATALOG_INVALID, location=where, message=message, hint="Keep one of the two.")
