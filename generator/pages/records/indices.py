"""The pages of a composite index: ranking, node, method; all formatted."""

from dataclasses import dataclass

from generator.charts.chart import Chart
from generator.charts.map.plan import WorldMap
from generator.pages.records.parts import Fact, Link, MovedText, PageFrame, SourceBlock
from generator.pages.records.rows import ChangeTable


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexRow:
    """A country in the ranking of an index, with its parts' scores in the order of the columns."""

    code: str
    rank: str
    country: Link
    score: str
    interval: str
    """Lowest and highest rank with other weights and methods, as `44–54`; empty where none are varied."""
    coverage: str
    parts: tuple[str, ...]
    published: str = ""
    """The same index by another publisher."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexPart:
    """What a node is made of: a part with its share of the node, and why it is in."""

    link: Link
    share: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedBlock:
    """An index beside the same index of another publisher, over all countries and years."""

    indicator: Link
    column: str
    """Whose it is, as the head of a column: `UNDP (2024)`."""
    text: tuple[str, ...]
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    """Where rounding does not explain the difference."""
    file: Link


@dataclass(frozen=True, slots=True, kw_only=True)
class WeightSlider:
    """The weight of an entry, from 0 to the most that a reader may give."""

    key: str
    title: str
    weight: str
    """As published."""
    most: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WeighedPart:
    """A node whose parts readers weigh against each other."""

    title: str
    sliders: tuple[WeightSlider, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReaderWeights:
    """What readers weigh an index with: sliders of each part, and the file with the scores to weigh."""

    file: str
    version: str
    parts: tuple[WeighedPart, ...]
    columns: tuple[str, ...]
    """The entries whose scores stand in the ranking, in the order of its columns."""
    has_intervals: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexPage:
    """A composite index or a node of it: parts, map, ranking, who is not ranked for lack of what, files."""

    frame: PageFrame
    kicker: tuple[Link, ...]
    """The index that a node belongs to; empty for an index."""
    title: str
    summary: str
    method: Link
    parts: tuple[IndexPart, ...]
    world: WorldMap | None
    """None where no geometry is set."""
    weights: ReaderWeights | None
    """With which readers weigh an index themselves; None for a node."""
    scatter: Chart | None
    """Of an index of two indices: both."""
    ranking_title: str
    note: str
    """How the ranking is to be read, in words."""
    indicator: Link
    has_intervals: bool
    published: PublishedBlock | None
    columns: tuple[str, ...]
    """What the scores beside the rank are of; a head sorts, so it is no link."""
    rows: tuple[IndexRow, ...]
    change: ChangeTable | None
    """Who gained and who lost places."""
    unranked: tuple[tuple[Link, str], ...]
    """Countries without a score, each with what it lacks."""
    limits: tuple[str, ...]
    files: tuple[tuple[str, str], ...]
    """Names of the files of the edition with their addresses."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodStep:
    """A step from figures to ranks: what is done in words, with the numbers of the index, and as formulas."""

    id: str
    title: str
    text: tuple[str, ...]
    formulas: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryCard:
    """A node or an indicator of an index: why it is in, and all that was done with it."""

    id: str
    title: Link
    key: str
    """Its name in the contract and in the downloads."""
    above: str
    """The node that it is part of; empty for the index itself."""
    why: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodTable:
    """A table of figures about an index; the first column names the rows, the next `texts` are words."""

    id: str
    title: str
    note: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    texts: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodPage:
    """All that is needed, with the download, to do an index again, and how firm it is."""

    frame: PageFrame
    index: Link
    title: str
    summary: str
    facts: tuple[Fact, ...]
    steps: tuple[MethodStep, ...]
    firmness: tuple[MethodStep, ...]
    nodes: tuple[EntryCard, ...]
    cards: tuple[EntryCard, ...]
    tables: tuple[MethodTable, ...]
    limits: tuple[str, ...]
    known: tuple[tuple[str, str], ...]
    """Warnings that the publisher knows of, each with the reason."""
    versions: tuple[tuple[str, str], ...]
    """Version and date, with what is new."""
    files: tuple[tuple[Link, str], ...]
    """Files with what stands in each."""
    sources: tuple[SourceBlock, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingBar:
    """The index or a node of it: the country's score beside the means of its region and its peers.

    The lengths are shares of the scale, from 0 to 1; None without a score.
    """

    part: Link
    rank: str
    scores: tuple[str, ...]
    """Of the country, its region, its peers, as far as there are these."""
    lengths: tuple[float | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingItem:
    """A strength or gap: the indicator, its value with its year, and how many other countries stand there."""

    indicator: Link
    value: str
    place: str
    moved: str = ""
    """Score and rank with the region's median there; only of gaps."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexStanding:
    """How a country stands in an index; unranked, its values and what is missing."""

    index: Link
    method: Link
    id: str
    sentence: str
    moved: MovedText | None
    """How its place changed among the countries ranked in both years."""
    missing: str
    """What an unranked country lacks."""
    groups: tuple[str, ...]
    """Whom the bars are of: the country, its region, its peers."""
    bars: tuple[StandingBar, ...]
    strengths: tuple[StandingItem, ...]
    gaps: tuple[StandingItem, ...]
    scatter: Chart | None
    """Of an index of two indices: both, with the country marked."""
    account: MethodTable
    """Each indicator with its value, score, rank, contribution and difference from the region."""
