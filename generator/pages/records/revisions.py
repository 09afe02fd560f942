"""Revisions as pages show them: when figures were taken, and what changed."""

from dataclasses import dataclass

from generator.pages.records.parts import Link, PageFrame


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedFigure:
    """One figure before and after a revision, written with all the digits of its producer."""

    country: str
    year: str
    old: str
    new: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenBlock:
    """An origin of a series: when it was taken, what changed last, and the largest revisions."""

    source: str
    taken: str
    changed: str
    largest: tuple[ChangedFigure, ...]
    more: int = 0
    """How many more figures were revised."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RevisedSeries:
    """What changed in a series: in words, the largest revisions, and how many more there are."""

    link: Link
    said: str
    largest: tuple[ChangedFigure, ...]
    more: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RevisionEvent:
    """A day on which a producer's figures changed here: each series with what changed in words."""

    id: str
    title: str
    day: str
    """ISO date; empty where the reply had none."""
    vintage: str
    series: tuple[RevisedSeries, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangesPage:
    """What producers revised, newest first, and when the figures of each origin were taken."""

    frame: PageFrame
    title: str
    summary: str
    events: tuple[RevisionEvent, ...]
    taken: tuple[tuple[str, str], ...]
    """Sources, each with the day and vintage of what we have."""
