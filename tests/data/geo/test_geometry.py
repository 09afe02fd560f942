"""The geometry of maps: read from the files that site.yaml names."""

import json
from dataclasses import replace
from datetime import date

from generator.config import GeometrySettings, Publisher, SiteConfig
from generator.data.geo.geometry import Geometry, load_geometry
from generator.diagnostics import Diagnostic
from generator.sources.files import Source, Sources
from tests.data.geo.square import COUNTRIES, KAZ, SQUARE, points, source

CONFIG = SiteConfig(
    title="T",
    description="D",
    publisher=Publisher(name="P", repository="https://example.org/r"),
    base_url="https://example.org",
    edition=date(2026, 1, 1),
    reference_year=2024,
    profiles=("KAZ",),
    geometry=GeometrySettings(file="data/geo/shapes.json", points="data/geo/points.csv", note="Shapes as they are."),
)


def test_a_missing_file_is_said_for_site_yaml() -> None:
    geometry, problems = load_geometry(Sources(files={}), CONFIG, {})
    assert geometry is None
    assert [(str(p.rule), p.location.path) for p in problems] == [("file-missing", "site.yaml")] * 2


def test_without_the_setting_there_is_no_geometry() -> None:
    assert load_geometry(Sources(files={}), CONFIG.model_copy(update={"geometry": None}), {}) == (None, ())


def test_both_files_make_a_geometry_or_say_why_not() -> None:
    files = {"data/geo/shapes.json": source(json.dumps(SQUARE)), "data/geo/points.csv": points("KAZ,48,68\n")}
    geometry, problems = load_geometry(Sources(files=files), CONFIG, COUNTRIES)
    assert problems == ()
    assert geometry is not None
    assert geometry.points == {"KAZ": (68.0, 48.0)}
    bad = files | {"data/geo/points.csv": points("KAZ,x,68\n")}
    assert load_geometry(Sources(files=bad), CONFIG, COUNTRIES)[0] is None


def test_finer_lines_are_read_from_a_file_of_their_own() -> None:
    assert CONFIG.geometry is not None
    finer = CONFIG.geometry.model_copy(update={"detail": "data/geo/fine.json", "caption": "As they are"})
    config = CONFIG.model_copy(update={"geometry": finer})
    files = {"data/geo/shapes.json": source(json.dumps(SQUARE)), "data/geo/points.csv": points("KAZ,48,68\n")}
    [problem] = load_geometry(Sources(files=files), config, COUNTRIES)[1]
    assert problem.message == "There is no data/geo/fine.json."
    two = SQUARE | {"arcs": [*SQUARE["arcs"], [[0, 0], [8, 0]]]}
    geometry, _ = load_geometry(
        Sources(files=files | {"data/geo/fine.json": source(json.dumps(two))}), config, COUNTRIES
    )
    assert geometry is not None
    assert len(geometry.detail.arcs) == 3
    assert geometry.caption == "As they are"


SHIRES = {code: replace(KAZ, code=code, name=code, m49="") for code in ("ZZ-N", "ZZ-S")}
OWN = CONFIG.model_copy(
    update={
        "geometry": GeometrySettings(file="data/geo/shires.geojson", key="code", note="N"),
        "profiles": tuple(SHIRES),
    }
)


def shires(*codes: str) -> Source:
    ring = [[0, 0], [3, 0], [3, 3], [0, 3], [0, 0]]
    polygon = {"type": "Polygon", "coordinates": [ring]}
    found = [{"type": "Feature", "properties": {"code": code}, "geometry": polygon} for code in codes]
    return source(json.dumps({"type": "FeatureCollection", "features": found}), "data/geo/shires.geojson")


def own(file: Source, points_file: Source | None = None) -> tuple[Geometry | None, tuple[Diagnostic, ...]]:
    files = {file.path: file} | ({points_file.path: points_file} if points_file else {})
    assert OWN.geometry is not None
    wanted = OWN.geometry.model_copy(update={"points": points_file.path if points_file else None})
    return load_geometry(Sources(files=files), OWN.model_copy(update={"geometry": wanted}), SHIRES)


def test_own_outlines_need_no_points() -> None:
    geometry, problems = own(shires("ZZ-N", "ZZ-S", ""))
    assert problems == ()
    assert geometry is not None
    assert (geometry.own, geometry.points) == (True, {"ZZ-N": (1.5, 1.5), "ZZ-S": (1.5, 1.5)})


def test_a_point_stands_for_a_shape() -> None:
    geometry, problems = own(shires("ZZ-N"), points("ZZ-S,48,68\n"))
    assert (problems, geometry.points["ZZ-S"] if geometry else None) == ((), (68.0, 48.0))


def test_a_shape_of_nobody_and_a_country_without_one_are_said() -> None:
    geometry, problems = own(shires("ZZ-N", "ZZ-X"))
    assert geometry is None
    assert [(p.location.path, p.message) for p in problems] == [
        ("data/geo/shires.geojson", "A shape has the code 'ZZ-X', which no country has."),
        ("data/geo/shires.geojson", "There is no shape for ZZ-S (ZZ-S), which has a profile."),
    ]
    assert problems[0].hint == "Did you mean 'ZZ-S'?"


def test_the_shapes_of_the_world_need_points() -> None:
    assert CONFIG.geometry is not None
    config = CONFIG.model_copy(update={"geometry": CONFIG.geometry.model_copy(update={"points": None})})
    site = source("geometry: {file: data/geo/shapes.json, note: N}\n", "site.yaml")
    files = {"data/geo/shapes.json": source(json.dumps(SQUARE)), "site.yaml": site}
    [problem] = load_geometry(Sources(files=files), config, COUNTRIES)[1]
    assert problem.location.path == "site.yaml"
    assert "'key'" in problem.hint
