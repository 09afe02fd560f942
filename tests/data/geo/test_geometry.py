"""Shapes and points of the maps: read strictly, every fault with its place."""

import json
from datetime import date

from generator.config import GeometrySettings, Publisher, SiteConfig
from generator.data.countries import Country
from generator.data.geo.geometry import load_geometry
from generator.data.geo.points import check_codes, parse_points
from generator.data.geo.topology import Shapes, joined, parse_shapes, simplified
from generator.sources.files import Source, Sources

SQUARE = {
    "transform": {"scale": [0.5, 0.5], "translate": [10, 20]},
    "arcs": [[[0, 0], [4, 0], [0, 4]], [[0, 0], [0, 4], [4, 0]]],
    "objects": {"countries": {"geometries": [{"id": "398", "properties": {"name": "K"}, "arcs": [[0, -2]]}]}},
}
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

KAZ = Country(
    code="KAZ",
    alpha2="KZ",
    m49="398",
    name="Kazakhstan",
    slug="kazakhstan",
    official_name="Republic of Kazakhstan",
    native_names=(),
    aliases=(),
    capital="Astana",
    region="Central Asia",
    income_group="",
    income_group_year=None,
    area_km2=None,
    languages=(),
    currencies=(),
    neighbours=(),
)
COUNTRIES = {"KAZ": KAZ}


def source(text: str, path: str = "data/geo/shapes.json") -> Source:
    return Source(path=path, data=text.encode())


def points(text: str) -> Source:
    return source(f"country,latitude,longitude\n{text}", "data/geo/points.csv")


def test_arcs_are_joined_to_a_ring_one_of_them_backwards() -> None:
    shapes, problems = parse_shapes(source(json.dumps(SQUARE)))
    assert problems == ()
    assert joined(shapes) == {"398": (((10, 20), (12, 20), (12, 22), (10, 22), (10, 20)),)}


def test_kosovo_has_no_number_and_is_found_by_name() -> None:
    shape = {"properties": {"name": "Kosovo"}, "arcs": [[[0, -2]]]}
    shapes, _ = parse_shapes(source(json.dumps(SQUARE | {"objects": {"countries": {"geometries": [shape]}}})))
    assert list(shapes.rings) == ["XKX"]


def test_what_is_no_topojson_is_said_at_the_file() -> None:
    for text in ("{", "{}", json.dumps(SQUARE | {"arcs": []})):
        shapes, problems = parse_shapes(source(text))
        assert shapes.rings == {}
        assert [str(p.rule) for p in problems] == ["geometry-invalid"]
        assert problems[0].location.path == "data/geo/shapes.json"


def test_points_outside_the_globe_are_said_at_their_cell() -> None:
    assert parse_points(points("TUV,-8,178\n")) == ({"TUV": (178.0, -8.0)}, ())
    _held, problems = parse_points(points("TUV,-8,278\nKIR,north,173\n"))
    assert [(p.location.line, p.location.column) for p in problems] == [(2, 8), (3, 5)]
    assert parse_points(source("a,b\n"))[0] == {}


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


def test_points_and_countries_are_compared_both_ways() -> None:
    assert check_codes(points("KAZ,48,68\n"), COUNTRIES, ("KAZ",)) == ()
    unknown, without = check_codes(points("KZA,48,68\n"), COUNTRIES, ("KAZ", "XXX"))
    assert (str(unknown.rule), unknown.location.line, unknown.hint) == (
        "country-unknown",
        2,
        "Did you mean 'KAZ' (Kazakhstan)?",
    )
    assert (str(without.rule), without.message) == (
        "geometry-invalid",
        "There is no point for KAZ (Kazakhstan), which has a profile.",
    )
    assert check_codes(source("a,b\n"), COUNTRIES, ("KAZ",)) == ()


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


def test_an_arc_is_drawn_in_fewer_points_and_keeps_its_ends() -> None:
    arc = ((0.0, 0.0), (1.0, 0.05), (2.0, 0.0), (3.0, 2.0), (4.0, 0.0))
    shapes = Shapes(arcs=(arc,), rings={"398": ((0,),)})
    assert simplified(shapes, 0.1).arcs == ((arc[0], arc[2], arc[3], arc[4]),)
    assert simplified(shapes, 9.0).arcs == ((arc[0], arc[4]),)
    closed = ((0.0, 0.0), (1.0, 1.0), (2.0, 0.0), (0.0, 0.0))
    assert simplified(Shapes(arcs=(closed,), rings={}), 0.1).arcs == (closed,)
