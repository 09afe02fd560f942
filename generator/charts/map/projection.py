"""From degrees to the drawing: Equal Earth for the world, and rings as short path data.

Own arithmetic instead of Vega: the geometry is the same on every page, so it is projected once and each map only
sorts finished outlines into classes. That is some milliseconds a map, and a tenth of the bytes.
"""

from itertools import accumulate, pairwise
from math import asin, cos, radians, sin, sqrt

from generator.charts.svg.paths import path_data
from generator.data.geo.line import Ring

WIDTH = 1000
TOP, BOTTOM = 84.0, -56.5
"""Latitudes at the edges: the Arctic's islands and Cape Horn; Antarctica has no page."""

CENTRE = 11.0
"""The middle meridian: the cut at 169° W runs through the Bering Strait and parts no country."""

A1, A2, A3, A4 = 1.340264, -0.081106, 0.000893, 0.003796
SCALE = WIDTH / (2 * 2.7066299836)


def equal_earth(longitude: float, latitude: float) -> tuple[float, float]:
    """Return a point's place on the map: x to the right from 0 to 1000, y down from the top latitude."""
    turned = (longitude - CENTRE + 180) % 360 - 180
    return _project(turned, latitude)


def _project(turned: float, latitude: float) -> tuple[float, float]:
    t = asin(sqrt(3) / 2 * sin(radians(latitude)))
    slope = 9 * A4 * t**8 + 7 * A3 * t**6 + 3 * A2 * t**2 + A1
    x = 2 * sqrt(3) * radians(turned) * cos(t) / (3 * slope)
    return WIDTH / 2 + SCALE * x, SCALE * (_rise(TOP) - _rise(latitude))


def _rise(latitude: float) -> float:
    t = asin(sqrt(3) / 2 * sin(radians(latitude)))
    return A4 * t**9 + A3 * t**7 + A2 * t**3 + A1 * t


HEIGHT = round(SCALE * (_rise(TOP) - _rise(BOTTOM)))


def world_ring(ring: Ring) -> str:
    """Return the path data of a ring, turned as a whole: its mean longitude decides the side of the cut."""
    whole = _unwrapped(ring)
    mean = sum(x for x, _y in whole) / len(whole)
    turn = (mean - CENTRE + 180) % 360 - 180 - mean
    return path_data(_project(x + turn, y) for x, y in whole)


def _unwrapped(ring: Ring) -> Ring:
    """Return the ring without jumps at the date line: longitudes may pass 180 (Russia, Fiji)."""
    turns = accumulate((-round((b[0] - a[0]) / 360) for a, b in pairwise(ring)), initial=0)
    return tuple((x + 360 * turn, y) for (x, y), turn in zip(ring, turns, strict=True))
