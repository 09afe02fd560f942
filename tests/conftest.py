"""What all tests share: the starter, and the real site, built once per run."""

from pathlib import Path

import pytest
from hypothesis import settings

from tests.built_once import built_once
from tests.repository import REPOSITORY, copy_project
from tests.starter_project import write_starter

pytest_plugins = ("tests.browser.chromium",)

settings.register_profile("suite", deadline=None)  # a busy machine is no fault of the code
settings.load_profile("suite")


@pytest.fixture(scope="session")
def starter(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project of `profiles new`; a test that changes it copies it first."""
    folder = tmp_path_factory.mktemp("starter") / "project"
    write_starter(folder)
    return folder


@pytest.fixture(scope="session")
def real_project(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The real project with its site built; every process of the run shares one."""
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
