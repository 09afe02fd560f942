"""What maps are drawn from: shapes of countries, coarse and fine, and a point for each country."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.config import GeometrySettings, SiteConfig
from generator.data.tables import Table, parse_table
from generator.data.topology import Point, Ring, Shapes, joined, parse_shapes
from generator.diagnostics import Diagnostic, Location
from generator.rules import Rule
from generator.sources import Source, Sources

COLUMNS = ("country", "latitude", "longitude")
LIMITS = {"latitude": 90.0, "longitude": 180.0}


@dataclass(frozen=True, slots=True, kw_only=True)
class Geometry:
    """Rings by M49 code (`XKX` for Kosovo, the name where there is neither), points by alpha-3 code, and the note."""

    shapes: Mapping[str, tuple[Ring, ...]]
    detail: Shapes
    """The same in finer lines, for maps of a part of the world."""
    points: Mapping[str, Point]
    note: str
    caption: str
    digest: str


def load_geometry(sources: Sources, config: SiteConfig) -> tuple[Geometry | None, tuple[Diagnostic, ...]]:
    """Return the geometry that ``site.yaml`` names, None where it names none, and what is wrong with its files."""
    wanted = config.geometry
    if wanted is None:
        return None, ()
    names = (wanted.file, wanted.detail or wanted.file, wanted.points)
    missing = tuple(_missing(name) for name in dict.fromkeys(names) if name not in sources.files)
    if missing:
        return None, missing
    file, detail, points = (sources.files[name] for name in names)
    return _parse(file, detail, points, wanted)


def _missing(name: str) -> Diagnostic:
    hint = "Put the file there, or name another under geometry."
    place = Location(path="site.yaml")
    return Diagnostic(rule=Rule.FILE_MISSING, location=place, message=f"There is no {name}.", hint=hint)


def _parse(
    file: Source, detail: Source, points: Source, wanted: GeometrySettings
) -> tuple[Geometry | None, tuple[Diagnostic, ...]]:
    shapes, in_shapes = parse_shapes(file)
    finer, in_finer = parse_shapes(detail) if detail is not file else (shapes, ())
    held, in_points = parse_points(points)
    if problems := (*in_shapes, *in_finer, *in_points):
        return None, problems
    digest = f"{file.digest}{detail.digest}{points.digest}"
    found = Geometry(
        shapes=joined(shapes), detail=finer, points=held, note=wanted.note, caption=wanted.caption, digest=digest
    )
    return found, ()


def parse_points(source: Source) -> tuple[Mapping[str, Point], tuple[Diagnostic, ...]]:
    """Return the point of each country, or what is wrong with the rows."""
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
                place = table.place(line, column)
                yield Diagnostic(rule=Rule.GEOMETRY_INVALID, location=place, message=message, hint=hint)


def _is_degrees(text: str, limit: float) -> bool:
    try:
        return abs(float(text)) <= limit
    except ValueError:
        return False
