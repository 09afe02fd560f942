"""What is made once for all processes of a run, as projects built by the command itself."""

import fcntl
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.repository import REPOSITORY


def built_once(factory: pytest.TempPathFactory, worker_id: str, name: str, write: Callable[[Path], object]) -> Path:
    """Return a project of this name with its site built; the first process that asks writes and builds it."""

    def make(project: Path) -> None:
        write(project)
        _build(project)

    return made_once(factory, worker_id, name, make)


def made_once(factory: pytest.TempPathFactory, worker_id: str, name: str, make: Callable[[Path], object]) -> Path:
    """Return a folder of this name; the first process that asks makes it, and others wait for it."""
    base = factory.getbasetemp()
    shared = (base if worker_id == "master" else base.parent) / name
    with shared.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (shared / "done").exists():
            make(shared)
            (shared / "done").touch()
    return shared


def _build(project: Path) -> None:
    command = [sys.executable, "-m", "generator", "build", "--root", str(project), "--strict"]
    made = subprocess.run(command, check=False, cwd=REPOSITORY, capture_output=True, text=True)
    assert made.returncode == 0, made.stdout + made.stderr
