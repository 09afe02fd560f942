"""The pages of news briefs: an issue, and all of them."""

from dataclasses import dataclass

from generator.pages.brief_parts import BriefItem, BriefView
from generator.pages.parts import Body, Citation, Link, Note, Shell
from generator.pages.rows import ListItem


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuePage:
    """An issue of news briefs; `themes` are id, title and briefs."""

    shell: Shell
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

    shell: Shell
    title: str
    summary: str
    issues: tuple[ListItem, ...]
    themes: tuple[tuple[str, str, tuple[BriefItem, ...]], ...]
    countries: tuple[tuple[Link, str], ...]
