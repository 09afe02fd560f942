"""The outlines of all countries at one scale: a view finds and projects those it shows at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import hypot
from typing import TYPE_CHECKING

import numpy as np

from generator.charts.locator.clip import FRAME, clip
from generator.charts.locator.sphere import Cap, Flat, View, cap, cosines
from generator.charts.locator.view import HEIGHT, WIDTH, main_part

if TYPE_CHECKING:
    import numpy.typing as npt

    from generator.data.geo.line import Ring

SPECK, OWN_SPECK = 2.0, 1.0
"""Radius in units of the smallest islands drawn: of other countries, and of the country itself."""

FARTHER = 1.12
"""The margin by which an angle to a corner exceeds its place on the flat drawing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """An outline as it lies in a frame: whose it is, whether it is of their main part, and its places."""

    key: str
    is_main: bool
    ring: Sequence[Flat]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Globe:
    """The outlines of all countries, those of a country side by side, its main part first."""

    main: Mapping[str, tuple[Cap, ...]]
    """The main part of each country."""
    caps: Sequence[Cap]
    keys: npt.NDArray[np.str_]
    are_main: Sequence[bool]
    middles: npt.NDArray[np.float64]
    reaches: npt.NDArray[np.float64]

    def seen(self, view: View, own: str) -> Iterator[Outline]:
        """Yield the outlines in the frame that are larger than a speck."""
        shown = self._near(view, own)
        caps = [self.caps[at] for at in shown]
        for at, ring in zip(shown, _in_frame(view, caps) if caps else (), strict=True):
            if len(ring) > 2:  # noqa: PLR2004 - two places enclose nothing
                yield Outline(key=str(self.keys[at]), is_main=self.are_main[at], ring=ring)

    def _near(self, view: View, own: str) -> list[int]:
        """Return which outlines are near enough and large enough to be seen."""
        corner = hypot(WIDTH, HEIGHT) / 2 / view.scale
        large = self.reaches * view.scale > np.where(self.keys == own, OWN_SPECK, SPECK)
        angles = np.arccos(np.clip(cosines(view.middle, self.middles), -1.0, 1.0))
        near = angles - self.reaches < FARTHER * corner
        found: list[int] = np.flatnonzero(large & near).tolist()
        return found


def make_globe(outlines: Mapping[str, Sequence[Ring]]) -> Globe:
    """Return the outlines of countries, by key, as a globe."""
    caps = {key: tuple(map(cap, rings)) for key, rings in outlines.items() if rings}
    main = {key: main_part(own) for key, own in caps.items()}
    parts = [(key, each, True) for key in caps for each in main[key]]
    parts += [(key, each, False) for key, own in caps.items() for each in own if each not in main[key]]
    places = {key: at for at, key in enumerate(caps)}
    parts.sort(key=lambda part: places[part[0]])  # which keeps the main part of each first
    keys, flat, are_main = zip(*parts, strict=True) if parts else ((), (), ())
    return Globe(
        main=main,
        caps=flat,
        keys=np.array(keys, dtype=np.str_),
        are_main=are_main,
        middles=np.array([each.middle for each in flat]).reshape(-1, 3),
        reaches=np.array([each.reach for each in flat]),
    )


def _in_frame(view: View, caps: Sequence[Cap]) -> Iterator[Sequence[Flat]]:
    """Yield the part of each outline within the frame; most lie wholly in it or wholly outside."""
    places = view.project(np.concatenate([each.points for each in caps]))
    ends = np.cumsum([len(each.points) for each in caps])
    starts = np.concatenate(([0], ends[:-1]))
    low, high = np.minimum.reduceat(places, starts), np.maximum.reduceat(places, starts)
    half = np.array(FRAME) / 2
    inside = np.all((low >= -half) & (high <= half), axis=1).tolist()
    outside = np.any(((high <= -half) & (low < -half)) | ((low >= half) & (high > half)), axis=1).tolist()
    for start, end, is_inside, is_outside in zip(starts.tolist(), ends.tolist(), inside, outside, strict=True):
        ring = [] if is_outside else places[start:end].tolist()
        yield ring if is_inside or is_outside else clip(ring)
