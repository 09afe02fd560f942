"""The shapes maps are drawn from: TopoJSON to rings of longitude and latitude, and a point for each country."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import accumulate

from pydantic import BaseModel, ValidationError

from generator.config import GeometrySettings, SiteConfig
from generator.data.tables import Table, parse_table
from generator.diagnostics import Diagnostic, Location
from generator.rules import Rule
from generator.sources import Source, Sources

COLUMNS = ("country", "latitude", "longitude")
NO_ID = {"Kosovo": "XKX"}
"""Shapes of profiled countries without an M49 code: name in Natural Earth, our code."""

LIMITS = {"latitude": 90.0, "longitude": 180.0}

Point = tuple[float, float]
"""Longitude and latitude in degrees."""

Ring = tuple[Point, ...]
"""A closed line; the last point repeats the first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Geometry:
    """Rings by M49 code (`XKX` for Kosovo, the name where there is neither), points by alpha-3 code, and the note."""

    shapes: Mapping[str, tuple[Ring, ...]]
    points: Mapping[str, Point]
    note: str
    digest: str


class _Transform(BaseModel):
    scale: tuple[float, float]
    translate: tuple[float, float]


class _Properties(BaseModel):
    name: str


class _Shape(BaseModel):
    id: str | None = None
    properties: _Properties
    arcs: list[list[int]] | list[list[list[int]]]

    @property
    def key(self) -> str:
        return self.id or NO_ID.get(self.properties.name, self.properties.name)


class _Collection(BaseModel):
    geometries: list[_Shape]


class _Objects(BaseModel):
    countries: _Collection


class _Topology(BaseModel):
    transform: _Transform
    arcs: list[list[tuple[int, int]]]
    objects: _Objects


def load_geometry(sources: Sources, config: SiteConfig) -> tuple[Geometry | None, tuple[Diagnostic, ...]]:
    """Return the geometry that ``site.yaml`` names, None where it names none, and what is wrong with its files."""
    wanted = config.geometry
    if wanted is None:
        return None, ()
    missing = tuple(_missing(name) for name in (wanted.file, wanted.points) if name not in sources.files)
    return (None, missing) if missing else _parse(sources.files[wanted.file], sources.files[wanted.points], wanted)


def _missing(name: str) -> Diagnostic:
    hint = "Put the file there, or name another under geometry."
    place = Location(path="site.yaml")
    return Diagnostic(rule=Rule.FILE_MISSING, location=place, message=f"There is no {name}.", hint=hint)


def _parse(file: Source, points: Source, wanted: GeometrySettings) -> tuple[Geometry | None, tuple[Diagnostic, ...]]:
    shapes, in_shapes = parse_topology(file)
    held, in_points = parse_points(points)
    problems = (*in_shapes, *in_points)
    digest = f"{file.digest}{points.digest}"
    return (
        (None, problems)
        if problems
        else (
            Geometry(shapes=shapes, points=held, note=wanted.note, digest=digest),
            (),
        )
    )


def parse_topology(source: Source) -> tuple[Mapping[str, tuple[Ring, ...]], tuple[Diagnostic, ...]]:
    """Return the rings of every country in a TopoJSON file, or why it cannot be read."""
    try:
        topology = _Topology.model_validate_json(source.data)
        arcs = [_decode(arc, topology.transform) for arc in topology.arcs]
        shapes = topology.objects.countries.geometries
        return {shape.key: tuple(map(partial(_join, arcs), _rings(shape))) for shape in shapes}, ()
    except (ValidationError, IndexError) as error:
        return {}, (_unusable(source, error),)


def _unusable(source: Source, error: Exception) -> Diagnostic:
    first = error.errors(include_url=False)[0]["msg"] if isinstance(error, ValidationError) else "an arc is missing"
    return Diagnostic(
        rule=Rule.GEOMETRY_INVALID,
        location=Location(path=source.path),
        message=f"This is no TopoJSON with an object 'countries': {first}.",
        hint="Take countries-110m.json of the npm package world-atlas, or a file of the same form.",
    )


def _decode(arc: list[tuple[int, int]], transform: _Transform) -> Ring:
    """Return an arc's differences as degrees."""
    (sx, sy), (tx, ty) = transform.scale, transform.translate
    xs, ys = accumulate(x for x, _y in arc), accumulate(y for _x, y in arc)
    return tuple((x * sx + tx, y * sy + ty) for x, y in zip(xs, ys, strict=True))


def _rings(shape: _Shape) -> Iterator[list[int]]:
    """Yield the arcs of each ring, outer and inner alike."""
    for part in shape.arcs:
        if part and isinstance(part[0], list):
            yield from (ring for ring in part if isinstance(ring, list))
        else:
            yield [arc for arc in part if isinstance(arc, int)]


def _join(arcs: list[Ring], ring: list[int]) -> Ring:
    """Return one line of several arcs; `~n` is arc n backwards, and each begins where the last one ended."""
    parts = [arcs[n] if n >= 0 else arcs[~n][::-1] for n in ring]
    return (*parts[0], *(point for part in parts[1:] for point in part[1:]))


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
