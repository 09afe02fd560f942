"""Outlines cut to a frame, side by side (Sutherland and Hodgman)."""

from collections.abc import Iterable

from generator.charts.locator.sphere import Flat
from generator.charts.locator.view import HEIGHT, WIDTH

BEYOND = 3.0
"""Units past the frame, so that no hairline runs along its edge."""

SIDES = (
    (0, -WIDTH / 2 - BEYOND, 1),
    (0, WIDTH / 2 + BEYOND, -1),
    (1, -HEIGHT / 2 - BEYOND, 1),
    (1, HEIGHT / 2 + BEYOND, -1),
)
"""Axis, edge, and which way is inside; the middle of the frame is 0, 0."""


def clip(ring: Iterable[Flat]) -> list[Flat]:
    """Return the part of an outline within the frame, empty where none is."""
    places = list(ring)
    for axis, edge, sign in SIDES:
        depths = [sign * (place[axis] - edge) for place in places]
        if min(depths, default=0.0) < 0:
            places = list(_inside(places, depths)) if max(depths) > 0 else []
    return places


def _inside(places: list[Flat], depths: list[float]) -> Iterable[Flat]:
    """Yield the places of positive depth and where the line passes the edge."""
    before, deep = places[-1], depths[-1]
    for place, depth in zip(places, depths, strict=True):
        if (depth >= 0) != (deep >= 0):
            share = deep / (deep - depth)
            yield before[0] + share * (place[0] - before[0]), before[1] + share * (place[1] - before[1])
        if depth >= 0:
            yield place
        before, deep = place, depth
