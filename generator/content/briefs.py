"""News briefs: what happened, when, to whom, and who reported it; an issue is one file of them."""

from dataclasses import dataclass
from datetime import date

from generator.data.statements import Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefFigure:
    """A figure of a brief: as printed with its scale and unit, and as a statement that prose can be bound to."""

    id: str
    printed: str
    """The digits with their scale, as `14.2 billion`."""
    statement: Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """One news brief; its summary is the section of its issue's document with the same id."""

    id: str
    issue: str
    date: date
    countries: tuple[str, ...]
    theme: str
    headline: str
    publisher: str
    url: str
    note: str
    """What a check of the brief as a whole found, empty where there is nothing to say."""
    figures: tuple[BriefFigure, ...]
    charts: tuple[str, ...] = ()
    """Indicators whose trends, on the profile of the first country, mark the date."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """An issue: the briefs of one file, newest first; `path` names its document."""

    id: str
    path: str
    title: str
    date: date
    source: str
    briefs: tuple[Brief, ...]
