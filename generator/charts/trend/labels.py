"""Names at the ends of a trend's lines: long ones in two lines, moved apart so that they do not touch."""

from collections.abc import Sequence
from typing import Any, Protocol

from generator.charts.room import halve, shorten, text_width
from generator.charts.scale import spread_out
from generator.charts.trend.datasets import TrendData

GAP, LEADING = 16, 14
"""Pixels from one name to the next, and between two lines of one name."""

SHARE = 0.3
"""Part of a chart's width that a name in one line may take."""

MOST = 0.42
"""Part of a chart's width that all names may take; the axis needs room for its labels too."""

MARGIN = 14

ENDED_EARLY = 3
"""A line that ends at least this many years before the last is labelled with its year."""


class Named(Protocol):
    """A line with a name; an empty one is not labelled."""

    @property
    def name(self) -> str:
        """The label at its end."""

    @property
    def end(self) -> tuple[int, float]:
        """Its last year and value, forecasts included."""

    @property
    def own(self) -> bool:
        """Whether it is the page's country."""


def room_for(lines: Sequence[Named], last: int, width: int, height: int) -> int:
    """Return the pixels right of a plot of a height that the names take."""
    named = [line for line in lines if line.name]
    texts = zip(named, _texts(named, last, width, height), strict=True)
    longest = max((text_width(text, bold=line.own) for line, parts in texts for text in parts), default=0.0)
    return round(longest) + MARGIN


def end_labels(
    lines: Sequence[Named], ends: tuple[float, float], size: tuple[int, int], last: int
) -> dict[str, list[dict[str, Any]]]:
    """Return the rows of names by dataset.

    `ends` are those of the scale, `size` is the chart's width and the plot's height.
    """
    named, unit = [line for line in lines if line.name], (ends[1] - ends[0]) / size[1]
    texts = _texts(named, last, *size)
    heights = [unit * (GAP + LEADING * (len(parts) - 1)) for parts in texts]
    overhang = unit * LEADING * (max(map(len, texts), default=1) - 1) / 2
    middles = spread_out([line.end[1] for line in named], heights, ends[0] + overhang, ends[1] - overhang)
    rows: dict[str, list[dict[str, Any]]] = {TrendData.LABELS: [], TrendData.NAME: []}
    for line, parts, middle in zip(named, texts, middles, strict=True):
        top = middle + unit * LEADING * (len(parts) - 1) / 2
        series = {"series": line.name} if len(parts) > 1 else {}
        lettered = [{"x": last, "y": top - unit * LEADING * n, "text": text, **series} for n, text in enumerate(parts)]
        rows[TrendData.NAME if line.own else TrendData.LABELS] += lettered
    return rows


def _texts(lines: Sequence[Named], last: int, width: int, height: int) -> list[tuple[str, ...]]:
    """Return the names in one line or two, in one where the plot is too low for two of each."""
    texts = [_lines(line, last, width) for line in lines]
    if sum(GAP + LEADING * (len(parts) - 1) for parts in texts) > height:
        texts = [(_text(line, last),) for line in lines]
    most = MOST * width - MARGIN
    return [tuple(_cut(part, line, most) for part in parts) for line, parts in zip(lines, texts, strict=True)]


def _cut(part: str, line: Named, most: float) -> str:
    """Return a line of a label in its room; of a name with a year, the name is cut."""
    year = f" {line.end[0]}"
    end = year if part.endswith(year) else ""
    return shorten(part.removesuffix(end), most, bold=line.own, end=end)


def _text(line: Named, last: int) -> str:
    """Return the name, with the year if the line ended well before the others."""
    end = line.end[0]
    return f"{line.name} {end}" if last - end >= ENDED_EARLY else line.name


def _lines(line: Named, last: int, width: int) -> tuple[str, ...]:
    text = _text(line, last)
    return (text,) if text_width(text, bold=line.own) <= SHARE * width else halve(text)
