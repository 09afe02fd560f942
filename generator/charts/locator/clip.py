"""Outlines cut to a frame, side by side (Sutherland and Hodgman)."""

from collections.abc import Iterable

from generator.charts.locator.sphere import Flat
from generator.charts.locator.view import HEIGHT, WIDTH

BEYOND = 3.0
"""Units past the frame, so that no hairline runs along its edge."""

FRAME = (WIDTH + 2 * BEYOND, HEIGHT + 2 * BEYOND)


def clip(ring: Iterable[Flat], size: tuple[float, float] = FRAME) -> list[Flat]:
    """Return the part of an outline within a frame around 0, 0; empty where none is."""
    places = list(ring)
    for axis, sign in ((0, 1), (0, -1), (1, 1), (1, -1)):
        edge = -sign * size[axis] / 2
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
