"""The library for readers who explore charts: the same for all projects, and a second's work to make."""

from pathlib import Path

from generator.cache import SqliteCache
from generator.charts.vega_bundle import bundle_key, bundle_of
from tests.repository import REPOSITORY

DRAWINGS = Path(".cache/charts.sqlite")


def give_library(project: Path) -> None:
    """Give a project the library of this repository's cache, which gets it if it has none."""
    for root in (REPOSITORY, project):
        (root / DRAWINGS).parent.mkdir(exist_ok=True)
    with SqliteCache(REPOSITORY / DRAWINGS) as ours, SqliteCache(project / DRAWINGS) as theirs:
        theirs.put(bundle_key(), bundle_of(ours))
