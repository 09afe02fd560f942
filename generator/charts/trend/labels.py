"""Names at the ends of a trend's lines: long ones in two lines, moved apart so that they do not touch."""

from collections.abc import Sequence
from typing import Any, Protocol

from generator.charts.scale import spread_out
from generator.charts.theme import BOLD, CHARACTER
from generator.data.observations import Points

GAP, LEADING = 16, 14
"""Pixels from one name to the next, and between two lines of one name."""


SHARE = 0.3
"""Part of a chart's width that a name in one line may take."""

ENDED_EARLY = 3
"""A line that ends at least this many years before the last is labelled with its year."""


class Named(Protocol):
    """A line with a name; an empty one is not labelled."""

    @property
    def name(self) -> str:
        """The label at its end."""

    @property
    def points(self) -> Points:
        """Its figures by year."""

    @property
    def own(self) -> bool:
        """Whether it is the page's country."""


def room_for(lines: Sequence[Named], last: int, width: int) -> int:
    """Return the pixels right of the plot that the names take."""
    longest = max((_length(text, line) for line in lines for text in _texts(line, last, width)), default=0.0)
    return round(longest) + 14


def end_labels(
    lines: Sequence[Named], ends: tuple[float, float], size: tuple[int, int], last: int
) -> dict[str, list[dict[str, Any]]]:
    """Return the rows of names by dataset.

    `ends` are those of the scale, `size` is the chart's width and the plot's height.
    """
    named, unit = [line for line in lines if line.name], (ends[1] - ends[0]) / size[1]
    texts = [_texts(line, last, size[0]) for line in named]
    heights = [unit * (GAP + LEADING * (len(parts) - 1)) for parts in texts]
    middles = spread_out([line.points[-1][1] for line in named], heights, *ends)
    found: dict[str, list[dict[str, Any]]] = {"labels": [], "name": []}
    for line, parts, middle in zip(named, texts, middles, strict=True):
        top = middle + unit * LEADING * (len(parts) - 1) / 2
        series = {"series": line.name} if len(parts) > 1 else {}
        rows = [{"x": last, "y": top - unit * LEADING * n, "text": text, **series} for n, text in enumerate(parts)]
        found["name" if line.own else "labels"] += rows
    return found


def _texts(line: Named, last: int, width: int) -> tuple[str, ...]:
    """Return the name in one line or two, with the year if the line ended well before the others."""
    end = line.points[-1][0]
    text = f"{line.name} {end}" if line.name and last - end >= ENDED_EARLY else line.name
    words = text.split()
    if len(words) == 1 or _length(text, line) <= SHARE * width:
        return (text,)
    splits = ((" ".join(words[:n]), " ".join(words[n:])) for n in range(1, len(words)))
    return min(splits, key=lambda pair: max(map(len, pair)))


def _length(text: str, line: Named) -> float:
    return len(text) * CHARACTER * (BOLD if line.own else 1.0)
