"""Points of countries on a map: ``data/geo/points.csv``."""

from collections.abc import Iterator, Mapping

from generator.data.countries import Country
from generator.data.geo.line import Point
from generator.data.loading.codes import unknown_country
from generator.diagnostics import Diagnostic, Location
from generator.rules import Rule
from generator.sources.csv_file import Table, parse_table
from generator.sources.files import Source

COLUMNS = ("country", "latitude", "longitude")
LIMITS = {"latitude": 90.0, "longitude": 180.0}


def parse_points(source: Source) -> tuple[Mapping[str, Point], tuple[Diagnostic, ...]]:
    """Return the point of each country, or the problems of the rows."""
    table, problems = parse_table(source, COLUMNS)
    if table is None:
        return {}, problems
    problems = tuple(_check_points(table))
    return (
        ({}, problems)
        if problems
        else (
            {code: (float(longitude), float(latitude)) for _line, (code, latitude, longitude) in table.rows},
            (),
        )
    )


def _check_points(table: Table) -> Iterator[Diagnostic]:
    for line, cells in table.rows:
        for column, limit in LIMITS.items():
            text = cells[COLUMNS.index(column)]
            if not _is_degrees(text, limit):
                message = f"'{text}' is no {column}."
                hint = f"Write degrees from {-limit:g} to {limit:g}."
                place = table.location(line, column)
                yield Diagnostic(rule=Rule.GEOMETRY_INVALID, location=place, message=message, hint=hint)


def _is_degrees(text: str, limit: float) -> bool:
    try:
        return abs(float(text)) <= limit
    except ValueError:
        return False


def check_codes(source: Source, countries: Mapping[str, Country], profiles: tuple[str, ...]) -> tuple[Diagnostic, ...]:
    """Return points of unknown countries, and profiled countries without a point."""
    table, _problems = parse_table(source, COLUMNS)
    return () if table is None else (*_unknown(table, countries), *_without(table, countries, profiles))


def _unknown(table: Table, countries: Mapping[str, Country]) -> Iterator[Diagnostic]:
    for line, (code, *_degrees) in table.rows:
        if code not in countries:
            yield unknown_country(table.location(line, COLUMNS[0]), code, countries)


def _without(table: Table, countries: Mapping[str, Country], profiles: tuple[str, ...]) -> Iterator[Diagnostic]:
    known = {cells[0] for _line, cells in table.rows}
    for code in profiles:
        if code in countries and code not in known:
            message = f"There is no point for {code} ({countries[code].name}), which has a profile."
            hint = f"Add a row: {code},latitude,longitude in degrees."
            place = Location(path=table.path)
            yield Diagnostic(rule=Rule.GEOMETRY_INVALID, location=place, message=message, hint=hint)
