"""A line of points, and which of them its shape needs."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from math import hypot, inf

Point = tuple[float, float]
"""Longitude and latitude in degrees."""


Ring = tuple[Point, ...]
"""A closed line; the last point repeats the first."""


def middles(shapes: Mapping[str, Sequence[Ring]]) -> Mapping[str, Point]:
    """Return the middle of the largest ring of each shape."""
    return {key: _middle(max(rings, key=lambda ring: abs(_area(ring)))) for key, rings in shapes.items() if rings}


def _area(ring: Ring) -> float:
    """Return twice the area of a ring in square degrees, below zero where it runs clockwise."""
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring))


def _middle(ring: Ring) -> Point:
    """Return the centroid of a ring; of a line without an area, its first point."""
    area = _area(ring)
    if not area:
        return ring[0]
    turns = [(a[0] + b[0], a[1] + b[1], a[0] * b[1] - b[0] * a[1]) for a, b in pairwise(ring)]
    return sum(x * turn for x, _y, turn in turns) / (3 * area), sum(y * turn for _x, y, turn in turns) / (3 * area)


def kept_points(line: Sequence[Point], tolerance: float) -> list[int]:
    """Return the points that keep a line's shape within `tolerance`, ends included."""
    return [at for at, _limit in lasting_points(line, tolerance)]


def lasting_points(line: Sequence[Point], least: float) -> list[tuple[int, float]]:
    """Return the points that keep a line's shape, each with the tolerance from which on it is left out.

    Those of a tolerance above `least` are among them. After U. Ramer (1972), D. Douglas and T. Peucker (1973).
    """
    kept = {0: inf, len(line) - 1: inf}
    open_ends = [(0, len(line) - 1, inf)]
    while open_ends:
        start, end, limit = open_ends.pop()
        if end - start < 2:  # noqa: PLR2004 - neighbours
            continue
        far, at = _farthest(line, start, end, least)
        if at > start:
            kept[at] = limit = min(far, limit)
            open_ends += [(start, at, limit), (at, end, limit)]
    return sorted(kept.items())


ROUNDED = 1 - 1e-12
"""The part of a square below which rounding cannot hide that it is the greater one."""


def _farthest(flat: Sequence[Point], start: int, end: int, least: float) -> tuple[float, int]:
    """Return the greatest distance from the straight way between two points, and its place.

    Where no point is off by more than `least`, that is the first of the two.

    A line may turn back beyond the two, so the way ends there. One loop with few calls: drawing spends most of its time here.
    """
    (left, above), (right, below) = flat[start], flat[end]
    dx, dy = right - left, below - above
    square = dx * dx + dy * dy
    far, at, enough = least, start, least * least * ROUNDED
    for n, (across, down) in enumerate(flat[start + 1 : end], start + 1):
        x, y = across - left, down - above
        part = (x * dx + y * dy) / square if square else 0.0
        if part > 0.0:
            part = 1.0 if part > 1.0 else part  # noqa: FURB136 - a call of `min` takes as long as all the rest
            x -= part * dx
            y -= part * dy
        if x * x + y * y > enough and (off := hypot(x, y)) > far:
            far, at, enough = off, n, off * off * ROUNDED
    return far, at
