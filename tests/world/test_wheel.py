"""The wheel, as one installs it: without the checkout it makes, builds, checks and previews a project."""

import os
import signal
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path
from urllib.request import urlopen
from zipfile import ZipFile

import pytest

from generator import __version__
from tests.interrupts import heard_interrupts
from tests.repository import REPOSITORY

MOST = 6_000_000
"""Bytes that the world's data may take in the wheel."""


@pytest.mark.slow
@pytest.mark.long
def test_an_installed_wheel_makes_builds_checks_and_serves_a_project_without_the_checkout(tmp_path: Path) -> None:
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
    assert "<h1>Estonia</h1>" in served(profiles, project, "countries/estonia/")


def served(profiles: Path, project: Path, page: str) -> str:
    """Return a page of the preview, which ends when it is interrupted."""
    with (
        heard_interrupts(),
        subprocess.Popen(
            [profiles, "serve", "--port", "0"],
            cwd=project,
            env=surroundings(),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        ) as preview,
    ):
        try:
            assert preview.stdout
            address = preview.stdout.readline().removeprefix("Preview at ").split()[0]
            with urlopen(f"{address}{page}") as reply:  # noqa: S310 - the address that the preview says is its own
                text = reply.read().decode()
        finally:
            preview.send_signal(signal.SIGINT)
    assert preview.returncode == 0
    return str(text)


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
    done = subprocess.run(
        list(map(str, command)), cwd=at, env=surroundings(), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def surroundings() -> dict[str, str]:
    """Return the environment without what would lead to this repository."""
    ours = {"PYTHONPATH", "COVERAGE_PROCESS_START"}
    return {**{name: value for name, value in os.environ.items() if name not in ours}, "PYTHONUNBUFFERED": "1"}
