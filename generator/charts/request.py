"""A request for a chart by a page or an author."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

__all__ = ("ChartKind", "ChartRequest", "Compared", "Event")


class ChartKind(StrEnum):
    """The kinds of chart, as authors write them."""

    TREND = "trend"
    RANKING = "ranking"
    SLOPE = "slope"
    STRIP = "strip"
    STACKED = "stacked"
    MAP = "map"


class Compared(StrEnum):
    """What stands in the place of codes where a chart compares with many."""

    ALL = "all"
    """All places with a page."""
    GROUP = "group"
    """Those of the place's region, or of the group it is about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A news item that a trend marks on its date, with its headline."""

    day: date
    headline: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartRequest:
    """A request for a chart by a page or an author.

    `compare` are alpha-3 codes (empty: the country's peers), or `all` or `group` alone; `years` is empty or (from, to);
    `title` states what the chart shows.
    """

    kind: ChartKind
    indicator: str
    country: str
    compare: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    title: str = ""
    parts: tuple[str, ...] = ()
    """Further parts of stacked shares, besides `indicator`."""
    events: tuple[Event, ...] = ()
    """News items to mark, in order of date."""
