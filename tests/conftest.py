"""What all tests share: the starter, and the real site, built once per run."""

import gc
import sys
from collections.abc import Generator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.built_once import built_once
from tests.repository import REPOSITORY, copy_project, is_site_of_now
from tests.starter_project import write_starter

UNCOUNTED = frozenset(("docs", "golden", "property", "rules", "scripts", "templates"))
"""Rooms that mirror no part of the program, or run much of it at once."""

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


@pytest.hookimpl(wrapper=True, trylast=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, object, object]:
    """Count no lines where none are to be counted.

    Of the two counts that pytest-cov begins in each process of several, its own pause stops one and wakes the other.
    """
    if not item.get_closest_marker("no_cover"):
        return (yield)
    counts = sys.gettrace()
    sys.settrace(None)
    try:
        return (yield)
    finally:
        sys.settrace(counts)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes longest and end with what needs the world, which is built meanwhile.

    Lines are counted of tests that mirror a module: to count them takes half as long again, and others add few.
    """
    items.sort(key=_turn)
    for item in items:
        if not _mirrors_a_module(item):
            item.add_marker("no_cover")


def _mirrors_a_module(item: pytest.Item) -> bool:
    """Whether a test tries a module by literals: no law, and not in a room of another kind."""
    room = item.path.relative_to(REPOSITORY / "tests").parts[0]
    return room not in UNCOUNTED and not getattr(getattr(item, "obj", None), "is_hypothesis_test", False)


def _turn(item: pytest.Item) -> int:
    """Return when a test has its turn; a long one that needs the world lets it be built at once."""
    is_long, needs_world = bool(item.get_closest_marker("long")), "real_project" in getattr(item, "fixturenames", ())
    return (0 if needs_world else 1) if is_long else (3 if needs_world else 2)


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
