"""What all tests share: the starter, and the real site, built once per run."""

import gc
import os
import sys
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from tests.built_once import built_once
from tests.repository import REPOSITORY, copy_project, is_site_of_now
from tests.starter_project import write_starter

if TYPE_CHECKING:
    from _typeshed import TraceFunction

UNCOUNTED = frozenset(("docs", "golden", "property", "rules", "scripts", "templates"))
"""Rooms that mirror no part of the program, or run much of it at once."""
WAITING = frozenset(("network", "publish", "state"))
"""Rooms whose tests wait for the clock: they begin, as long as types are checked beside them."""

COUNT = pytest.StashKey["TraceFunction | None"]()
"""What counts lines in this process, if anything does."""

pytest_plugins = ("tests.browser.chromium",)

settings.register_profile("suite", deadline=None)  # a busy machine is no fault of the code
settings.load_profile("suite")


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Look for garbage seldom, and never among what is imported or collected, where there is none."""
    gc.disable()
    found = yield
    gc.freeze()
    gc.set_threshold(20_000, 10, 20)
    gc.enable()
    return found


@pytest.hookimpl(wrapper=True)
def pytest_runtestloop(session: pytest.Session) -> Generator[None, object, object]:
    """Let lines be counted within tests only: what pytest does between them takes its time too."""
    session.stash[COUNT] = sys.gettrace()
    with _counting(None):
        return (yield)


@pytest.hookimpl(wrapper=True, trylast=True)
def pytest_runtest_setup(item: pytest.Item) -> Generator[None, object, object]:
    """Count the lines of what a test is given, as those of the test."""
    with _counting(_count_of(item)):
        return (yield)


@pytest.hookimpl(wrapper=True, trylast=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, object, object]:
    """Count lines where they are to be counted.

    The marker is not that of pytest-cov, whose pause stops one of the two counts it has begun and wakes the other.
    """
    with _counting(_count_of(item)):
        return (yield)


def _count_of(item: pytest.Item) -> "TraceFunction | None":
    """Return what counts the lines of a test, if they are to be counted."""
    return None if item.get_closest_marker("uncounted") else item.session.stash[COUNT]


@contextmanager
def _counting(count: "TraceFunction | None") -> Iterator[None]:
    before = sys.gettrace()
    sys.settrace(count)
    try:
        yield
    finally:
        sys.settrace(before)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes or waits longest and end with what needs the world, which is built meanwhile.

    Lines are counted of tests that mirror a module and are not marked: to count them takes half as long again, and
    others add few.
    """
    items.sort(key=_turn)
    items[:] = _dealt(items, int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1")))
    for item in items:
        if not _mirrors_a_module(item):
            item.add_marker("uncounted")


def _dealt(items: list[pytest.Item], hands: int) -> list[pytest.Item]:
    """Return tests so that each process begins with long ones.

    One part in a row goes to each: those at the front all went to the first.
    """
    long = [item for item in items if item.get_closest_marker("long")]
    others = iter([item for item in items if not item.get_closest_marker("long")])
    dealt: list[pytest.Item] = []
    for hand in range(hands):
        own = long[hand::hands]
        part = (len(items) - len(dealt)) // (hands - hand)
        dealt += (*own, *islice(others, max(0, part - len(own))))
    return [*dealt, *others]


def _mirrors_a_module(item: pytest.Item) -> bool:
    """Whether a test tries a module by literals: no law, and not in a room of another kind."""
    return _room(item) not in UNCOUNTED and not getattr(getattr(item, "obj", None), "is_hypothesis_test", False)


def _room(item: pytest.Item) -> str:
    """Return the folder of tests/ that a test is in, or its file that is in none."""
    return item.path.relative_to(REPOSITORY / "tests").parts[0]


def _turn(item: pytest.Item) -> int:
    """Return when a test has its turn; a long one that needs the world lets it be built at once."""
    needs_world = "real_project" in getattr(item, "fixturenames", ())
    if item.get_closest_marker("long"):
        return 0 if needs_world else 1
    return 4 if needs_world else 2 if _room(item) in WAITING else 3


@pytest.fixture(scope="session")
def starter(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project of `profiles new`; a test that changes it copies it first."""
    folder = tmp_path_factory.mktemp("starter") / "project"
    write_starter(folder)
    return folder


@pytest.fixture(scope="session")
def real_project(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The real project with its site: this repository if its site is of now, else a copy, built once.

    Tests only read it. `tests/world/test_site.py` compares the site with what is planned from nothing.
    """
    if is_site_of_now():
        return REPOSITORY
    return built_once(tmp_path_factory, worker_id, "real-project", _copy_with_cache)


def _copy_with_cache(project: Path) -> None:
    """Copy the real project, and link the repository's cache of charts."""
    copy_project(project)
    (REPOSITORY / ".cache").mkdir(exist_ok=True)
    (project / ".cache").symlink_to(REPOSITORY / ".cache", target_is_directory=True)


@pytest.fixture(scope="session")
def real_site(real_project: Path) -> Path:
    """The folder of the real site."""
    return real_project / "site"
