"""A scorecard: a fixed list of rows asked of every country, ``data/scorecards/*.yaml``."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ScorecardRow:
    """One row of a scorecard: the nearest open indicator (may be empty) and stated figures.

    `note` says what the open series is not; `statements` maps alpha-3 codes to ids of statements.
    """

    id: str
    title: str
    indicator: str
    note: str
    statements: dict[str, tuple[str, ...]]
    also: str = ""
    """A further indicator of the same row, as the medals of the other season."""
    divided_by: str = ""
    """The divisor: the row shows `indicator` divided by it, derived for the latest year that has both."""

    unavailable: str = ""
    """Why no country has an open series, ``no-source`` or ``withheld``; empty with an indicator."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scorecard:
    """The rows in their order, with the source of the list."""

    id: str
    title: str
    description: str
    source: str
    rows: tuple[ScorecardRow, ...]
