"""The frame of a map of a project's own outlines."""

import re

from generator.charts.map.frame import MARGIN, TALLEST, WORLD, frame_of
from generator.charts.map.plan import world_paths
from generator.data.geo.geometry import Geometry
from generator.data.geo.topology import Shapes


def geometry(*, own: bool, height: float = 2.0) -> Geometry:
    ring = ((10.0, 50.0), (14.0, 50.0), (14.0, 50.0 + height), (10.0, 50.0 + height), (10.0, 50.0))
    beyond = ((14.0, 50.0), (60.0, 50.0), (60.0, 51.0), (14.0, 51.0), (14.0, 50.0))
    shapes = {"ZZ-N": (ring,), "~1": (beyond,)}
    detail = Shapes(arcs=(ring, beyond), rings={"ZZ-N": ((0,),), "~1": ((1,),)})
    points = {"ZZ-N": (12.0, 51.0), "ZZ-I": (9.0, 50.0)}
    return Geometry(shapes=shapes, detail=detail, points=points, note="", caption="", digest="", own=own)


def corners(path: str) -> list[int]:
    return [int(number) for number in re.findall(r"M(\d+) (\d+)", path)[0]]


def test_the_world_has_its_frame() -> None:
    assert frame_of(geometry(own=False)) is WORLD


def test_a_part_of_the_world_fills_its_frame() -> None:
    shires = geometry(own=True)
    frame = frame_of(shires)
    x, y = frame.place((9.0, 50.0))
    assert (abs(x - MARGIN) < 2, frame.west) == (True, 0)
    assert y < frame.height - MARGIN + 1
    assert frame.place((14.0, 52.0))[0] <= frame.width - MARGIN + 1


def test_land_around_is_cut_at_the_frame() -> None:
    shires = geometry(own=True)
    start = corners(world_paths(shires)["~1"])
    assert 0 <= start[0] <= frame_of(shires).width
    steps = [int(step) for step in re.findall(r"-?\d+", world_paths(shires)["~1"].partition("l")[2])]
    assert max(map(abs, steps)) <= frame_of(shires).width


def test_a_long_part_is_no_higher_than_a_screen() -> None:
    assert frame_of(geometry(own=True, height=20.0)).height <= TALLEST
