"""The page that compares countries: the choices, and how each indicator is written."""

from dataclasses import dataclass

from generator.charts.chart import Chart
from generator.pages.records.parts import LegendEntry, Link, PageFrame


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryChoice:
    """A country that can be chosen; its series are in `data.json` beside its page."""

    code: str
    name: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorChoice:
    """An indicator that can be chosen, with the unit and decimals that format its values."""

    id: str
    title: str
    unit: str
    kind: str
    symbol: str
    decimals: int
    frequency: int
    """Every how many years there is a figure."""
    from_zero: bool
    """Whether the scale of a chart begins at zero."""
    nil: str
    """The text for a value of 0 that is a finding."""
    warning: str
    """The reason why values must not be compared; empty if they may."""
    chosen: bool
    """Whether it is shown by default."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicChoice:
    """The indicators of a topic."""

    title: str
    indicators: tuple[IndicatorChoice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparePage:
    """The page that compares up to `most` countries; a script fills it from the address."""

    frame: PageFrame
    title: str
    summary: str
    most: int
    countries: tuple[CountryChoice, ...]
    topics: tuple[TopicChoice, ...]
    examples: tuple[tuple[Link, str], ...]
    """Countries with their peers, to begin with, and the reason why these are compared."""
    chart: Chart | None
    """The first of them as a chart."""
    starts: tuple[Link, ...]
    """Regions to begin with."""
    marks: tuple[LegendEntry, ...]
    """Statuses and other marks with their meanings."""
