"""Outlines of a project's own: GeoJSON or TopoJSON, whose shapes name their codes by a key."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import accumulate, chain
from typing import Annotated, Any, Literal

from pydantic import BaseModel, Field, TypeAdapter, ValidationError

from generator.data.geo.line import Ring
from generator.data.geo.topology import NONE, Shapes
from generator.diagnostics import Diagnostic, Location, suggest
from generator.rules import Rule
from generator.sources.files import Source

LIMIT = 10_000_000
"""The most bytes that outlines are read of; a map shows no more than a tenth of that."""

LAND = "~"
"""What keys begin with that are no codes: shapes around the project's own, drawn as land."""

Position = tuple[float, float] | tuple[float, float, float]
Arcs = list[list[int]] | list[list[list[int]]]


class _Polygon(BaseModel):
    type: Literal["Polygon"]
    coordinates: list[list[Position]]


class _MultiPolygon(BaseModel):
    type: Literal["MultiPolygon"]
    coordinates: list[list[list[Position]]]


class _Feature(BaseModel):
    properties: dict[str, Any] | None = None
    geometry: Annotated[_Polygon | _MultiPolygon, Field(discriminator="type")] | None


class _Features(BaseModel):
    type: Literal["FeatureCollection"]
    features: list[_Feature]


class _Transform(BaseModel):
    scale: tuple[float, float]
    translate: tuple[float, float]


class _Shape(BaseModel):
    type: Literal["Polygon", "MultiPolygon"] | None
    properties: dict[str, Any] | None = None
    arcs: Arcs = []


class _Collection(BaseModel):
    geometries: list[_Shape]


class _Topology(BaseModel):
    type: Literal["Topology"]
    transform: _Transform | None = None
    arcs: list[list[Position]]
    objects: dict[str, _Collection]


_FILE: TypeAdapter[_Features | _Topology] = TypeAdapter(
    Annotated[_Features | _Topology, Field(discriminator="type")],
)


def parse_outlines(source: Source, key: str) -> tuple[Shapes, tuple[Diagnostic, ...]]:
    """Return the shapes of a file by their property `key`, or what is wrong with it."""
    if len(source.data) > LIMIT:
        message = f"This file has more than {LIMIT:,} bytes."
        return NONE, (fault(source, message, "Simplify its lines, with mapshaper for instance."),)
    try:
        found = _FILE.validate_json(source.data)
    except ValidationError as error:
        return NONE, (_unreadable(source, error),)
    shapes = _of_features(found, key) if isinstance(found, _Features) else _of_topology(found, key)
    problems = tuple(_check(source, shapes, found, key))
    return (NONE if problems else shapes), problems


def fault(source: Source, message: str, hint: str) -> Diagnostic:
    """Return a problem of a file of outlines."""
    return Diagnostic(rule=Rule.GEOMETRY_INVALID, location=Location(path=source.path), message=message, hint=hint)


def _unreadable(source: Source, error: ValidationError) -> Diagnostic:
    first = error.errors(include_url=False)[0]
    place = ".".join(str(part) for part in first["loc"] if part not in {"FeatureCollection", "Topology"})
    message = f"This is no GeoJSON or TopoJSON of polygons: {f'{place}: ' if place else ''}{first['msg']}."
    return fault(source, message, "Export a FeatureCollection of polygons, in degrees (WGS 84).")


def _of_features(found: _Features, key: str) -> Shapes:
    """Return GeoJSON as shapes: each ring is an arc of its own."""
    arcs: list[Ring] = []
    rings: dict[str, tuple[tuple[int, ...], ...]] = {}
    for number, feature in enumerate(found.features):
        own = [tuple((p[0], p[1]) for p in ring) for ring in _rings(feature.geometry) if ring]
        code = _code(feature.properties, key, number)
        rings[code] = (*rings.get(code, ()), *((len(arcs) + n,) for n in range(len(own))))
        arcs += own
    return Shapes(arcs=tuple(arcs), rings=rings)


def _rings(geometry: _Polygon | _MultiPolygon | None) -> Iterable[list[Position]]:
    if geometry is None:
        return ()
    return geometry.coordinates if isinstance(geometry, _Polygon) else chain.from_iterable(geometry.coordinates)


def _of_topology(found: _Topology, key: str) -> Shapes:
    """Return TopoJSON as shapes, of all its objects; borders stay one line."""
    rings: dict[str, tuple[tuple[int, ...], ...]] = {}
    shapes = chain.from_iterable(each.geometries for each in found.objects.values())
    for number, shape in enumerate(shapes):
        code = _code(shape.properties, key, number)
        rings[code] = (*rings.get(code, ()), *map(tuple, _flat(shape.arcs)))
    return Shapes(arcs=tuple(_line(arc, found.transform) for arc in found.arcs), rings=rings)


def _flat(arcs: Arcs) -> Iterator[list[int]]:
    """Yield the arcs of each ring, of a polygon or of several."""
    for part in arcs:
        if part and isinstance(part[0], list):
            yield from (ring for ring in part if isinstance(ring, list))
        else:
            yield [arc for arc in part if isinstance(arc, int)]


def _line(arc: list[Position], transform: _Transform | None) -> Ring:
    """Return an arc in degrees, which a transform stores as differences."""
    if transform is None:
        return tuple((p[0], p[1]) for p in arc)
    (sx, sy), (tx, ty) = transform.scale, transform.translate
    xs, ys = accumulate(p[0] for p in arc), accumulate(p[1] for p in arc)
    return tuple((x * sx + tx, y * sy + ty) for x, y in zip(xs, ys, strict=True))


def _code(properties: Mapping[str, object] | None, key: str, number: int) -> str:
    """Return the code of a shape; one of its own kind where the property is missing or empty."""
    value = (properties or {}).get(key)
    return f"{LAND}{number}" if value is None or value == "" else str(value)


def _check(source: Source, shapes: Shapes, found: _Features | _Topology, key: str) -> Iterator[Diagnostic]:
    used = {n for rings in shapes.rings.values() for ring in rings for n in ring}
    if any(not -len(shapes.arcs) <= n < len(shapes.arcs) for n in used):
        yield fault(source, "An arc is missing in this TopoJSON.", "Export the file again.")
    elif any(not (abs(x) <= 180 and abs(y) <= 90) for arc in shapes.arcs for x, y in arc):  # noqa: PLR2004 - degrees
        message = "Points of these outlines lie outside of the degrees of longitude and latitude."
        yield fault(source, message, "Export the file in degrees (WGS 84, EPSG:4326).")
    elif any(len(shapes.arcs[n]) < 2 for n in used):  # noqa: PLR2004 - a line has two ends
        yield fault(source, "A line of these outlines has fewer than two points.", "Export the file again.")
    elif all(code.startswith(LAND) for code in shapes.rings):
        names = sorted({name for properties in _properties(found) for name in properties})
        message = f"No shape has the property '{key}'."
        yield fault(source, message, suggest(key, names, f"Its properties are: {', '.join(names) or 'none'}."))


def _properties(found: _Features | _Topology) -> Iterator[Mapping[str, object]]:
    """Yield the properties of every shape."""
    if isinstance(found, _Features):
        yield from (feature.properties or {} for feature in found.features)
    else:
        yield from (shape.properties or {} for each in found.objects.values() for shape in each.geometries)
