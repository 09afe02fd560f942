"""The records of a scorecard as a page shows it; `scorecards` fills them."""

from dataclasses import dataclass
from enum import StrEnum


class RowState(StrEnum):
    """What is known of a row, from most to least; the style sheet has a sign for each."""

    VALUE = "value"
    NONE = "none"
    NOT_COVERED = "not-covered"
    NO_DATA = "no-data"
    WITHHELD = "withheld"
    NO_SOURCE = "no-source"
    NOT_STATED = "not-stated"
    NOT_APPLICABLE = "not-applicable"


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreEntry:
    """One figure under a row of the scorecard: as somebody stated it, or as the open record holds it."""

    value: str
    """`979,781`, `20th`, `8 years`; empty where the statement is a finding in words."""
    state: RowState
    """Whether it is a figure or a nil."""
    label: str
    period: str
    source: str
    url: str
    """The indicator's page for a figure of the record; empty for a statement."""
    verdict: str
    """What an independent check found, in two words: `Checked: differs`."""
    check: str
    """The figure and source of the check, and what explains the difference."""
    doubtful: bool = False
    """Whether the check found another figure or another meaning."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreRow:
    """A row of the scorecard; `state_text` is `state` in words."""

    id: str
    title: str
    state: RowState
    state_text: str
    entries: tuple[ScoreEntry, ...]
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreGroup:
    """Rows of one state that have nothing more to say: the state in words and the titles of the rows."""

    state: RowState
    text: str
    titles: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreTable:
    """The scorecard of a country.

    `groups` sort all rows by state for the strip; `rows` have details, `rest` have none.
    """

    title: str
    description: str
    summary: str
    groups: tuple[ScoreGroup, ...]
    rows: tuple[ScoreRow, ...]
    rest: tuple[ScoreGroup, ...]
