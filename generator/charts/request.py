"""What a page or an author asks to be drawn."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class ChartKind(StrEnum):
    """What a chart can be, as authors write it."""

    TREND = "trend"
    RANKING = "ranking"
    SLOPE = "slope"
    STRIP = "strip"
    STACKED = "stacked"
    MAP = "map"


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What a trend marks on its date: a piece of news by its headline."""

    day: date
    headline: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartRequest:
    """What a page or an author asks to be drawn.

    `compare` are alpha-3 codes (empty: the country's peers); `years` is empty or (from, to);
    `title` states what the chart shows.
    """

    kind: ChartKind
    indicator: str
    country: str
    compare: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    title: str = ""
    parts: tuple[str, ...] = ()
    """The further parts of stacked shares, besides `indicator`."""
    events: tuple[Event, ...] = ()
    """What a trend marks, in order of dates."""
    definite: frozenset[str] = frozenset()
    """Codes of countries whose names take an article in the chart's words."""
