"""Stacked shares: one bar of a hundred for each country, its parts side by side."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from generator.charts.room import shorten, text_width
from generator.charts.scale import dodge
from generator.charts.specs import fill_pixels
from generator.charts.theme import PARTS, REST

HEAD, ROW, LABEL = 40, 36, 8
THICK, OWN_THICK = 12, 16
WHOLE = 100.0
APART = 4
"""Least gap between two names of parts."""

SEAM = 1.5
"""Gap between two parts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StackedBar:
    """A country's parts in order, the rest last where there is one."""

    name: str
    parts: tuple[float, ...]
    rest: float
    own: bool = False


def stack_height(count: int) -> int:
    """Return the height of a number of bars with the names of their parts above."""
    return HEAD + ROW * count


def draw_stacked(bars: Sequence[StackedBar], heads: Sequence[tuple[str, str]], *, width: int) -> str:
    """Return the specification of the bars; `heads` name the first bar's parts and their values above it."""
    datasets = {
        "parts": [part for at, bar in enumerate(bars) for part in _parts(bar, HEAD + at * ROW, width)],
        "heads": _heads(bars[0], heads, width),
        "names": [_name(bar, at, width) for at, bar in enumerate(bars) if not bar.own],
        "own_name": [_name(bar, at, width) for at, bar in enumerate(bars) if bar.own],
    }
    return fill_pixels("stacked", datasets, width=width, height=stack_height(len(bars)))


def _name(bar: StackedBar, at: int, width: int) -> dict[str, Any]:
    return {"x": 0, "y": HEAD + at * ROW + LABEL, "text": shorten(bar.name, width, bold=bar.own)}


def _spans(bar: StackedBar, width: int) -> list[tuple[float, float]]:
    """Return the pixels at which each part begins and ends; parts never leave the bar."""
    total = max(WHOLE, sum(bar.parts))
    ends = [end / total * width for end in accumulate((*bar.parts, bar.rest))]
    return list(zip([0.0, *ends], ends, strict=False))


def _parts(bar: StackedBar, top: int, width: int) -> list[dict[str, Any]]:
    fills = (*PARTS[: len(bar.parts)], REST)
    thick = OWN_THICK if bar.own else THICK
    return [
        {"x": x, "x2": max(x2 - SEAM, x), "y": top + 2 * LABEL, "y2": top + 2 * LABEL + thick, "fill": fill}
        for (x, x2), fill in zip(_spans(bar, width), fills, strict=True)
        if x2 > x
    ]


def _heads(bar: StackedBar, heads: Sequence[tuple[str, str]], width: int) -> list[dict[str, Any]]:
    """Return each part's name and value above its middle, moved apart so that they do not touch."""
    middles = [(x + x2) / 2 for x, x2 in _spans(bar, width)][: len(heads)]
    most = (width - APART * (len(heads) - 1)) / len(heads)
    heads = [(shorten(name, most), value) for name, value in heads]
    room = max(text_width(text) for head in heads for text in head)
    gap = min(room + APART, (width - room) / max(1, len(heads) - 1))
    places = dodge(middles, gap, room / 2, width - room / 2)
    return [
        {"x": x, "y": LABEL + line * 16, "text": text}
        for x, head in zip(places, heads, strict=True)
        for line, text in enumerate(head)
    ]
