"""TopoJSON: borders as arcs that neighbours share, which stay one line when simplified."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from itertools import accumulate
from math import cos, radians

from pydantic import BaseModel, ValidationError

from generator.data.geo.line import Ring, lasting_points
from generator.diagnostics import Diagnostic, Location
from generator.rules import Rule
from generator.sources.files import Source

NO_ID = {"Kosovo": "XKX"}
"""Shapes of profiled countries without an M49 code: name in Natural Earth, our code."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shapes:
    """Arcs in degrees, and the arcs of each ring of a country; `~n` is arc n backwards."""

    arcs: tuple[Ring, ...]
    rings: Mapping[str, tuple[tuple[int, ...], ...]]


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


def parse_shapes(source: Source) -> tuple[Shapes, tuple[Diagnostic, ...]]:
    """Return the shapes of every country in a TopoJSON file, or the reason why it is unreadable."""
    try:
        topology = _Topology.model_validate_json(source.data)
    except ValidationError as error:
        return NONE, (_unusable(source, error.errors(include_url=False)[0]["msg"]),)
    arcs = tuple(_decode(arc, topology.transform) for arc in topology.arcs)
    rings: dict[str, tuple[tuple[int, ...], ...]] = {}
    for shape in topology.objects.countries.geometries:
        rings[shape.key] = (*rings.get(shape.key, ()), *map(tuple, _rings(shape)))
    used = [n for parts in rings.values() for ring in parts for n in ring]
    if any(not -len(arcs) <= n < len(arcs) for n in used):
        return NONE, (_unusable(source, "an arc is missing"),)
    return Shapes(arcs=arcs, rings=rings), ()


NONE = Shapes(arcs=(), rings={})


def _unusable(source: Source, reason: str) -> Diagnostic:
    return Diagnostic(
        rule=Rule.GEOMETRY_INVALID,
        location=Location(path=source.path),
        message=f"This is no TopoJSON with an object 'countries': {reason}.",
        hint="Take countries-110m.json of the npm package world-atlas, or a file of the same form.",
    )


def _decode(arc: list[tuple[int, int]], transform: _Transform) -> Ring:
    """Return an arc, stored as differences, in degrees."""
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


def rings(shapes: Shapes) -> Mapping[str, tuple[Ring, ...]]:
    """Return the rings of every country as lines."""
    return {key: tuple(map(partial(_join, shapes.arcs), rings)) for key, rings in shapes.rings.items()}


def _join(arcs: tuple[Ring, ...], ring: tuple[int, ...]) -> Ring:
    """Return one line of several arcs; each begins where the last one ended."""
    parts = [arcs[n] if n >= 0 else arcs[~n][::-1] for n in ring]
    return (*parts[0], *(point for part in parts[1:] for point in part[1:]))


@dataclass(frozen=True, slots=True, kw_only=True)
class Levels:
    """Shapes, and for each arc the points that matter, with the tolerance from which on each is left out."""

    shapes: Shapes
    lasting: tuple[tuple[tuple[int, float], ...], ...]

    def simplified(self, tolerance: float) -> Shapes:
        """The shapes within `tolerance` degrees of latitude; ends of arcs stay, so rings stay closed."""
        pairs = zip(self.shapes.arcs, self.lasting, strict=True)
        return replace(
            self.shapes, arcs=tuple(tuple(arc[n] for n, limit in points if limit > tolerance) for arc, points in pairs)
        )


def levels_of(shapes: Shapes, least: float) -> Levels:
    """Return shapes to be simplified within any tolerance from `least` on; the work is that of the finest."""
    return Levels(shapes=shapes, lasting=tuple(tuple(_lasting(arc, least)) for arc in shapes.arcs))


def _lasting(arc: Ring, least: float) -> list[tuple[int, float]]:
    """Return an arc's points that matter after Ramer, Douglas and Peucker."""
    narrow = cos(radians(arc[len(arc) // 2][1]))
    return lasting_points([(x * narrow, y) for x, y in arc], least)
