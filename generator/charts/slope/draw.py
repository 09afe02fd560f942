"""Slopes: two years, a line for each country between them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from generator.charts.scale import dodge
from generator.charts.specs import fill_template
from generator.charts.theme import BOLD, CHARACTER

TOP, BOTTOM, GAP = 10, 28, 16
LEAST_HEIGHT = 170
LEAST_PLOT = 84
"""The least width of lines; with longer names the peers' latest values go to the table only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SlopeLine:
    """A country's two values, as numbers and formatted, and whether it is the page's country."""

    name: str
    values: tuple[float, float]
    texts: tuple[str, str]
    own: bool = False

    @property
    def end(self) -> str:
        """The label at the right end: `Uzbekistan 72.4`."""
        return f"{self.name} {self.texts[1]}".rstrip()


def slope_height(count: int) -> int:
    """Return the height in which a number of names fit one above the other."""
    return max(LEAST_HEIGHT, count * (GAP + 4)) + TOP + BOTTOM


def draw_slope(pairs: Sequence[SlopeLine], years: tuple[int, int], *, width: int) -> str:
    """Return the specification of a slope: values at the left, names and values at the right.

    No two of them touch.
    """
    pairs, left, right = _fitting(pairs, width)
    height = slope_height(len(pairs)) - TOP - BOTTOM
    low, high = _domain(pairs)
    frame = {
        "width": width - left - right,
        "height": height,
        "padding": {"left": left, "right": right, "top": TOP, "bottom": BOTTOM},
    }
    scales = {
        "x": {"scale": {"domain": list(years)}, "axis": {"values": list(years)}},
        "y": {"scale": {"domain": [low, high]}},
    }
    datasets = {**_lines(pairs, years), **_labels(pairs, years, GAP * (high - low) / height, (low, high))}
    return fill_template("slope", datasets, frame=frame, scales=scales)


def _fitting(pairs: Sequence[SlopeLine], width: int) -> tuple[Sequence[SlopeLine], int, int]:
    """Return the pairs with values as far as there is room, and the room at both sides."""
    left = max(_room(p.texts[0], own=p.own) for p in pairs)
    right = max(_room(p.end, own=p.own) for p in pairs)
    if width - left - right >= LEAST_PLOT:
        return pairs, left, right
    short = [p if p.own else replace(p, texts=(p.texts[0], "")) for p in pairs]
    return short, left, max(_room(p.end, own=p.own) for p in short)


def _room(text: str, *, own: bool) -> int:
    return round(len(text) * (BOLD if own else 1.0) * CHARACTER) + 14


def _domain(pairs: Sequence[SlopeLine]) -> tuple[float, float]:
    values = [value for pair in pairs for value in pair.values]
    low, high = min(values), max(values)
    return (low, high) if high > low else (low - 1.0, high + 1.0)


def _lines(pairs: Sequence[SlopeLine], years: tuple[int, int]) -> dict[str, list[dict[str, Any]]]:
    rows = [
        (pair.own, {"x": year, "y": value, "run": pair.name})
        for pair in pairs
        for year, value in zip(years, pair.values, strict=True)
    ]
    return {
        "posts": [{"x": year} for year in years],
        "others": [row for own, row in rows if not own],
        "own": [row for own, row in rows if own],
    }


def _labels(
    pairs: Sequence[SlopeLine], years: tuple[int, int], gap: float, ends: tuple[float, float]
) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for side, name in enumerate(("before", "after")):
        places = dodge((pair.values[side] for pair in pairs), gap, *ends)
        for pair, y in zip(pairs, places, strict=True):
            row = {"x": years[side], "y": y, "text": pair.end if side else pair.texts[0]}
            found.setdefault(f"own_{name}" if pair.own else name, []).append(row)
    return found
