"""The kinds of page. A record holds all that its template may show, and nothing else: equal record, equal page.

URLs are site-absolute without the base path (`/countries/kazakhstan/`); texts and numbers are formatted.
"""

from dataclasses import dataclass

from generator.charts.chart import Chart
from generator.charts.sparkline import Spark
from generator.claims.bound import BoundLink, BoundValue

Body = tuple[str | BoundValue | BoundLink | Chart, ...]
"""Prose ready to print: sanitised HTML with bound figures, links and charts in reading order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A link: text and site URL."""

    text: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Shell:
    """What every page carries: title, description, URL, and the trail of breadcrumbs down to it."""

    title: str
    description: str
    url: str
    """As `/countries/kazakhstan/`; `/404.html` for the error page."""
    site_title: str
    language: str
    edition: str
    """Edition as printed: `November 2026`."""
    edition_date: str
    """ISO date of the edition."""
    publisher: str
    repository: str
    canonical: str
    """Absolute URL of the page."""
    licence: str
    trail: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RankText:
    """A rank for reading: `3rd of 17`, and in the region `2nd of 5 in Central Asia`; empty where there is none."""

    overall: str
    region: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyFigure:
    """A headline figure with its year, unit, rank and sparkline."""

    title: str
    url: str
    value: str
    machine: str
    unit: str
    year: str
    status: str
    rank: RankText
    spark: Spark | None
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A line of the facts beside the name."""

    label: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A section of a page: commentary, charts, or both; `lead` charts are drawn wide."""

    id: str
    title: str
    body: Body
    charts: tuple[Chart, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreEntry:
    """One statement or observation under a row of the scorecard."""

    text: str
    """`979,781 visitors` or `None` or `No data`."""
    period: str
    source: str
    url: str
    note: str
    """What a check found, or what the open series is not."""
    amount: float | None
    """For drawing two values that disagree on one scale; None where the entry is no amount."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreRow:
    """A row of the scorecard; `state` is value, none, no-data, not-stated or not-applicable."""

    id: str
    title: str
    state: str
    state_text: str
    entries: tuple[ScoreEntry, ...]
    note: str
    disagree: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreTable:
    """The scorecard of a country, with the count of its states in words."""

    title: str
    description: str
    summary: str
    rows: tuple[ScoreRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorRow:
    """A row of the table of all indicators; `value` is `..` where there is none."""

    id: str
    title: str
    url: str
    value: str
    machine: str
    unit: str
    year: str
    status: str
    kind_mark: str
    rank: str
    spark: Spark | None
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorGroup:
    """The rows of one topic."""

    topic: str
    rows: tuple[IndicatorRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """An entry of the legend under a table: the mark and what it means."""

    mark: str
    meaning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceBlock:
    """Where figures came from: fields in the order readers expect, those unknown left out."""

    id: str
    title: str
    """`World Bank – World Development Indicators`."""
    description: str
    fields: tuple[Fact, ...]
    """Published by, vintage, retrieved on, retrieved from, citation, licence."""
    indicators: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A numbered note: a bound figure's source for print and for readers without a pointer."""

    number: int
    value: BoundValue


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """How to cite a page: the page, its BibTeX entry, and the data in line and in full."""

    page: str
    bibtex: str
    inline: str
    data: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryPage:
    """A profile."""

    shell: Shell
    code: str
    name: str
    native_names: tuple[tuple[str, str], ...]
    """Pairs of language tag and name."""
    sentence: str
    """The headline sentence, generated from data; empty where too little is known."""
    authors: str
    updated: str
    facts: tuple[Fact, ...]
    key_figures: tuple[KeyFigure, ...]
    introduction: Body
    sections: tuple[Section, ...]
    scorecard: ScoreTable | None
    peers: tuple[tuple[Link, str], ...]
    """Peers with the reason each was chosen."""
    essays: tuple[tuple[Link, str], ...]
    """Essays about the country with their summaries."""
    indicators: tuple[IndicatorGroup, ...]
    marks: tuple[Mark, ...]
    unknown: tuple[str, ...]
    """Titles of indicators without any figure for the country."""
    old: tuple[str, ...]
    """Titles and years of indicators whose latest figure is older than five years before the reference year."""
    sources: tuple[SourceBlock, ...]
    notes: tuple[Note, ...]
    citation: Citation


@dataclass(frozen=True, slots=True, kw_only=True)
class RankingRow:
    """A row of an indicator's ranking; `share` is the bar's length from 0 to 1, None where no bar is drawn."""

    rank: str
    country: Link
    value: str
    machine: str
    year: str
    """Empty where the value is of the ranking's year."""
    status: str
    share: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorPage:
    """An indicator: what it measures, the ranking, the trend, sources."""

    shell: Shell
    title: str
    topic: str
    sentence: str
    facts: tuple[Fact, ...]
    description: str
    caveats: tuple[str, ...]
    charts: tuple[Chart, ...]
    ranking_title: str
    ranking_note: str
    ranked: bool
    rows: tuple[RankingRow, ...]
    missing: tuple[Link, ...]
    """Profiled countries without a value."""
    marks: tuple[Mark, ...]
    related: tuple[tuple[Link, str], ...]
    sources: tuple[SourceBlock, ...]
    citation: Citation


@dataclass(frozen=True, slots=True, kw_only=True)
class EssayPage:
    """An essay with its notes and sources."""

    shell: Shell
    title: str
    summary: str
    authors: str
    date: str
    countries: tuple[Link, ...]
    sections: tuple[Section, ...]
    sources: tuple[SourceBlock, ...]
    notes: tuple[Note, ...]
    citation: Citation


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainPage:
    """About, methods and other pages of prose; `kind` is page or 404."""

    shell: Shell
    kind: str
    title: str
    summary: str
    sections: tuple[Section, ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListItem:
    """An entry of a list page: a link, a line about it, and the value to show at its end."""

    link: Link
    text: str
    value: str = ""
    marked: bool = False
    """Whether there is commentary of our own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListGroup:
    """A group of entries under a heading."""

    title: str
    items: tuple[ListItem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPage:
    """Countries by region, indicators by topic, essays; `kind` names which."""

    shell: Shell
    kind: str
    title: str
    summary: str
    groups: tuple[ListGroup, ...]
    withheld: tuple[tuple[str, str], ...] = ()
    """Titles of withheld series with the reason; only on the list of indicators."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HomePage:
    """The front page: finder, essays, one chart, countries."""

    shell: Shell
    summary: str
    countries: tuple[ListItem, ...]
    regions: tuple[ListGroup, ...]
    essays: tuple[ListItem, ...]
    chart: Chart | None
    figures: tuple[Fact, ...]
    """How much is here: countries, indicators, observations, sources."""


Page = CountryPage | IndicatorPage | EssayPage | PlainPage | ListPage | HomePage
