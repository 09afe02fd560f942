"""Rows and entries of tables and lists; all formatted."""

from dataclasses import dataclass

from generator.charts.chart import Chart
from generator.charts.sparkline import Spark
from generator.pages.records.parts import ImageFigure, Link, MovedText


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupRow:
    """A country in a table of countries: for each key figure text, number and year."""

    country: Link
    cells: tuple[tuple[str, str, str], ...]
    region: Link | None = None
    marked: bool = False
    """Whether there is commentary of our own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorRow:
    """A row of the table of all indicators; `value` is `..` where none is known, `–` where there are none."""

    id: str
    title: str
    url: str
    value: str
    known: bool
    unit: str
    year: str
    status: str
    kind_mark: str
    rank: str
    moved: MovedText | None
    """How the place changed among the countries ranked in both years."""
    spark: Spark | None
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorGroup:
    """The rows of one topic."""

    topic: str
    rows: tuple[IndicatorRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RankingRow:
    """A row of an indicator's ranking; `share` is the bar's length from 0 to 1, None without one."""

    rank: str
    country: Link
    value: str
    machine: str
    year: str
    """Empty where the value is of the ranking's year."""
    status: str
    share: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ListItem:
    """An entry of a list page: a link, a line about it, and the value to show at its end."""

    link: Link
    text: str
    value: str = ""
    marked: bool = False
    """Whether there is commentary of our own."""
    image: ImageFigure | None = None
    """The image that an essay begins with."""
    facets: tuple[tuple[str, str], ...] = ()
    """What a list is filtered by, as data attributes: `kind` is `survey`; spaces part words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """A choice that filters a list: pairs of value and text."""

    id: str
    label: str
    options: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListGroup:
    """A group of entries under a heading, which leads to a page of its own where there is one."""

    title: str
    items: tuple[ListItem, ...]
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """A member in a row of panels: its line, and the latest figure."""

    country: Link
    spark: Spark
    value: str
    year: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PanelRow:
    """An indicator over the years, one panel a member, all on one scale; `rest` are those to unfold."""

    title: Link
    scale: str
    """As `constant 2021 international $, 1990–2024, from 0 to 50,000`."""
    panels: tuple[Panel, ...]
    rest: tuple[Panel, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Extreme:
    """A member at an end, `link` and `value`; without a link nobody stands there alone."""

    link: Link | None
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaderRow:
    """Who leads and who trails in an indicator, and who rose and fell most between two years."""

    title: Link
    year: str
    highest: Extreme
    lowest: Extreme
    years: str
    up: Extreme
    down: Extreme


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicRow:
    """An indicator of a topic over all countries; cells are empty where its figures are not compared."""

    title: Link
    unit: str
    year: str
    """The year of median, quartiles and ends."""
    median: str
    spark: Spark | None
    """The median over the years."""
    middle: str
    """Between which figures half of the countries lie: `61.2 to 77.9`."""
    best: Extreme | None
    """Who stands first in the ranking; the highest figure where no direction is better."""
    worst: Extreme | None
    count: str
    """How many countries report in that year, or in the best one: `187 in 2023`."""
    coverage: Spark | None
    """How many report over the years."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageRow:
    """How many countries report an indicator, in each year of the table."""

    title: Link
    counts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A finding from the data: a headline with where it leads, a sentence or two, and a line of the years."""

    headline: Link
    text: str
    indicator: Link
    spark: Spark | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeRow:
    """A country that gained or lost places: the mark, its words, and places and values of both years."""

    country: Link
    mark: str
    """As `▲2`."""
    words: str
    places: tuple[str, str]
    figures: tuple[str, ...]
    """The values of both years; none where they do not compare."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeTable:
    """Who gained and who lost most places between two years."""

    years: tuple[str, str]
    note: str
    gained: tuple[ChangeRow, ...]
    lost: tuple[ChangeRow, ...]
    valued: bool
    """Whether the values of both years stand beside the places."""
    slope: Chart | None
    """The places of a few countries as a chart."""
