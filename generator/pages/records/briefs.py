"""The pages of news briefs: an issue, and all of them."""

from dataclasses import dataclass

from generator.pages.records.parts import Body, Citation, Link, Note, PageFrame
from generator.pages.records.rows import ListItem


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefItem:
    """A brief as a line of a timeline."""

    link: Link
    date: str
    day: str
    """ISO date."""
    theme: str
    publisher: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefRow:
    """A figure of a brief as a row; the result of its check may be empty."""

    id: str
    title: str
    value: str
    machine: str
    unit: str
    stated: str
    """The figure with its unit as a sentence has it: `US$14.2 billion`."""
    period: str
    verdict: str
    check: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefView:
    """A brief in full."""

    id: str
    item: BriefItem
    countries: tuple[Link, ...]
    body: Body
    figures: tuple[BriefRow, ...]
    source_url: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuePage:
    """An issue of news briefs; `themes` are id, title and briefs."""

    frame: PageFrame
    title: str
    summary: Body
    date: str
    source: str
    themes: tuple[tuple[str, str, tuple[BriefView, ...]], ...]
    essays: tuple[tuple[Link, str], ...]
    """Essays that refer to the issue, with their summaries."""
    notes: tuple[Note, ...]
    citation: Citation


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefsPage:
    """All briefs: issues, lines by theme, and countries with the number of their briefs."""

    frame: PageFrame
    title: str
    summary: str
    issues: tuple[ListItem, ...]
    themes: tuple[tuple[str, str, tuple[BriefItem, ...]], ...]
    countries: tuple[tuple[Link, str], ...]
