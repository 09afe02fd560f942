"""A project's own outlines: GeoJSON and TopoJSON by a key."""

import json

import pytest

from generator.data.geo.outlines import LIMIT, parse_outlines
from generator.data.geo.topology import rings
from generator.sources.files import Source
from tests.data.geo.square import source

RING = [[0, 0], [4, 0], [4, 4], [0, 0]]
NORTH = {"type": "Feature", "properties": {"code": "ZZ-N"}, "geometry": {"type": "Polygon", "coordinates": [RING]}}
TOPOLOGY = {
    "type": "Topology",
    "arcs": [[[0, 0], [4, 0], [4, 4]], [[0, 0], [4, 4]]],
    "objects": {"shires": {"geometries": [{"type": "Polygon", "properties": {"code": 7}, "arcs": [[0, -2]]}]}},
}


def features(*found: object) -> Source:
    return source(json.dumps({"type": "FeatureCollection", "features": found}))


def test_shapes_of_geojson_stand_by_their_codes() -> None:
    parts = {"type": "MultiPolygon", "coordinates": [[RING], [[[9, 9, 5], [8, 9, 5], [8, 8, 5], [9, 9, 5]]]]}
    south = {"type": "Feature", "properties": {"code": "ZZ-S"}, "geometry": parts}
    shapes, problems = parse_outlines(features(NORTH, south), "code")
    assert problems == ()
    assert {key: len(found) for key, found in rings(shapes).items()} == {"ZZ-N": 1, "ZZ-S": 2}
    assert rings(shapes)["ZZ-S"][1][0] == (9.0, 9.0)


def test_a_shape_without_a_code_is_land_around() -> None:
    beyond = {"type": "Feature", "properties": None, "geometry": {"type": "Polygon", "coordinates": [RING]}}
    nothing = {"type": "Feature", "properties": {"code": ""}, "geometry": None}
    shapes, problems = parse_outlines(features(NORTH, beyond, nothing), "code")
    assert (sorted(shapes.rings), problems) == (["ZZ-N", "~1", "~2"], ())


@pytest.mark.parametrize("several", [False, True])
def test_shapes_of_topojson_keep_common_borders(*, several: bool) -> None:
    shape = {"type": "Polygon", "properties": {"code": 7}, "arcs": [[0, -2]]}
    if several:
        shape |= {"type": "MultiPolygon", "arcs": [[[0, -2]]]}
    file = TOPOLOGY | {"objects": {"shires": {"geometries": [shape]}}}
    shapes, problems = parse_outlines(source(json.dumps(file)), "code")
    assert problems == ()
    assert rings(shapes) == {"7": (((0.0, 0.0), (4.0, 0.0), (4.0, 4.0), (0.0, 0.0)),)}


def test_differences_are_added_up() -> None:
    file = TOPOLOGY | {
        "transform": {"scale": [0.5, 0.5], "translate": [10, 20]},
        "arcs": [[[0, 0], [4, 0], [0, 4]]] * 2,
    }
    shapes, _problems = parse_outlines(source(json.dumps(file)), "code")
    assert shapes.arcs[0] == ((10.0, 20.0), (12.0, 20.0), (12.0, 22.0))


def changed(**properties: object) -> Source:
    return features(NORTH | {"properties": properties})


def drawn(kind: str, coordinates: object) -> Source:
    return features(NORTH | {"geometry": {"type": kind, "coordinates": coordinates}})


@pytest.mark.parametrize(
    ("file", "message", "hint"),
    [
        (source("{"), "This is no GeoJSON or TopoJSON of polygons", "Export a FeatureCollection of polygons"),
        (source('{"type": "Feature"}'), "This is no GeoJSON or TopoJSON of polygons", "Export a FeatureCollection"),
        (drawn("Point", [1, 1]), "features.0.geometry", "Export a FeatureCollection of polygons"),
        (drawn("Polygon", [[[0], [1]]]), "features.0.geometry", "Export a FeatureCollection of polygons"),
        (drawn("Polygon", [[[500000, 4000000], [500001, 4000000]]]), "outside of the degrees", "WGS 84"),
        (source(features(NORTH).data.decode().replace("[4, 0]", "[NaN, 0]")), "outside of the degrees", "WGS 84"),
        (drawn("Polygon", [[[0, 0]]]), "fewer than two points", "Export the file again"),
        (changed(codes="ZZ-N", name="N"), "No shape has the property 'code'.", "Did you mean 'codes'?"),
        (changed(x=1, y=2), "No shape has the property 'code'.", "Its properties are: x, y."),
        (source(json.dumps(TOPOLOGY | {"arcs": []})), "An arc is missing", "Export the file again"),
        (source(" " * (LIMIT + 1)), "more than 10,000,000 bytes", "Simplify its lines"),
        (source("[" * 100_000), "This is no GeoJSON or TopoJSON of polygons", "Export a FeatureCollection"),
    ],
    ids=["cut", "feature", "point", "position", "metres", "nan", "short", "near", "other", "arc", "large", "deep"],
)
def test_what_is_wrong_is_said(file: Source, message: str, hint: str) -> None:
    shapes, [problem] = parse_outlines(file, "code")
    assert shapes.rings == {}
    assert message in problem.message
    assert hint in problem.hint
    assert problem.location.path == "data/geo/shapes.json"
