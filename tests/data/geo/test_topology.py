"""Shapes from TopoJSON: arcs joined, simplified, and refused if broken."""

import json
from math import cos, radians

from generator.data.geo.line import kept_points
from generator.data.geo.topology import Shapes, levels_of, parse_shapes, rings
from tests.data.geo.square import SQUARE, source


def test_arcs_are_joined_to_a_ring_one_of_them_backwards() -> None:
    shapes, problems = parse_shapes(source(json.dumps(SQUARE)))
    assert problems == ()
    assert rings(shapes) == {"398": (((10, 20), (12, 20), (12, 22), (10, 22), (10, 20)),)}


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


def test_an_arc_is_drawn_in_fewer_points_and_keeps_its_ends() -> None:
    arc = ((0.0, 0.0), (1.0, 0.05), (2.0, 0.0), (3.0, 2.0), (4.0, 0.0))
    shapes = Shapes(arcs=(arc,), rings={"398": ((0,),)})
    levels = levels_of(shapes, 0.04)
    assert levels.simplified(0.04).arcs == (arc,)
    assert levels.simplified(0.1).arcs == ((arc[0], arc[2], arc[3], arc[4]),)
    assert levels.simplified(9.0).arcs == ((arc[0], arc[4]),)
    closed = ((0.0, 0.0), (1.0, 1.0), (2.0, 0.0), (0.0, 0.0))
    assert levels_of(Shapes(arcs=(closed,), rings={}), 0.1).simplified(0.1).arcs == (closed,)


def test_a_level_has_the_points_that_its_own_tolerance_keeps() -> None:
    arc = tuple((float(n), (n * 37 % 23) / 3) for n in range(40))
    levels = levels_of(Shapes(arcs=(arc,), rings={}), 0.5)
    narrow = cos(radians(arc[20][1]))
    for tolerance in (0.5, 1.0, 2.0, 4.0):
        kept = kept_points([(x * narrow, y) for x, y in arc], tolerance)
        assert levels.simplified(tolerance).arcs == (tuple(arc[n] for n in kept),)
