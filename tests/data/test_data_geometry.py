"""Shapes and points of the maps: read strictly, every fault with its place."""

import json
from datetime import date

from generator.config import GeometrySettings, Publisher, SiteConfig
from generator.data.geometry import load_geometry, parse_points
from generator.data.topology import joined, parse_shapes
from generator.sources import Source, Sources

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
    geometry, problems = load_geometry(Sources(files={}), CONFIG)
    assert geometry is None
    assert [(str(p.rule), p.location.path) for p in problems] == [("file-missing", "site.yaml")] * 2


def test_without_the_setting_there_is_no_geometry() -> None:
    assert load_geometry(Sources(files={}), CONFIG.model_copy(update={"geometry": None})) == (None, ())


def test_both_files_make_a_geometry_or_say_why_not() -> None:
    files = {"data/geo/shapes.json": source(json.dumps(SQUARE)), "data/geo/points.csv": points("KAZ,48,68\n")}
    geometry, problems = load_geometry(Sources(files=files), CONFIG)
    assert problems == ()
    assert geometry is not None
    assert geometry.points == {"KAZ": (68.0, 48.0)}
    bad = files | {"data/geo/points.csv": points("KAZ,x,68\n")}
    assert load_geometry(Sources(files=bad), CONFIG)[0] is None
