"""A scorecard: a fixed list of rows asked of every country, ``data/scorecards/*.yaml``."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ScorecardRow:
    """One question: the nearest open indicator (empty where no open source exists) and stated figures by country.

    `note` says what the open series is not; `statements` maps alpha-3 codes to ids of statements.
    """

    id: str
    title: str
    indicator: str
    note: str
    statements: dict[str, tuple[str, ...]]
    also: str = ""
    """A further indicator of the same question, as the medals of the other season."""
    divided_by: str = ""
    """An indicator: the row shows `indicator` divided by it, derived for the latest year that has both."""

    unavailable: str = ""
    """Why there is no open series for anybody: ``no-source`` or ``withheld``; empty where there is an indicator."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scorecard:
    """The rows in their order, with the source that named them."""

    id: str
    title: str
    description: str
    source: str
    rows: tuple[ScorecardRow, ...]
