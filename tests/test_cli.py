"""The entry: what has not changed is answered at once, with the words of the last time."""

import hashlib
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from generator.state.last_run import STATE
from tests.forked_program import Ended, ForkedProgram
from tests.library import give_library
from tests.projects import digests
from tests.repository import REPOSITORY
from tests.starter_project import write_smaller_starter

pytestmark = pytest.mark.slow

WARNED = "---\ntitle: About\nsummary: It is.\n---\n\nOver 90 % of it.\n"
PAGE = "content/pages/more.md"


def profiles(*arguments: str, root: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "generator", *arguments, "--root", str(root)]
    return subprocess.run(command, cwd=REPOSITORY, check=False, capture_output=True, text=True)


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ForkedProgram]:
    with ForkedProgram(REPOSITORY, tmp_path_factory.mktemp("program")) as entered:
        yield entered


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("entry") / "project"
    write_smaller_starter(root, "co2_per_head", "rule_of_law", "urban_population_share")
    (root / PAGE).write_text(WARNED)
    give_library(root)
    return root


@pytest.fixture(scope="module")
def first(program: ForkedProgram, project: Path) -> Ended:
    """The first build of the project."""
    return program.run("build", "--root", str(project))


def test_the_module_is_the_command(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "generator", "--help"]
    assert subprocess.run(command, cwd=REPOSITORY, check=False, capture_output=True).returncode == 0
    assert profiles("check", root=tmp_path).returncode == 1
    assert list(tmp_path.iterdir()) == []


def test_nothing_changed_is_said_without_loading_a_library(program: ForkedProgram, project: Path, first: Ended) -> None:
    assert first.code == 0, first.said
    assert first.printed.startswith("Built ")
    assert "document-orphan" in first.said
    made = digests(project / "site")
    for option in ("--workers=1", "--verify"):
        again = program.run("build", option, "--root", str(project))
        assert again == first
        assert again.printed.startswith("Nothing changed: ")
    assert digests(project / "site") == made
    command = [sys.executable, "-X", "importtime", "-m", "generator", "build", "--root", str(project)]
    traced = subprocess.run(command, cwd=REPOSITORY, check=True, capture_output=True, text=True).stderr
    loaded = {line.rpartition("|")[2].strip() for line in traced.splitlines() if line.startswith("import time:")}
    assert "generator.cli" in loaded
    assert not loaded & {"typer", "pandas", "altair", "jinja2", "markdown", "generator.build", "dataclasses"}


def test_a_check_is_answered_too_and_prints_for_programs_what_it_printed(program: ForkedProgram, project: Path) -> None:
    checked = program.run("check", "--format", "json", "--root", str(project))
    again = program.run("check", "--format", "json", "--root", str(project))
    assert (checked.code, again.code, again.printed) == (0, 0, checked.printed)
    assert checked.printed.startswith("[")
    assert checked.said.startswith("Checked ")
    assert again.said.startswith("Nothing changed. Checked ")


def test_warnings_that_count_as_errors_are_not_forgotten(program: ForkedProgram, project: Path, first: Ended) -> None:
    assert first.code == 0
    for _again in range(2):
        assert program.run("build", "--strict", "--root", str(project)).code == 1


def edited(project: Path, root: Path) -> Path:
    """Copy a project with its site and caches, and change its prose; the time of the file stays."""
    shutil.copytree(project, root)
    page = root / PAGE
    before = page.stat()
    page.write_text(WARNED.replace("90", "80"))
    os.utime(page, ns=(before.st_atime_ns, before.st_mtime_ns))
    return root


@pytest.fixture(scope="module")
def clean(program: ForkedProgram, project: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Ended, Path]:
    """The edited project built from nothing: how it ended, and its site."""
    root = edited(project, tmp_path_factory.mktemp("clean") / "project")
    shutil.rmtree(root / ".cache", ignore_errors=True)
    shutil.rmtree(root / "site", ignore_errors=True)
    give_library(root)
    return program.run("build", "--root", str(root)), root / "site"


def test_an_edit_is_built_and_the_site_is_that_of_a_clean_build(
    program: ForkedProgram, project: Path, first: Ended, clean: tuple[Ended, Path], tmp_path: Path
) -> None:
    assert first.code == 0
    root = edited(project, tmp_path / "project")
    made = program.run("build", "--root", str(root))
    assert made == clean[0]
    assert made.printed.startswith("Built ")
    assert digests(root / "site") == digests(clean[1])


@pytest.fixture(scope="module")
def stranger(program: ForkedProgram, project: Path, first: Ended, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The state file of the same project on another machine, where the same figures are others."""
    assert first.code == 0
    root = tmp_path_factory.mktemp("stranger") / "project"
    shutil.copytree(project, root, ignore=shutil.ignore_patterns("site", "state*"))  # with its drawings
    (root / PAGE).write_text(WARNED.replace("90", "70"))
    population = root / "data/observations/population.csv"
    population.write_text(population.read_text("utf-8").replace("KAZ,2019,1", "KAZ,2019,2"), "utf-8")
    assert program.run("build", "--root", str(root)).code == 0
    return root / STATE


def of_another_version(state: Path, _stranger: Path) -> None:
    """Put bytes of another form under every key, which are intact."""
    fill(state, b'{"version": 0}')


def nested(state: Path, _stranger: Path) -> None:
    """Put lists in lists under every key, more than any program follows."""
    fill(state, b"[" * 100_000 + b"]" * 100_000)


def fill(state: Path, other: bytes) -> None:
    with sqlite3.connect(state) as connection:
        connection.execute("UPDATE entries SET digest = ?, data = ?", (hashlib.sha256(other).digest(), other))
    connection.close()


def for_reading_only(state: Path, _stranger: Path) -> None:
    """Let nobody write the file, not even root: it names a version of SQLite that may be read at most."""
    data = bytearray(state.read_bytes())
    data[18] = 3
    state.write_bytes(data)
    state.chmod(0o444)


def without_its_folder(state: Path, _stranger: Path) -> None:
    """Put a file where the folder of all caches is."""
    shutil.rmtree(state.parent, ignore_errors=True)
    state.parent.touch()


DAMAGES: Mapping[str, Callable[[Path, Path], object]] = {
    "empty": lambda state, _: state.write_bytes(b""),
    "cut off": lambda state, _: os.truncate(state, state.stat().st_size // 2),
    "no database": lambda state, _: state.write_bytes(b"SQLite format 3\0 and no more"),
    "of another version": of_another_version,
    "nested": nested,
    "for reading only": for_reading_only,
    "without its folder": without_its_folder,
    "of another machine": lambda state, stranger: shutil.copyfile(stranger, state),
}


@pytest.mark.parametrize("name", DAMAGES)
def test_a_damaged_state_file_costs_time_and_nothing_else(
    program: ForkedProgram,
    project: Path,
    first: Ended,
    clean: tuple[Ended, Path],
    stranger: Path,
    tmp_path: Path,
    name: str,
) -> None:
    assert first.code == 0
    root = edited(project, tmp_path / "project")
    DAMAGES[name](root / STATE, stranger)
    checked = program.run("check", "--root", str(root))
    assert (checked.code, "Traceback" in checked.said, "document-orphan" in checked.said) == (0, False, True)
    DAMAGES[name](root / STATE, stranger)
    assert program.run("build", "--root", str(root)) == clean[0]
    assert digests(root / "site") == digests(clean[1])
    again = program.run("build", "--root", str(root))
    is_kept = name not in {"for reading only", "without its folder"}
    assert again.printed.startswith("Nothing changed: " if is_kept else "Built ")
