"""Axes: few round ticks, and labels that do not touch."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import accumulate, pairwise
from math import ceil, floor, log10

from generator.formatting import format_amount

STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)

OUT_OF_SCALE = 6.0
"""A peer this many times larger than the country of the page would flatten its line."""


def nice_ticks(low: float, high: float, count: int = 4) -> tuple[float, ...]:
    """Return about `count` round numbers from at or below `low` to at or above `high`: `(0.0, 5.0, 10.0)`."""
    if high <= low:
        high = low + (abs(low) or 1.0)
    raw = (high - low) / count
    power = 10.0 ** floor(log10(raw))
    step = next(s * power for s in STEPS if s * power >= raw * 0.999999)
    first, last = floor(low / step + 1e-9), ceil(high / step - 1e-9)
    return tuple(round(n * step, 12) for n in range(first, last + 1))


def axis_label(value: float) -> str:
    """Return a tick's label: `8.5M`, `40`, `0.75`."""
    return format_amount(Decimal(repr(value)), kind="count", symbol="", decimals=0, style="axis")


def dodge(positions: Iterable[float], gap: float, low: float, high: float) -> tuple[float, ...]:
    """Return positions at least `gap` apart, in the same order, with the least sum of squared moves.

    They lie between `low` and `high` where all fit. Source: isotonic regression by pooling adjacent violators.
    """
    given = list(positions)
    return spread_out(given, [gap] * len(given), low, high)


def spread_out(given: Sequence[float], sizes: Sequence[float], low: float, high: float) -> tuple[float, ...]:
    """Return the middles of things of the given sizes, moved apart in order and as little as possible."""
    order = sorted(range(len(given)), key=given.__getitem__)
    steps = [(sizes[before] + sizes[after]) / 2 for before, after in pairwise(order)]
    offsets = list(accumulate(steps, initial=0.0))[: len(order)]
    blocks: list[tuple[float, int]] = []
    for offset, index in zip(offsets, order, strict=True):
        mean, size = given[index] - offset, 1
        while blocks and blocks[-1][0] >= mean:
            before, count = blocks.pop()
            mean, size = (before * count + mean * size) / (count + size), count + size
        blocks.append((mean, size))
    top = high - (offsets[-1] if offsets else 0.0)
    starts = [max(min(mean, top), min(low, top)) for mean, size in blocks for _ in range(size)]
    placed = {index: start + offset for index, start, offset in zip(order, starts, offsets, strict=True)}
    return tuple(placed[at] for at in range(len(given)))


def year_ticks(first: int, last: int) -> tuple[int, ...]:
    """Return the first and last year and one between them where there is room."""
    return (first, last) if last - first < 8 else (first, (first + last) // 2, last)  # noqa: PLR2004 - years
