"""A site of twenty countries on a loopback address, and a preview of the starter."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.live_preview import Live
from tests.browser.serving import serve
from tests.built_once import built_once
from tests.changes import put
from tests.starter_project import write_starter

SMALL_SITE = Path(__file__).parent / "small_site"
"""A project of its own, so that no test here depends on this world."""


@pytest.fixture(scope="session")
def small_site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The folder of the small site; every process of the run shares one."""
    return built_once(tmp_path_factory, worker_id, "small-site", _write_small_site) / "site"


def _write_small_site(project: Path) -> None:
    shutil.copytree(SMALL_SITE, project)


@pytest.fixture(scope="session")
def address(small_site: Path) -> Iterator[str]:
    """The address of the small site."""
    with serve(small_site) as served:
        yield served


@pytest.fixture
def live(tmp_path: Path) -> Iterator[Live]:
    """A preview of a starter project with a style sheet of its own, still empty."""
    write_starter(tmp_path / "project")
    put("templates/styles/own.css", "")(tmp_path / "project")
    started = Live(tmp_path / "project")
    yield started
    started.stop()
