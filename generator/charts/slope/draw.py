"""Slopes: two years, a line for each country between them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from generator.charts.room import PLOT, halve, shorten, text_width
from generator.charts.scale import spread_out
from generator.charts.specs import fill_template

TOP, BOTTOM, GAP = 10, 28, 16
LEADING = 14
"""Pixels between two lines of one label."""

LEAST_HEIGHT = 170
MARGIN = 14


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


def slope_height(pairs: Sequence[SlopeLine], width: int, *, spare: int = 0) -> int:
    """Return the height in which the names of lines fit one above the other."""
    sizes = [GAP + 4 + LEADING * (len(parts) - 1) for parts in _ends(pairs, width, spare)]
    return max(LEAST_HEIGHT, sum(sizes)) + TOP + BOTTOM


def draw_slope(pairs: Sequence[SlopeLine], years: tuple[int, int], *, width: int, spare: int = 0) -> str:
    """Return the specification of a slope: values at the left, names and values at the right.

    No two of them touch. `spare` pixels stay free at the right, for labels of many digits: these are wider than letters.
    """
    ends = _ends(pairs, width, spare)
    left, right = _left(pairs), max(_room(t, own=p.own) for p, parts in zip(pairs, ends, strict=True) for t in parts)
    right += spare
    height = slope_height(pairs, width, spare=spare) - TOP - BOTTOM
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
    pixel, firsts = (high - low) / height, [(pair.texts[0],) for pair in pairs]
    datasets = {
        **_lines(pairs, years),
        **_labels("before", pairs, firsts, years[0], pixel),
        **_labels("after", pairs, ends, years[1], pixel),
    }
    return fill_template("slope", datasets, frame=frame, scales=scales)


def _left(pairs: Sequence[SlopeLine]) -> int:
    return max(_room(p.texts[0], own=p.own) for p in pairs)


def _ends(pairs: Sequence[SlopeLine], width: int, spare: int) -> list[tuple[str, ...]]:
    """Return the labels at the right: a long one in lines, its name cut where it must be, its value never."""
    most = width * (1 - PLOT) - _left(pairs) - MARGIN - spare - 1
    return [_label(pair, most) for pair in pairs]


def _label(pair: SlopeLine, most: float) -> tuple[str, ...]:
    if text_width(pair.end, bold=pair.own) <= most:
        return (pair.end,)
    names = tuple(shorten(part, most, bold=pair.own) for part in halve(pair.name))
    last = f"{names[-1]} {pair.texts[1]}"
    return (*names[:-1], last) if text_width(last, bold=pair.own) <= most else (*names, pair.texts[1])


def _room(text: str, *, own: bool) -> int:
    return round(text_width(text, bold=own)) + MARGIN


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
    side: str, pairs: Sequence[SlopeLine], texts: Sequence[tuple[str, ...]], year: int, pixel: float
) -> dict[str, list[dict[str, Any]]]:
    """Return the labels of the side `before` or `after`; `pixel` is the scale's step from one to the next."""
    (low, high), overhang = _domain(pairs), pixel * LEADING * (max(map(len, texts)) - 1) / 2
    sizes = [pixel * (GAP + LEADING * (len(parts) - 1)) for parts in texts]
    values = [pair.values[side == "after"] for pair in pairs]
    middles = spread_out(values, sizes, low + overhang, high - overhang)
    found: dict[str, list[dict[str, Any]]] = {}
    for pair, parts, middle in zip(pairs, texts, middles, strict=True):
        top = middle + pixel * LEADING * (len(parts) - 1) / 2
        rows = [{"x": year, "y": top - pixel * LEADING * n, "text": text} for n, text in enumerate(parts)]
        found.setdefault(f"own_{side}" if pair.own else side, []).extend(rows)
    return found
