"""Strips: one tick for each country along a line, one of them taller and named."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log10

from generator.charts.room import text_width
from generator.charts.specs import Data, Rows, fill_pixels, write_rows
from generator.charts.theme import CHARACTER

HEIGHT = 98
NAME, TOP, BOTTOM, MEDIAN, ENDS = 9, 26, 52, 70, 88
"""Heights from above: the country's name, the ticks, the median's label, the names at both ends."""

TALLER = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class StripData:
    """The content of a strip: all values, the country's, the median, and the labels of each."""

    values: tuple[float, ...]
    own: float
    own_label: str
    median: float
    median_label: str
    low_label: str
    high_label: str
    log: bool
    """Whether the scale is logarithmic."""


def draw_strip(spread: StripData, *, width: int) -> str:
    """Return the specification of a strip: ticks, the median, the country on top."""
    own, middle = _positions((spread.own, spread.median), spread.values, log=spread.log, width=width)
    datasets: dict[str, Data] = {
        "ticks": [_ticks(spread.values, log=spread.log, width=width)],
        "median": [{"x": middle, "y": TOP - TALLER, "y2": BOTTOM + TALLER}],
        "own": [{"x": own, "y": TOP - TALLER, "y2": BOTTOM + TALLER}],
        "name": [{"x": _within(own, spread.own_label, width), "y": NAME, "text": spread.own_label}],
        "middle": [{"x": _within(middle, spread.median_label, width), "y": MEDIAN, "text": spread.median_label}],
        "low": [{"x": 0, "y": ENDS, "text": spread.low_label}],
        "high": [{"x": width, "y": ENDS, "text": spread.high_label}],
    }
    return fill_pixels("strip", datasets, width=width, height=HEIGHT)


@lru_cache(maxsize=64)  # the same ticks stand on the profile of every country
def _ticks(values: tuple[float, ...], *, log: bool, width: int) -> Rows:
    positions = sorted(set(_positions(values, values, log=log, width=width)))
    return write_rows([{"x": x, "y": TOP, "y2": BOTTOM} for x in positions])


def _positions(values: tuple[float, ...], among: tuple[float, ...], *, log: bool, width: int) -> list[float]:
    """Return the pixels of values on the strip, to half a pixel."""
    scale = log10 if log else float
    low, high = scale(min(among)), scale(max(among))
    shares = ((scale(value) - low) / ((high - low) or 1.0) for value in values)
    return [round(2 * (2 + share * (width - 4))) / 2 for share in shares]


def _within(x: float, label: str, width: int) -> float:
    """Return the middle of a label, as near to `x` as it fits."""
    half = text_width(label, bold=True) / 2
    return min(max(x, half), width - half)


def labels_fit(texts: Sequence[str], width: int) -> bool:
    """Whether labels on one line leave room between them."""
    return sum(map(len, texts)) * CHARACTER + 12 <= width
