"""A line of points, and which of them its shape needs."""

from collections.abc import Sequence
from math import hypot

Point = tuple[float, float]
"""Longitude and latitude in degrees."""


Ring = tuple[Point, ...]
"""A closed line; the last point repeats the first."""


def bearing(line: Sequence[Point], tolerance: float) -> list[int]:
    """Return which points of a line bear its shape, ends included: no other is farther than `tolerance` from the rest.

    After U. Ramer (1972), D. Douglas and T. Peucker (1973).
    """
    kept = {0, len(line) - 1}
    open_ends = [(0, len(line) - 1)]
    while open_ends:
        start, end = open_ends.pop()
        far, at = _farthest(line, start, end)
        if far > tolerance:
            kept.add(at)
            open_ends += [(start, at), (at, end)]
    return sorted(kept)


def _farthest(flat: Sequence[Point], start: int, end: int) -> tuple[float, int]:
    """Return how far and where a line leaves the straight way between two of its points most."""
    away = [_off(point, flat[start], flat[end]) for point in flat[start + 1 : end]]
    far = max(away, default=0.0)
    return far, start + 1 + away.index(far) if away else start


def _off(point: Point, start: Point, end: Point) -> float:
    """Return how far a point is from the way between two others, ends included: a line may turn back beyond them."""
    x, y = point[0] - start[0], point[1] - start[1]
    dx, dy = end[0] - start[0], end[1] - start[1]
    square = dx * dx + dy * dy
    part = min(1.0, max(0.0, (x * dx + y * dy) / square)) if square else 0.0
    return hypot(x - part * dx, y - part * dy)
