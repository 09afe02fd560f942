"""The entry: what has not changed is answered at once, with the words of the last time."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.repository import REPOSITORY

WARNED = "---\ntitle: About\nsummary: It is.\n---\n\nOver 90 % of it.\n"


def profiles(*arguments: str, root: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "generator", *arguments, "--root", str(root)]
    return subprocess.run(command, cwd=REPOSITORY, check=False, capture_output=True, text=True)


def made(root: Path) -> dict[str, bytes]:
    return {str(p.relative_to(root)): p.read_bytes() for p in (root / "site").rglob("*") if p.is_file()}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("entry") / "project"
    command = [sys.executable, "-m", "generator", "new", str(root)]
    assert subprocess.run(command, cwd=REPOSITORY, check=False).returncode == 0
    (root / "content" / "pages" / "more.md").write_text(WARNED)
    return root


def test_the_module_is_the_command(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "generator", "--help"]
    assert subprocess.run(command, cwd=REPOSITORY, check=False, capture_output=True).returncode == 0
    assert profiles("check", root=tmp_path).returncode == 1
    assert list(tmp_path.iterdir()) == []


def test_nothing_changed_is_said_without_loading_a_library(project: Path) -> None:
    first = profiles("build", root=project)
    assert first.returncode == 0, first.stderr
    assert first.stdout.startswith("Built ")
    assert "document-orphan" in first.stderr
    built = made(project)
    for option in ("--workers=1", "--verify"):
        again = profiles("build", option, root=project)
        assert (again.returncode, again.stderr) == (0, first.stderr)
        assert again.stdout.startswith("Nothing changed: ")
    assert made(project) == built
    command = [sys.executable, "-X", "importtime", "-m", "generator", "build", "--root", str(project)]
    traced = subprocess.run(command, cwd=REPOSITORY, check=True, capture_output=True, text=True).stderr
    loaded = {line.rpartition("|")[2].strip() for line in traced.splitlines() if line.startswith("import time:")}
    assert "generator.cli" in loaded
    assert not loaded & {"typer", "pandas", "altair", "jinja2", "markdown", "generator.build", "dataclasses"}


def test_a_check_is_answered_too_and_prints_for_programs_what_it_printed(project: Path) -> None:
    first = profiles("check", "--format", "json", root=project)
    again = profiles("check", "--format", "json", root=project)
    assert (first.returncode, again.returncode, again.stdout) == (0, 0, first.stdout)
    assert first.stdout.startswith("[")
    assert first.stderr.startswith("Checked ")
    assert again.stderr.startswith("Nothing changed. Checked ")


def test_an_edit_is_built_and_the_site_is_that_of_a_clean_build(project: Path, tmp_path: Path) -> None:
    profiles("build", root=project)
    page = project / "content" / "pages" / "more.md"
    before = page.stat()
    page.write_text(WARNED.replace("90", "80"))
    os.utime(page, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert profiles("build", root=project).stdout.startswith("Built ")
    clean = tmp_path / "clean"
    shutil.copytree(project, clean, ignore=shutil.ignore_patterns(".cache", "site"))
    profiles("build", root=clean)
    assert made(project) == made(clean)


def test_warnings_that_count_as_errors_are_not_forgotten(project: Path) -> None:
    profiles("build", root=project)
    for _again in range(2):
        assert profiles("build", "--strict", root=project).returncode == 1


@pytest.mark.parametrize("damage", [b"", b"SQLite format 3\x00 and no more", b"other"])
def test_a_damaged_state_file_costs_time_and_nothing_else(project: Path, damage: bytes) -> None:
    profiles("build", root=project)
    (project / ".cache" / "state").write_bytes(damage)
    assert profiles("build", root=project).stdout.startswith("Built ")
    assert profiles("build", root=project).stdout.startswith("Nothing changed: ")
