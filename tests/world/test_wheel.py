"""The wheel, as one installs it: without the checkout it makes, builds and checks a project."""

import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path
from zipfile import ZipFile

import pytest

from generator import __version__
from tests.repository import REPOSITORY

MOST = 6_000_000
"""Bytes that the world's data may take in the wheel."""


@pytest.mark.slow
@pytest.mark.unmeasured
def test_an_installed_wheel_makes_builds_and_checks_a_project_without_the_checkout(tmp_path: Path) -> None:
    run(
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--quiet",
        "--no-deps",
        "--no-build-isolation",
        "-w",
        ".",
        REPOSITORY,
        at=tmp_path,
    )
    wheel = next(tmp_path.glob("*.whl"))
    assert ZipFile(wheel).getinfo("generator/starter/world.zip").file_size <= MOST
    profiles = installed(wheel, tmp_path / "venv")
    assert run(profiles, "--version", at=tmp_path) == f"country-profiles {__version__}\n"
    run(
        profiles,
        "new",
        "project",
        "--countries",
        "EST,LVA,LTU",
        "--indicators",
        "population,life_expectancy",
        at=tmp_path,
    )
    project = tmp_path / "project"
    assert run(profiles, "theme", "take", "home.html", at=project)
    assert run(profiles, "build", "--strict", "--workers", "1", at=project).startswith("Built ")
    assert run(profiles, "check", "--strict", at=project) == ""
    assert (project / "site/countries/estonia/index.html").is_file()


def installed(wheel: Path, folder: Path) -> Path:
    """Install a wheel into a new environment with the libraries of this one; return its command."""
    venv.create(folder, with_pip=False)
    run(
        sys.executable,
        "-m",
        "pip",
        "--python",
        folder / "bin/python",
        "install",
        "--quiet",
        "--no-deps",
        "--no-index",
        wheel,
        at=folder,
    )
    site_packages = next(folder.glob("lib/python*/site-packages"))
    (site_packages / "libraries.pth").write_text(sysconfig.get_path("purelib"))
    return folder / "bin/profiles"


def run(*command: str | Path, at: Path) -> str:
    """Run a command in a folder, with nothing of this repository on its path, and return what it says."""
    surroundings = {
        name: value for name, value in os.environ.items() if name not in {"PYTHONPATH", "COVERAGE_PROCESS_START"}
    }
    done = subprocess.run(
        list(map(str, command)), cwd=at, env=surroundings, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout
