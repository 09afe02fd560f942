"""Strips: one tick for each country along a line, one of them taller and named."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import log10
from typing import Any

from generator.charts.templates import fill_pixels
from generator.charts.theme import CHARACTER

HEIGHT = 98
NAME, TOP, BOTTOM, MEDIAN, ENDS = 9, 26, 52, 70, 88
"""Heights from above: the country's name, the ticks, the median's label, the names at both ends."""

TALLER = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """What a strip shows: all values, the country's, the median, and the labels of each."""

    values: tuple[float, ...]
    own: float
    own_label: str
    median: float
    median_label: str
    low_label: str
    high_label: str
    log: bool
    """Whether equal steps are equal factors."""


def draw_strip(spread: Spread, *, width: int) -> str:
    """Return the specification of a strip: ticks, the median, the country on top."""
    low, high = min(spread.values), max(spread.values)

    def place(value: float) -> float:
        at = (_scaled(value, spread) - _scaled(low, spread)) / ((_scaled(high, spread) - _scaled(low, spread)) or 1.0)
        return round(2 * (2 + at * (width - 4))) / 2

    own, middle = place(spread.own), place(spread.median)
    datasets: dict[str, list[dict[str, Any]]] = {
        "ticks": [{"x": x, "y": TOP, "y2": BOTTOM} for x in sorted({place(value) for value in spread.values})],
        "median": [{"x": middle, "y": TOP - TALLER, "y2": BOTTOM + TALLER}],
        "own": [{"x": own, "y": TOP - TALLER, "y2": BOTTOM + TALLER}],
        "name": [{"x": _within(own, spread.own_label, width), "y": NAME, "text": spread.own_label}],
        "middle": [{"x": _within(middle, spread.median_label, width), "y": MEDIAN, "text": spread.median_label}],
        "low": [{"x": 0, "y": ENDS, "text": spread.low_label}],
        "high": [{"x": width, "y": ENDS, "text": spread.high_label}],
    }
    return fill_pixels("strip", datasets, width=width, height=HEIGHT)


def _scaled(value: float, spread: Spread) -> float:
    return log10(value) if spread.log else value


def _within(x: float, label: str, width: int) -> float:
    """Return the middle of a label as near to `x` as it fits."""
    half = len(label) * CHARACTER * 1.12 / 2
    return min(max(x, half), width - half)


def labels_fit(texts: Sequence[str], width: int) -> bool:
    """Whether labels on one line leave room between them."""
    return sum(map(len, texts)) * CHARACTER + 12 <= width
