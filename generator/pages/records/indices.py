"""The page of a composite index; all formatted."""

from dataclasses import dataclass

from generator.pages.records.parts import Link, PageFrame


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexRow:
    """A country in the ranking of an index, with its nodes' scores in the order of the columns."""

    rank: str
    country: Link
    score: str
    interval: str
    """Lowest and highest rank with other weights and methods, as `44–54`; empty where none are varied."""
    coverage: str
    nodes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexPage:
    """A composite index: its ranking, who is not ranked for lack of what, its limits and its files."""

    frame: PageFrame
    title: str
    summary: str
    ranking_title: str
    note: str
    """How the ranking is to be read, in words."""
    indicator: Link
    columns: tuple[Link, ...]
    rows: tuple[IndexRow, ...]
    unranked: tuple[tuple[Link, str], ...]
    """Countries without a score, each with what it lacks."""
    limits: tuple[str, ...]
    files: tuple[tuple[str, str], ...]
    """Names of the files of the edition with their addresses."""
