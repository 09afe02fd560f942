"""The frame of a map, of the world or of a project's own part of it, and the way onto it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from generator.charts.locator.clip import clip
from generator.charts.locator.sphere import EARTH, Cap, Flat, View, cap, middle_of, vectors
from generator.charts.locator.view import bounds
from generator.charts.map.projection import HEIGHT, WIDTH, equal_earth, world_ring
from generator.charts.svg.paths import path_data
from generator.data.geo.geometry import Geometry
from generator.data.geo.line import Point, Ring
from generator.data.geo.outlines import LAND

WEST = 395
"""Between Brazil and Cape Verde; the style sheet crops the map there on a phone."""

MARGIN, TALLEST = 10, 760
"""Units around a part of the world, and the most it is high."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MapFrame:
    """The size of a map; `view` is None for the world, which is drawn as Equal Earth."""

    width: int = WIDTH
    height: int = HEIGHT
    west: int = WEST
    """Units from the left to the Atlantic; 0 where a phone shows the map as a whole."""
    view: View | None = None

    def place(self, point: Point) -> Flat:
        """Return a point's place on the map."""
        return equal_earth(*point) if self.view is None else next(self._moved(self.view.project(vectors([point]))))

    def outline(self, ring: Ring) -> str:
        """Return the path data of a ring, as far as it is on the map."""
        if self.view is None:
            return world_ring(ring)
        inside = clip(self.view.project(vectors(ring)).tolist(), (self.width, self.height))
        return path_data(self._moved(inside))

    def _moved(self, places: Iterable[Flat]) -> Iterator[Flat]:
        """Yield places from the corner of the frame, given as places from its middle."""
        return ((x + self.width / 2, y + self.height / 2) for x, y in places)


WORLD = MapFrame()


@lru_cache(maxsize=1)
def frame_of(geometry: Geometry) -> MapFrame:
    """Return the frame of a map: the world, or the part of it that a project's own places fill."""
    if not geometry.own:
        return WORLD
    caps = caps_of(geometry)
    first = View(middle=middle_of(caps), scale=EARTH)
    left, top, right, bottom = bounds(_places(first, geometry))
    middle = first.unproject(((left + right) / 2, (top + bottom) / 2))
    left, top, right, bottom = bounds(_places(View(middle=middle, scale=EARTH), geometry))
    wide, high = 2 * max(-left, right), 2 * max(-top, bottom)
    kilometres = max(wide / (WIDTH - 2 * MARGIN), high / (TALLEST - 2 * MARGIN))
    view = View(middle=middle, scale=EARTH / kilometres)
    return MapFrame(height=round(high / kilometres) + 2 * MARGIN, west=0, view=view)


@lru_cache(maxsize=1)
def caps_of(geometry: Geometry) -> tuple[Cap, ...]:
    """Return the rings of a project's own places on the sphere, without the land around."""
    return tuple(cap(ring) for key, rings in geometry.shapes.items() if not key.startswith(LAND) for ring in rings)


def _places(view: View, geometry: Geometry) -> Iterator[Flat]:
    """Yield the corners of outlines and the points of places."""
    yield from (place for each in caps_of(geometry) for place in view.project(each.points).tolist())
    yield from view.project(vectors(geometry.points.values())).tolist()
