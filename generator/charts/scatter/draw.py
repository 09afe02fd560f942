"""Scatters: a dot for each country, one of them larger, and names where there is room.

The small dots are squares: as rules they are one path of a drawing, and a few bytes each.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from generator.charts.room import text_width
from generator.charts.scale import axis_label, nice_ticks
from generator.charts.specs import fill_template
from generator.charts.theme import CHARACTER

TOP, BOTTOM, RIGHT = 30, 44, 12
LEADING = 15
"""Height of a name in pixels, with the space around it."""
DOT = 4
"""Pixels of a small dot: the width of its rule."""
HIDDEN = 1
"""Dots that a name may hide; the name of the page's country always stands."""
AWAY = 7
"""Pixels from a dot to its name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A country's place: its name where it may be named (empty: never), and whether it is the page's."""

    name: str
    x: float
    y: float
    own: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Frame:
    """The plot in pixels, and the ends of both scales."""

    width: int
    height: int
    across: tuple[float, float]
    up: tuple[float, float]

    def at(self, spot: Spot) -> tuple[float, float]:
        """Return a country's pixels, from the left and from above."""
        (left, right), (low, high) = self.across, self.up
        return (
            (spot.x - left) / (right - left) * self.width,
            (high - spot.y) / (high - low) * self.height,
        )


Box = tuple[float, float, float, float]
"""Left, right, top and bottom in pixels."""


def draw_scatter(
    spots: Sequence[Spot], titles: tuple[str, str], *, width: int, height: int, one_scale: bool = False
) -> str:
    """Return the specification of a scatter; spots are named in their order, as far as names find room.

    With `one_scale` both axes have the same ends.
    """
    xs, ys = [spot.x for spot in spots], [spot.y for spot in spots]
    across, up = (
        nice_ticks(min(0.0, *values), max(values)) for values in ((xs, ys) if not one_scale else [xs + ys] * 2)
    )
    left = round(max(len(axis_label(tick)) for tick in up) * CHARACTER) + 8
    frame = _Frame(
        width=width - left - RIGHT,
        height=height - TOP - BOTTOM,
        across=(across[0], across[-1]),
        up=(up[0], up[-1]),
    )
    size = {
        "width": frame.width,
        "height": frame.height,
        "padding": {"left": left, "right": RIGHT, "top": TOP, "bottom": BOTTOM},
    }
    datasets: dict[str, list[dict[str, Any]]] = {
        "others": [_square(spot, frame) for spot in spots if not spot.own],
        "own": [{"x": spot.x, "y": spot.y} for spot in spots if spot.own],
        "across": [{"x": across[-1], "y": up[0], "text": titles[0]}],
        "up": [{"x": across[0], "y": up[-1], "text": titles[1]}],
        **_names(spots, frame),
    }
    return fill_template("scatter", datasets, frame=size, scales=_scales(across, up, left))


def _square(spot: Spot, frame: _Frame) -> dict[str, Any]:
    """Return a dot as an upright rule as long as it is wide."""
    half = DOT / 2 * (frame.up[1] - frame.up[0]) / frame.height
    return {"x": spot.x, "y": round(spot.y + half, 3), "y2": round(spot.y - half, 3)}


def _scales(across: Sequence[float], up: Sequence[float], left: int) -> dict[str, Any]:
    labels = " : ".join(f"datum.value === {tick!r} ? '{axis_label(tick)}'" for tick in up)
    whole = [int(tick) for tick in across if tick >= 1 and tick == int(tick)]
    return {
        "x": {"scale": {"domain": [across[0], across[-1]]}, "axis": {"values": whole}},
        "y": {
            "scale": {"domain": [up[0], up[-1]]},
            "axis": {"values": list(up), "labelPadding": left, "labelExpr": f"{labels} : ''"},
        },
    }


def _names(spots: Sequence[Spot], frame: _Frame) -> dict[str, list[dict[str, Any]]]:
    """Return the names that find room, at the emptier side of their dots, by dataset."""
    found: dict[str, list[dict[str, Any]]] = {"right": [], "left": [], "own_right": [], "own_left": []}
    dots = [frame.at(spot) for spot in spots]
    taken: list[Box] = [_around(*frame.at(spot)) for spot in spots if spot.own]
    for spot in sorted((spot for spot in spots if spot.name), key=lambda spot: not spot.own):
        places = [(_hidden(box, dots), side, box) for side, box in _places(spot, frame) if _is_free(box, taken, frame)]
        best = min(places, key=lambda place: place[0], default=None)
        if best and (spot.own or best[0] <= HIDDEN):
            _hid, side, box = best
            taken.append(box)
            found[f"own_{side}" if spot.own else side].append({"x": spot.x, "y": spot.y, "text": spot.name})
    return found


def _hidden(box: Box, dots: Sequence[tuple[float, float]]) -> int:
    """Return how many dots a name would lie on."""
    left, right, top, bottom = box
    return sum(left <= x <= right and top <= y <= bottom for x, y in dots)


def _around(x: float, y: float) -> Box:
    return x - AWAY + 1, x + AWAY - 1, y - AWAY + 1, y + AWAY - 1


def _places(spot: Spot, frame: _Frame) -> Iterator[tuple[str, Box]]:
    x, y = frame.at(spot)
    wide, half = text_width(spot.name, bold=spot.own), LEADING / 2
    yield "right", (x + AWAY, x + AWAY + wide, y - half, y + half)
    yield "left", (x - AWAY - wide, x - AWAY, y - half, y + half)


def _is_free(box: Box, taken: Sequence[Box], frame: _Frame) -> bool:
    left, right, top, bottom = box
    if left < 0 or right > frame.width + RIGHT or top < -TOP / 3 or bottom > frame.height:
        return False
    return all(right <= l or left >= r or bottom <= t or top >= b for l, r, t, b in taken)  # noqa: E741 - as in Box
