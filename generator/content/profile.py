"""The layout of every profile: ``content/profile.yaml``."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfileChart:
    """One chart of a section, drawn for each country that has data: kind, indicator, further parts, its own title."""

    kind: ChartKind
    indicator: str
    parts: tuple[str, ...] = ()
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfileSection:
    """A section of every profile; authors fill it under a heading with the same id."""

    id: str
    title: str
    charts: tuple[ProfileChart, ...]
    lists: tuple[str, ...] = ()
    """Indicators whose lists are shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfileLayout:
    """Key figures, scorecard and sections, in order."""

    key_figures: tuple[str, ...]
    scorecard: str
    sections: tuple[ProfileSection, ...]
