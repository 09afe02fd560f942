"""The entry: what has not changed is answered at once, with the words of the last time."""

import hashlib
import os
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest

from generator.state.last_run import STATE
from generator.state.stamps import GRAIN, SECOND
from tests.built_once import made_once
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A project with its site, the same edited and built from nothing, the state of another machine."""

    project: Path
    ended: Ended
    clean: Path
    stranger: Path


@pytest.fixture(scope="module")
def made(program: ForkedProgram, tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Made:
    """These three, once for all processes of the run: tests only copy them."""
    folder = made_once(tmp_path_factory, worker_id, "entry", partial(make_all, program))
    ended = Ended(code=0, said=(folder / "clean.txt").read_text("utf-8"), printed="")
    stranger = folder / "stranger" / STATE
    return Made(project=folder / "project", ended=ended, clean=folder / "clean/site", stranger=stranger)


def make_all(program: ForkedProgram, folder: Path) -> None:
    project, clean, stranger = (folder / name for name in ("project", "clean", "stranger"))
    write_project(project)
    built(program, project)
    shutil.copytree(project, clean, ignore=shutil.ignore_patterns("site", ".cache"))
    give_library(clean)
    edit(clean)
    (folder / "clean.txt").write_text(built(program, clean).said, "utf-8")
    shutil.copytree(project, stranger, ignore=shutil.ignore_patterns("site", "state*"))  # with its drawings
    make_strange(stranger)
    built(program, stranger)


def write_project(root: Path) -> None:
    write_smaller_starter(root, "co2_per_head", "rule_of_law", "urban_population_share")
    (root / PAGE).write_text(WARNED)
    give_library(root)


def built(program: ForkedProgram, root: Path) -> Ended:
    ended = program.run("build", "--root", str(root))
    assert ended.code == 0, ended.said
    return ended


def edit(root: Path) -> None:
    """Change the project's prose; the time of the file stays."""
    page = root / PAGE
    before = page.stat()
    page.write_text(WARNED.replace("90", "80"))
    os.utime(page, ns=(before.st_atime_ns, before.st_mtime_ns))


def edited(made: Made, root: Path) -> Path:
    """Copy the project with its site and caches, and edit it."""
    shutil.copytree(made.project, root)
    edit(root)
    return root


def make_strange(root: Path) -> None:
    """Let the same figures of a project be others."""
    (root / PAGE).write_text(WARNED.replace("90", "70"))
    population = root / "data/observations/population.csv"
    population.write_text(population.read_text("utf-8").replace("KAZ,2019,1", "KAZ,2019,2"), "utf-8")


def test_the_module_is_the_command(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "generator", "--help"]
    assert subprocess.run(command, cwd=REPOSITORY, check=False, capture_output=True).returncode == 0
    assert profiles("check", root=tmp_path).returncode == 1
    assert list(tmp_path.iterdir()) == []


def test_nothing_changed_is_said_without_loading_a_library(program: ForkedProgram, tmp_path: Path) -> None:
    project = tmp_path / "project"
    write_project(project)
    first = built(program, project)
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


def test_a_check_is_answered_too_and_prints_for_programs_what_it_printed(
    program: ForkedProgram, made: Made, tmp_path: Path
) -> None:
    project = shutil.copytree(made.project, tmp_path / "project")
    time.sleep(3 * GRAIN / SECOND)  # what was written a moment ago is read again
    checked = program.run("check", "--format", "json", "--root", str(project))
    again = program.run("check", "--format", "json", "--root", str(project))
    assert (checked.code, again.code, again.printed) == (0, 0, checked.printed)
    assert checked.printed.startswith("[")
    assert checked.said.startswith("Checked ")
    assert again.said.startswith("Nothing changed. Checked ")


def test_warnings_that_count_as_errors_are_not_forgotten(program: ForkedProgram, made: Made, tmp_path: Path) -> None:
    project = shutil.copytree(made.project, tmp_path / "project")
    for _again in range(2):
        assert program.run("build", "--strict", "--root", str(project)).code == 1


def test_an_edit_is_built_and_the_site_is_that_of_a_clean_build(
    program: ForkedProgram, made: Made, tmp_path: Path
) -> None:
    root = edited(made, tmp_path / "project")
    ended = program.run("build", "--root", str(root))
    assert ended == made.ended
    assert ended.printed.startswith("Built ")
    assert digests(root / "site") == digests(made.clean)


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
    program: ForkedProgram, made: Made, tmp_path: Path, name: str
) -> None:
    root = edited(made, tmp_path / "project")
    DAMAGES[name](root / STATE, made.stranger)
    checked = program.run("check", "--root", str(root))
    assert (checked.code, "Traceback" in checked.said, "document-orphan" in checked.said) == (0, False, True)
    DAMAGES[name](root / STATE, made.stranger)
    assert program.run("build", "--root", str(root)) == made.ended
    assert digests(root / "site") == digests(made.clean)
    again = program.run("build", "--root", str(root))
    is_kept = name not in {"for reading only", "without its folder"}
    assert again.printed.startswith("Nothing changed: " if is_kept else "Built ")
