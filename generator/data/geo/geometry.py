"""Geometry of maps: shapes of countries, coarse and fine, and a point for each country."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.config import GeometrySettings, SiteConfig
from generator.data.countries import Country
from generator.data.geo.line import Point, Ring, middles
from generator.data.geo.outlines import LAND, fault, parse_outlines
from generator.data.geo.points import check_codes, parse_points
from generator.data.geo.topology import Shapes, parse_shapes, rings
from generator.diagnostics import Diagnostic, Location, suggest
from generator.rules import Rule
from generator.sources.files import Source, Sources
from generator.sources.yaml_file import locate


@dataclass(frozen=True, eq=False, slots=True, kw_only=True)
class Geometry:
    """Rings by M49 code (or a country's own code, or name), points by code, and the note."""

    shapes: Mapping[str, tuple[Ring, ...]]
    detail: Shapes
    """The same in finer lines, for maps of a part of the world."""
    points: Mapping[str, Point]
    note: str
    caption: str
    digest: str
    own: bool = False
    """Whether these are a project's own outlines, by the codes of its countries, and not the world's."""


def load_geometry(
    sources: Sources, config: SiteConfig, countries: Mapping[str, Country]
) -> tuple[Geometry | None, tuple[Diagnostic, ...]]:
    """Return the geometry that ``site.yaml`` names, or None, with the problems of its files.

    Points are of known countries, and every profiled country has one.
    """
    wanted = config.geometry
    if wanted is None:
        return None, ()
    names = tuple(filter(None, (wanted.file, wanted.detail or wanted.file, wanted.points)))
    missing = tuple(_missing(name) for name in dict.fromkeys(names) if name not in sources.files)
    if missing:
        return None, missing
    if wanted.key:
        return load_own(sources, wanted, countries, config.profiles)
    if wanted.points is None:
        return None, (_without_points(sources.files["site.yaml"]),)
    file, detail, points = (sources.files[name] for name in names)
    found, problems = _parse(file, detail, points, wanted)
    problems = (*problems, *check_codes(points, countries, _whole(config.profiles, countries)))
    return (None if problems else found), problems


def _without_points(site: Source) -> Diagnostic:
    hint = "Name a file of points, or the property of each shape that is its code as 'key'."
    message = "The world's shapes need points for countries that are too small for one."
    return Diagnostic(rule=Rule.GEOMETRY_INVALID, location=locate(site, "geometry"), message=message, hint=hint)


def load_own(
    sources: Sources, wanted: GeometrySettings, countries: Mapping[str, Country], profiles: tuple[str, ...]
) -> tuple[Geometry | None, tuple[Diagnostic, ...]]:
    """Return a project's own outlines; every profiled country has one, or a point."""
    file = sources.files[wanted.file]
    fine = sources.files[wanted.detail or wanted.file]
    shapes, in_shapes = parse_outlines(file, wanted.key)
    finer, in_finer = parse_outlines(fine, wanted.key) if fine is not file else (shapes, ())
    given, in_points, read = _own_points(sources, wanted, countries)
    if problems := (*in_shapes, *in_finer, *in_points):
        return None, problems
    problems = tuple(_check_shapes(file, shapes, countries, profiles, given))
    found = Geometry(
        shapes=rings(shapes),
        detail=finer,
        points={**_own_middles(shapes), **given},
        note=wanted.note,
        caption=wanted.caption,
        digest=f"{file.digest}{fine.digest}{read}{wanted.key}",
        own=True,
    )
    return (None if problems else found), problems


def _own_middles(shapes: Shapes) -> Mapping[str, Point]:
    return middles({key: found for key, found in rings(shapes).items() if not key.startswith(LAND)})


def _own_points(
    sources: Sources, wanted: GeometrySettings, countries: Mapping[str, Country]
) -> tuple[Mapping[str, Point], tuple[Diagnostic, ...], str]:
    """Return points that a project gives, what is wrong with them, and the digest of the file."""
    if wanted.points is None:
        return {}, (), ""
    source = sources.files[wanted.points]
    points, problems = parse_points(source)
    return points, (*problems, *check_codes(source, countries, ())), source.digest


def _whole(profiles: tuple[str, ...], countries: Mapping[str, Country]) -> tuple[str, ...]:
    """Return the profiled countries that are no part of another."""
    return tuple(code for code in profiles if code in countries and not countries[code].parent)


def _check_shapes(
    file: Source,
    shapes: Shapes,
    countries: Mapping[str, Country],
    profiles: tuple[str, ...],
    given: Mapping[str, Point],
) -> Iterator[Diagnostic]:
    """Yield a problem for each shape of an unknown code, and for each profiled country that has no shape."""
    for code in shapes.rings:
        if code not in countries and not code.startswith(LAND):
            hint = suggest(code, countries, "Codes are in data/countries.csv; leave the property out for land around.")
            yield fault(file, f"A shape has the code '{code}', which no country has.", hint)
        elif code in countries and countries[code].parent:
            hint = f"Take it out: a map shows {countries[countries[code].parent].name} and others as a whole."
            yield fault(file, f"A shape has the code '{code}', which is a part.", hint)
    for code in _whole(profiles, countries):
        if not shapes.rings.get(code) and code not in given:
            message = f"There is no shape for {code} ({countries[code].name}), which has a profile."
            yield fault(file, message, "Add its shape, or name a file of points that has it.")


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
