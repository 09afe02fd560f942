"""The part of the world in a locator: a country's main part takes a third of the frame."""

from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from generator.charts.locator.sphere import EARTH, Cap, Flat, Vector, View, angle, middle_of

WIDTH, HEIGHT = 320, 180
WIDE, TALL = 0.42, 0.66
"""Shares of the frame's sides that the country may take; the tighter one decides."""

NEAREST, FARTHEST = 4.4, 36.0
"""Kilometres in a unit: Luxembourg's frame is 1,400 km wide, Russia's 11,500."""

TINY = 12.0
"""Units below which a country is ringed instead of filled."""

WIDER, STEPS, WIDEST = 1.35, 8, 50.0
"""The factor by which a view widens, the number of views, and the most kilometres to a unit.

A view widens until its surroundings can be named.
"""

NEAR = 600.0
"""Kilometres around a country's point in which islands count as the place it marks."""

FULL = 0.9
"""The share of the frame's tighter side that a group of countries takes."""

AROUND = 1.2
"""Radians from the middle of a group beyond which it is shown on the world map."""

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


def view_of(main: Sequence[Cap], zoom: float = 1.0) -> View:
    """Return the view of a country's main part: near enough to see it, far enough to place it.

    `zoom` is 1 for countries of the world, less where kilometres count for more.
    """
    first = View(middle=main[0].middle, scale=EARTH)
    left, top, right, bottom = _frame(first, main)
    middle = first.unproject(((left + right) / 2, (top + bottom) / 2))
    left, top, right, bottom = _frame(View(middle=middle, scale=EARTH), main)
    wanted = max((right - left) / (WIDE * WIDTH), (bottom - top) / (TALL * HEIGHT))
    return View(middle=middle, scale=EARTH / min(FARTHEST * zoom, max(NEAREST * zoom, wanted)))


def view_of_all(caps: Sequence[Cap], zoom: float = 1.0) -> View | None:
    """Return the view in which many countries nearly fill the frame; None for a group around the world."""
    first = View(middle=middle_of(caps), scale=EARTH)
    if any(angle(first.middle, cap.middle) > AROUND for cap in caps):
        return None
    left, top, right, bottom = _frame(first, caps)
    middle = first.unproject(((left + right) / 2, (top + bottom) / 2))
    left, top, right, bottom = _frame(View(middle=middle, scale=EARTH), caps)
    wanted = max((right - left) / (FULL * WIDTH), (bottom - top) / (FULL * HEIGHT), NEAREST * zoom)
    return View(middle=middle, scale=EARTH / wanted) if wanted <= WIDEST * zoom else None


def zoom_of(caps: Sequence[Cap]) -> float:
    """Return the zoom by which the farthest view shows all of a part of the world; 1 for all of the world."""
    first = View(middle=middle_of(caps), scale=EARTH)
    left, top, right, bottom = _frame(first, caps)
    return min(1.0, max((right - left) / (FULL * WIDTH), (bottom - top) / (FULL * HEIGHT)) / FARTHEST)


def _frame(view: View, caps: Sequence[Cap]) -> Box:
    places = view.project(np.concatenate([cap.points for cap in caps]))
    (left, top), (right, bottom) = places.min(axis=0).tolist(), places.max(axis=0).tolist()
    return left, top, right, bottom


def bounds(places: Iterable[Flat]) -> Box:
    """Return the box around places."""
    xs, ys = zip(*places, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def main_part(caps: Sequence[Cap]) -> tuple[Cap, ...]:
    """Return the largest piece of a country with pieces a quarter as large or close by.

    Overseas parts are left out.
    """
    first = max(caps, key=lambda cap: cap.area)
    return tuple(c for c in caps if c.area >= first.area / 4 or _gap(c, first) <= first.reach / 3)


def _gap(a: Cap, b: Cap) -> float:
    return angle(a.middle, b.middle) - a.reach - b.reach


def views(main: Sequence[Cap], point: Vector, zoom: float = 1.0) -> Iterator[tuple[View, bool]]:
    """Yield wider and wider views of a country, and whether it is too small there to be filled."""
    first = view_of(main, zoom) if main else View(middle=point, scale=EARTH / (NEAREST * zoom))
    for step in range(STEPS):
        scale = first.scale / WIDER**step
        if step and scale < EARTH / (WIDEST * zoom):
            return
        tiny = 2 * max((cap.reach for cap in main), default=0.0) * scale < TINY
        yield View(middle=_marked(main, point, zoom) if tiny else first.middle, scale=scale), tiny


def _marked(main: Sequence[Cap], point: Vector, zoom: float) -> Vector:
    """Return the middle of a tiny country's ring: the island nearest to its point, or the point itself."""
    near = min((cap.middle for cap in main), key=lambda middle: angle(middle, point), default=point)
    return near if angle(near, point) * EARTH < NEAR * zoom else point
