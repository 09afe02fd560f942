"""What pages consist of: links, figures, rows, blocks; all formatted.

URLs are site-absolute without the base path (`/countries/kazakhstan/`).
"""

from dataclasses import dataclass

from generator.charts.chart import Chart
from generator.charts.map.plan import WorldMap
from generator.charts.sparkline import Spark
from generator.claims.bound import BoundCitation, BoundLink, BoundValue
from generator.data.countries import Country
from generator.messages import OF_COUNTRIES, Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class ImageFigure:
    """An image with caption and credit; `width` and `height` are those of the picture at `url`."""

    alt: str
    """What stands for it where it is not seen; empty for one that is decorative."""
    caption: str
    credit: str
    licence: str
    licence_url: str
    """Where the licence stands; empty where that is not known."""
    source: str
    """Where the original is; empty where nobody says so."""
    url: str
    """The picture in the original's format: `/images/port.1a2b3c4d.1200.jpg`."""
    width: int
    height: int
    webp: tuple[tuple[str, int], ...]
    """Addresses and widths of the pictures that browsers choose from, the narrowest first."""
    leads: bool = False
    """Whether a page begins with it."""


Body = tuple[str | BoundValue | BoundLink | BoundCitation | Chart | WorldMap | ImageFigure, ...]
"""Prose ready to print: sanitised HTML with bound figures, links, charts and images in reading order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A link: text and site URL."""

    text: str
    url: str


def country_link(country: Country, suffix: str = "") -> Link:
    """Return a link with a country's name to its profile, or to what is at `suffix` below it: `#briefs`."""
    return Link(text=country.name, url=f"{country.url}{suffix}")


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFrame:
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
    navigation: tuple[Link, ...] = ()
    """The links in the head of every page, to pages of the site or to addresses elsewhere."""
    footer_text: str = ""
    """What a site says at the foot of every page besides edition, publisher and licence."""
    footer_links: tuple[Link, ...] = ()
    """The links at the foot of every page; the imprint is the last of them."""
    sharing: tuple[Link, ...] = ()
    """Links with which readers share the page, each named after its service."""
    trail: tuple[Link, ...] = ()
    before: Link | None = None
    """The page before this one in its list, and the one after."""
    after: Link | None = None
    picture: str = ""
    """Absolute URL of the picture that stands for the page, and what it shows; empty where there is none."""
    picture_text: str = ""
    feed: Link | None = None
    """The feed of the page's subject besides the site's own."""
    json_ld: str = ""
    """Structured data as JSON, safe within a script element."""
    wording: Wording = OF_COUNTRIES
    """The words for what the page is about."""
    json_ld_hash: str = ""
    """The same for the page's policy, which some readers of it apply to data too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedText:
    """How a place changed: the mark `▲2`, empty where it did not, in words, and since when."""

    mark: str
    words: str
    since: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """The parts of a country that have pages, below the word for them: `Regions`."""

    title: str
    links: tuple[tuple[Link, str], ...]
    """Each with a reason, which is empty: all are there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RankText:
    """A rank in words: `3rd of 17`, in the region `2nd of 5 in Central Asia`; may be empty."""

    overall: str
    region: str = ""
    moved: MovedText | None = None


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
    interval: str = ""
    """`58.1 to 67.0`, where the figure of a survey has one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A line of the facts beside the name."""

    label: str
    value: str
    links: tuple[Link, ...] = ()
    """Links to print instead of the value."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A list as a page shows it: summary and entries; `numeric` columns follow those of text."""

    title: Link
    summary: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numeric: int
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A section of a page: prose, a wide chart, narrow ones beside it, then a row of `charts`."""

    id: str
    title: str
    body: Body
    charts: tuple[Chart, ...]
    lede: Body = ()
    """A sentence made from data."""
    lead: tuple[Chart, ...] = ()
    beside: tuple[Chart, ...] = ()
    listings: tuple[Listing, ...] = ()
    """The lists behind counts, below the charts."""
    undrawn: tuple[str, ...] = ()
    """A line for each reason why charts are not drawn, with their titles."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LegendEntry:
    """An entry of the legend under a table: the mark and what it means."""

    mark: str
    meaning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A line about a source: `Licence`, its value, and where the value leads outside the site."""

    label: str
    value: str
    address: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceBlock:
    """Where figures came from: fields in the order readers expect, those unknown left out."""

    id: str
    title: str
    """`World Bank – World Development Indicators`."""
    description: str
    fields: tuple[Field, ...]
    """Published by, vintage, retrieved on, retrieved from, citation, licence."""
    indicators: tuple[str, ...]
    """Titles of what comes from there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A numbered note: what a page's figures state, where it comes from, and how often prose states it."""

    number: int
    value: BoundValue
    """The fact: a figure without the author's words for it."""
    status: str
    """`estimated`; empty for a normal value."""
    uses: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkCited:
    """An entry of a page's list of references: number, key and the reference as HTML."""

    number: int
    key: str
    html: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """How to cite a page: the page, its BibTeX entry, and the data in line and in full."""

    page: str
    bibtex: str
    inline: str
    data: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """An example of reading the data: what to know, and code to copy."""

    id: str
    title: str
    text: str
    code: str
