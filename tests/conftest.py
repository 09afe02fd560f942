"""What all tests share: the starter, and the real site, built once per run."""

import fcntl
import subprocess
import sys
from collections.abc import Generator
from pathlib import Path

import pytest
from hypothesis import settings

from generator.starter import write_starter
from tests.coverage_pause import unmeasured
from tests.repository import REPOSITORY, copy_project

settings.register_profile("suite", deadline=None)  # a busy machine is no fault of the code
settings.load_profile("suite")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Run a test with all that is set up for it, unmeasured if it is marked so."""
    with unmeasured(when=item.get_closest_marker("unmeasured") is not None):
        return (yield)


@pytest.fixture(scope="session")
def starter(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project of `profiles new`; a test that changes it copies it first."""
    folder = tmp_path_factory.mktemp("starter") / "project"
    write_starter(folder)
    return folder


@pytest.fixture(scope="session")
def real_project(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The real project with its site built; every process of the run shares one."""
    base = tmp_path_factory.getbasetemp()
    shared = (base if worker_id == "master" else base.parent) / "real-project"
    with shared.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (shared / "done").exists():
            _build(copy_project(shared))
            (shared / "done").touch()
    return shared


def _build(project: Path) -> None:
    """Build by the command itself, with the repository's cache of charts; a warning fails it."""
    command = [sys.executable, "-m", "generator", "build", "--root", str(project), "--strict"]
    (REPOSITORY / ".cache").mkdir(exist_ok=True)
    (project / ".cache").symlink_to(REPOSITORY / ".cache", target_is_directory=True)
    made = subprocess.run(command, check=False, cwd=REPOSITORY, capture_output=True, text=True)
    assert made.returncode == 0, made.stdout + made.stderr


@pytest.fixture(scope="session")
def real_site(real_project: Path) -> Path:
    """The folder of the real site."""
    return real_project / "site"
