"""The same bytes whatever surrounds the build: the starter, built in many places and ways, is one site."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator.starter import write_starter
from tests.conftest import REPOSITORY
from tests.site.test_site_whole import digests

SURROUNDINGS: dict[str, tuple[str, dict[str, str], list[str]]] = {
    "hash seed 0": ("a", {"PYTHONHASHSEED": "0"}, []),
    "hash seed 1": ("a", {"PYTHONHASHSEED": "1"}, []),
    "hash seed 4711": ("a", {"PYTHONHASHSEED": "4711"}, []),
    "east of the date line": ("a", {"TZ": "Pacific/Kiritimati"}, []),
    "west of the date line": ("a", {"TZ": "Etc/GMT+12"}, []),
    "locale C": ("a", {"LC_ALL": "C", "LANG": "C"}, []),
    "Turkish locale": ("a", {"LC_ALL": "tr_TR.UTF-8", "LANGUAGE": "tr"}, []),
    "not UTF-8": ("a", {"PYTHONUTF8": "0", "LC_ALL": "POSIX", "PYTHONCOERCECLOCALE": "0"}, []),
    "no home": ("a", {"HOME": "/nonexistent"}, []),
    "development mode": ("a", {"PYTHONDEVMODE": "1"}, []),
    "optimised": ("a", {"PYTHONOPTIMIZE": "1"}, []),
    "one worker": ("a", {}, ["--workers", "1"]),
    "two workers": ("a", {}, ["--workers", "2"]),
    "deep directory with spaces": ("one two/three  four", {}, []),
    "directory in another script": ("Қазақстан", {}, []),
}


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return build(tmp_path_factory.mktemp("surroundings"), "plain", {}, [])


def build(folder: Path, place: str, environment: dict[str, str], options: list[str]) -> dict[str, str]:
    project = folder / place
    write_starter(project)
    subprocess.run(
        [sys.executable, "-m", "generator", "build", "--root", str(project), *options],
        cwd=REPOSITORY,
        env={**os.environ, **environment},
        check=True,
        capture_output=True,
    )
    return digests(project / "site")


@pytest.mark.slow
@pytest.mark.parametrize("name", SURROUNDINGS)
def test_the_site_is_the_same(expected: dict[str, str], tmp_path: Path, name: str) -> None:
    assert build(tmp_path, *SURROUNDINGS[name]) == expected


@pytest.mark.slow
def test_old_files_make_no_other_site(expected: dict[str, str], tmp_path: Path) -> None:
    write_starter(tmp_path / "old")
    for path in sorted((tmp_path / "old").rglob("*"), reverse=True):
        os.utime(path, (1, 1))
    command = [sys.executable, "-m", "generator", "build", "--root", str(tmp_path / "old")]
    subprocess.run(command, cwd=REPOSITORY, check=True, capture_output=True)
    assert digests(tmp_path / "old" / "site") == expected


@pytest.mark.slow
def test_a_linked_root_makes_no_other_site(expected: dict[str, str], tmp_path: Path) -> None:
    write_starter(tmp_path / "real")
    (tmp_path / "link").symlink_to(tmp_path / "real", target_is_directory=True)
    command = [sys.executable, "-m", "generator", "build", "--root", str(tmp_path / "link")]
    subprocess.run(command, cwd=REPOSITORY, check=True, capture_output=True)
    assert digests(tmp_path / "real" / "site") == expected
