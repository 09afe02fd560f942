"""The kinds of page; a record has all that its template may show: equal record, equal page."""

from dataclasses import dataclass

from generator.charts.chart import Chart
from generator.charts.locator.plan import Locator
from generator.charts.map.linked import LinkedMap
from generator.charts.map.plan import WorldMap
from generator.pages.records.briefs import BriefItem, BriefsPage, IssuePage
from generator.pages.records.compare import ComparePage
from generator.pages.records.indices import IndexPage, IndexStanding, MethodPage
from generator.pages.records.parts import (
    Body,
    Citation,
    Example,
    Fact,
    ImageFigure,
    KeyFigure,
    LegendEntry,
    Link,
    Listing,
    Note,
    PageFrame,
    Parts,
    Section,
    SourceBlock,
    WorkCited,
)
from generator.pages.records.revisions import ChangesPage, TakenBlock
from generator.pages.records.rows import (
    ChangeTable,
    CoverageRow,
    Filter,
    Finding,
    GroupRow,
    IndicatorGroup,
    LeaderRow,
    ListGroup,
    ListItem,
    PanelRow,
    RankingRow,
    TopicRow,
)
from generator.pages.records.scorecard import ScoreTable


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPage:
    """The search page: kinds to filter by, as ids with names, and links for use without scripts."""

    frame: PageFrame
    title: str
    summary: str
    kinds: tuple[tuple[str, str], ...]
    lists: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DataPage:
    """The page about the data: downloads, forms and terms."""

    frame: PageFrame
    title: str
    summary: str
    groups: tuple[ListGroup, ...]
    """Indicators by topic, with the years they cover."""
    countries: tuple[Link, ...]
    statuses: tuple[LegendEntry, ...]
    reading: Link
    """The page with examples."""
    changes: Link
    """The page of revisions."""
    codes: str
    """What the codes of countries are, in a sentence."""
    table: str
    """The name of the table of codes and names: `countries.csv`."""
    of_states: bool
    """Whether these are the countries of the world, which have codes of other lists too."""
    parquet: bool
    """Whether the whole table is there as Parquet too."""
    licences: tuple[tuple[str, str], ...]
    """Licences of the data, each with the producers whose data are under it."""
    withheld: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingPage:
    """How the data are read, with examples to copy."""

    frame: PageFrame
    title: str
    summary: str
    examples: tuple[Example, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryPage:
    """A profile."""

    frame: PageFrame
    code: str
    name: str
    native_names: tuple[tuple[str, str], ...]
    """Pairs of language tag and name."""
    sentence: Body
    """The headline, generated from data; empty where too little is known."""
    authors: str
    updated: str
    facts: tuple[Fact, ...]
    locator: Locator | None
    """None where no geometry is set."""
    key_figures: tuple[KeyFigure, ...]
    lead: ImageFigure | None
    """The image that the commentary begins with."""
    introduction: Body
    sections: tuple[Section, ...]
    scorecard: ScoreTable | None
    standings: tuple[IndexStanding, ...]
    """How the country stands in each composite index."""
    parts: Parts | None
    """Its parts that have a page, as the regions of a country."""
    peers: tuple[tuple[Link, str], ...]
    """Peers with the reason each was chosen."""
    comparisons: tuple[tuple[Link, str], ...]
    """Comparisons with the peers of one reason each."""
    essays: tuple[tuple[Link, str], ...]
    """Essays about the country with their summaries."""
    briefs: tuple[BriefItem, ...]
    """News briefs about the country, newest first."""
    indicators: tuple[IndicatorGroup, ...]
    marks: tuple[LegendEntry, ...]
    unknown: tuple[str, ...]
    """Titles of indicators without any figure for the country."""
    old: tuple[str, ...]
    """Titles and years of indicators whose latest figure is over five years old."""
    sources: tuple[SourceBlock, ...]
    notes: tuple[Note, ...]
    works: tuple[WorkCited, ...]
    citation: Citation


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorPage:
    """An indicator: what it measures, the ranking, the trend, sources."""

    frame: PageFrame
    title: str
    topic: str
    sentence: str
    facts: tuple[Fact, ...]
    description: str
    caveats: tuple[str, ...]
    charts: tuple[Chart, ...]
    world: WorldMap | None
    """None where values are not ranked or no geometry is set."""
    ranking_title: str
    ranking_note: str
    ranked: bool
    rows: tuple[RankingRow, ...]
    missing: tuple[Link, ...]
    """Profiled countries without a value."""
    marks: tuple[LegendEntry, ...]
    change: ChangeTable | None
    """Who gained and who lost places."""
    related: tuple[tuple[Link, str], ...]
    listings: tuple[Listing, ...]
    """The list behind the count."""
    taken: tuple[TakenBlock, ...]
    """When the figures were taken, and what changed last."""
    sources: tuple[SourceBlock, ...]
    citation: Citation


@dataclass(frozen=True, slots=True, kw_only=True)
class EssayPage:
    """An essay with its notes and sources."""

    frame: PageFrame
    title: str
    summary: Body
    authors: str
    date: str
    countries: tuple[Link, ...]
    lead: ImageFigure | None
    """The image that the essay begins with."""
    sections: tuple[Section, ...]
    sources: tuple[SourceBlock, ...]
    notes: tuple[Note, ...]
    works: tuple[WorkCited, ...]
    citation: Citation


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainPage:
    """About, methods and other pages of prose; `kind` is page or 404."""

    frame: PageFrame
    kind: str
    title: str
    summary: Body
    sections: tuple[Section, ...]
    notes: tuple[Note, ...]
    works: tuple[WorkCited, ...]
    lead: ImageFigure | None = None
    """The image that the page begins with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPage:
    """Indicators by topic, essays, groups; `kind` names which."""

    frame: PageFrame
    kind: str
    title: str
    summary: str
    groups: tuple[ListGroup, ...]
    withheld: tuple[tuple[str, str], ...] = ()
    """Titles of withheld series with the reason; only on the list of indicators."""
    filters: tuple[Filter, ...] = ()
    """What its entries are filtered by, besides their words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicPage:
    """A topic: its most telling chart with a sentence, and its indicators over all countries."""

    frame: PageFrame
    title: str
    summary: str
    sentence: Body
    """What the leading indicator shows; empty where its figures are not ranked."""
    chart: Chart | None
    rows: tuple[TopicRow, ...]
    years: tuple[str, ...]
    """The years of the table of coverage."""
    coverage: tuple[CoverageRow, ...]
    countries: int
    """How many could report."""
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CountriesPage:
    """All countries: a map that leads to them, and a table of their key figures."""

    frame: PageFrame
    title: str
    summary: str
    map: LinkedMap | None
    """None where no geometry is set or no key figure is ranked."""
    columns: tuple[Link, ...]
    rows: tuple[GroupRow, ...]
    groups: Link | None
    """The list of regions and organisations, None where there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupPage:
    """A region or an organisation: its own figures, its members', and other groups'."""

    frame: PageFrame
    kind: str
    title: str
    summary: str
    locator: Locator | None
    """Its members on a map, None where no geometry is set."""
    figures: tuple[KeyFigure, ...]
    """Sums and means of the members, each with its method and coverage in place of a rank."""
    without: tuple[Link, ...]
    """Key figures of which the group has none of its own."""
    leaders: tuple[LeaderRow, ...]
    columns: tuple[Link, ...]
    rows: tuple[GroupRow, ...]
    panels: tuple[PanelRow, ...]
    others: tuple[tuple[str, str], ...]
    """Names of members without a profile, observers and associates, each with its role."""
    compared: tuple[Link, ...]
    """The figures that groups of its kind are compared by."""
    groups: tuple[GroupRow, ...]
    """Groups of its kind, this one marked."""
    essays: tuple[tuple[Link, str], ...]
    briefs: tuple[BriefItem, ...]
    source: str
    sources: tuple[SourceBlock, ...]
    citation: Citation


@dataclass(frozen=True, slots=True, kw_only=True)
class HomePage:
    """The front page: a story, findings, a map that leads to countries, essays, briefs, the directory."""

    frame: PageFrame
    summary: str
    story: ListItem | None
    """The essay that leads."""
    edition: tuple[tuple[str, Link], ...]
    """What is new with this edition, each with where to read on."""
    map: LinkedMap | None
    findings: tuple[Finding, ...]
    topics: tuple[Link, ...]
    groups: tuple[Link, ...]
    """The organisations; regions stand in the directory."""
    countries: tuple[ListItem, ...]
    regions: tuple[ListGroup, ...]
    essays: tuple[ListItem, ...]
    briefs: tuple[BriefItem, ...]
    chart: Chart | None
    figures: tuple[Fact, ...]
    """How much is here: countries, indicators, observations, sources."""


Page = (
    ChangesPage
    | ComparePage
    | DataPage
    | IssuePage
    | BriefsPage
    | CountryPage
    | IndicatorPage
    | EssayPage
    | PlainPage
    | ListPage
    | TopicPage
    | CountriesPage
    | GroupPage
    | IndexPage
    | MethodPage
    | HomePage
    | ReadingPage
    | SearchPage
)
