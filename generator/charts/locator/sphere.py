"""Rings on the sphere and on a plane: unit vectors, caps, azimuthal equal-area projection."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import acos, asin, atan2, cos, degrees, hypot, radians, sin, sqrt
from typing import TYPE_CHECKING

import numpy as np

from generator.data.geo.line import Point, Ring

if TYPE_CHECKING:
    import numpy.typing as npt

EARTH = 6371.0
"""Radius in kilometres."""

Vector = tuple[float, float, float]
Flat = tuple[float, float]
"""A place on a drawing: x to the right, y downwards."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Cap:
    """A ring as unit vectors, one a row, the cap around it and the area within, in radians."""

    points: npt.NDArray[np.float64]
    middle: Vector
    reach: float
    area: float


def vector(point: Point) -> Vector:
    """Return the unit vector of longitude and latitude in degrees."""
    longitude, latitude = radians(point[0]), radians(point[1])
    return cos(latitude) * cos(longitude), cos(latitude) * sin(longitude), sin(latitude)


def vectors(points: Iterable[Point]) -> npt.NDArray[np.float64]:
    """Return the unit vectors of points, one a row."""
    return np.array([vector(point) for point in points])


def angle(a: Vector, b: Vector) -> float:
    """Return the distance of two places in radians."""
    return acos(max(-1.0, min(1.0, a[0] * b[0] + a[1] * b[1] + a[2] * b[2])))


def cap(ring: Ring) -> Cap:
    """Return the ring with its bounding cap."""
    points = vectors(ring)
    middle = _unit(*map(sum, points.T.tolist()))
    flat = View(middle=middle, scale=1.0).project(points).tolist()
    return Cap(points=points, middle=middle, reach=_reach(middle, points), area=area(flat))


def _reach(middle: Vector, points: npt.NDArray[np.float64]) -> float:
    """Return the angle from a place to the farthest of others."""
    return acos(max(-1.0, min(1.0, float(cosines(middle, points).min()))))


def cosines(middle: Vector, points: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Return the cosines of the angles between one place and many."""
    (a, b, c), (x, y, z) = points.T, middle
    found: npt.NDArray[np.float64] = a * x + b * y + c * z
    return found


def middle_of(caps: Sequence[Cap]) -> Vector:
    """Return the middle of countries, each as heavy as its area."""
    return _unit(*(sum(cap.area * cap.middle[axis] for cap in caps) for axis in range(3)))


def _unit(x: float, y: float, z: float) -> Vector:
    length = sqrt(x * x + y * y + z * z) or 1.0
    return x / length, y / length, z / length


def area(ring: list[Flat]) -> float:
    """Return the area within a closed line."""
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring))) / 2


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """The plane touching the sphere at `middle`, `scale` units to the radius; equal-area."""

    middle: Vector
    scale: float

    def project(self, points: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        """Return the places of points, one a row, relative to the middle of the drawing."""
        (x, y, z), (a, b, c) = self.middle, points.T
        flat = hypot(x, y) or 1e-12
        east_x, east_y = -y / flat, x / flat
        north_x, north_y = -z * x / flat, -z * y / flat
        stretch = self.scale * np.sqrt(2 / np.maximum(1e-9, 1 + a * x + b * y + c * z))
        across, up = a * east_x + b * east_y, a * north_x + b * north_y + c * flat
        return np.stack((stretch * across, -stretch * up), axis=1)

    def unproject(self, place: Flat) -> Vector:
        """Return the unit vector of a place on the drawing."""
        far = hypot(*place) or 1e-12
        turn = 2 * asin(min(1.0, far / self.scale / 2))
        north, east = -place[1] / far, place[0] / far
        longitude, latitude = atan2(self.middle[1], self.middle[0]), asin(self.middle[2])
        up = asin(cos(turn) * sin(latitude) + sin(turn) * cos(latitude) * north)
        over = atan2(sin(turn) * east, cos(latitude) * cos(turn) - sin(latitude) * sin(turn) * north)
        return vector((degrees(longitude + over), degrees(up)))
