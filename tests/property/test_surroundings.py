"""The same bytes whatever surrounds the build: the starter, built in many places and ways.

Each build changes several things at once; any one of them that reached the site would show.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.built_once import built_once
from tests.library import give_library
from tests.projects import digests
from tests.repository import REPOSITORY
from tests.starter_project import write_smaller_starter

SURROUNDINGS: dict[str, tuple[str, dict[str, str], list[str]]] = {
    "optimised, hash seed 0, east of the date line, locale C, one worker, directory in another script": (
        "Қазақстан",
        {"PYTHONOPTIMIZE": "1", "PYTHONHASHSEED": "0", "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "LANG": "C"},
        ["--workers", "1"],
    ),
    "development mode, hash seed 1, west of the date line, Turkish, deep directory behind a link, old files": (
        "one two/three  four",
        {"PYTHONDEVMODE": "1", "PYTHONHASHSEED": "1", "TZ": "Etc/GMT+12", "LC_ALL": "tr_TR.UTF-8", "LANGUAGE": "tr"},
        [],
    ),
    "hash seed 4711, not UTF-8, no home, two workers": (
        "a",
        {
            "PYTHONHASHSEED": "4711",
            "PYTHONUTF8": "0",
            "LC_ALL": "POSIX",
            "PYTHONCOERCECLOCALE": "0",
            "HOME": "/nonexistent",
        },
        ["--workers", "2"],
    ),
}


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> dict[str, str]:
    """The files of the starter's site as it is built here; every process of the run shares one."""
    return digests(built_once(tmp_path_factory, worker_id, "smaller-starter-built", write) / "site")


def write(project: Path) -> None:
    write_smaller_starter(project)
    give_library(project)


def build(project: Path, environment: dict[str, str], options: list[str]) -> dict[str, str]:
    subprocess.run(
        [sys.executable, "-m", "generator", "build", "--root", str(project), *options],
        cwd=REPOSITORY,
        env={**os.environ, **environment},
        check=True,
        capture_output=True,
    )
    return digests(project / "site")


def aged(project: Path, link: Path) -> Path:
    """Return a link to the project, whose files are all older than anything else."""
    for path in sorted(project.rglob("*"), reverse=True):
        os.utime(path, (1, 1))
    link.symlink_to(project, target_is_directory=True)
    return link


@pytest.mark.slow
@pytest.mark.long
@pytest.mark.parametrize("name", SURROUNDINGS)
def test_the_site_is_the_same(expected: dict[str, str], tmp_path: Path, name: str) -> None:
    place, environment, options = SURROUNDINGS[name]
    project = tmp_path / place
    write_smaller_starter(project) if "optimised" in name else write(project)  # one makes the library by itself
    root = aged(project, tmp_path / "a  link") if "old files" in name else project
    assert build(root, environment, options) == expected
