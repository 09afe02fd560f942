"""Geometry of maps: shapes of countries, coarse and fine, and a point for each country."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.config import GeometrySettings, SiteConfig
from generator.data.countries import Country
from generator.data.geo.line import Point, Ring
from generator.data.geo.points import check_codes, parse_points
from generator.data.geo.topology import Shapes, parse_shapes, rings
from generator.diagnostics import Diagnostic, Location
from generator.rules import Rule
from generator.sources.files import Source, Sources


@dataclass(frozen=True, eq=False, slots=True, kw_only=True)
class Geometry:
    """Rings by M49 code (or alpha-3 code, or name), points by alpha-3 code, and the note."""

    shapes: Mapping[str, tuple[Ring, ...]]
    detail: Shapes
    """The same in finer lines, for maps of a part of the world."""
    points: Mapping[str, Point]
    note: str
    caption: str
    digest: str


def load_geometry(
    sources: Sources, config: SiteConfig, countries: Mapping[str, Country]
) -> tuple[Geometry | None, tuple[Diagnostic, ...]]:
    """Return the geometry that ``site.yaml`` names, or None, with the problems of its files.

    Points are of known countries, and every profiled country has one.
    """
    wanted = config.geometry
    if wanted is None:
        return None, ()
    names = (wanted.file, wanted.detail or wanted.file, wanted.points)
    missing = tuple(_missing(name) for name in dict.fromkeys(names) if name not in sources.files)
    if missing:
        return None, missing
    file, detail, points = (sources.files[name] for name in names)
    found, problems = _parse(file, detail, points, wanted)
    problems = (*problems, *check_codes(points, countries, config.profiles))
    return (None if problems else found), problems


def _missing(name: str) -> Diagnostic:
    hint = "Put the file there, or name another under geometry."
    place = Location(path="site.yaml")
    return Diagnostic(rule=Rule.FILE_MISSING, location=place, message=f"There is no {name}.", hint=hint)


def _parse(
    file: Source, detail: Source, points: Source, wanted: GeometrySettings
) -> tuple[Geometry | None, tuple[Diagnostic, ...]]:
    shapes, in_shapes = parse_shapes(file)
    finer, in_finer = parse_shapes(detail) if detail is not file else (shapes, ())
    parsed, in_points = parse_points(points)
    if problems := (*in_shapes, *in_finer, *in_points):
        return None, problems
    digest = f"{file.digest}{detail.digest}{points.digest}"
    found = Geometry(
        shapes=rings(shapes), detail=finer, points=parsed, note=wanted.note, caption=wanted.caption, digest=digest
    )
    return found, ()
