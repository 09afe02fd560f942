"""The commands for the theme."""

import shutil
from pathlib import Path

import pytest

from tests.changes import put
from tests.commands.run import profiles
from tests.repository import REPOSITORY

pytestmark = pytest.mark.uncounted  # others count the lines it runs


def test_the_theme_is_listed_with_what_a_project_replaces(tmp_path: Path) -> None:
    put("templates/home.html", "")(tmp_path)
    lines = profiles("theme", "list", "--root", str(tmp_path)).stdout.splitlines()
    assert "country.html" in lines
    assert "home.html  (replaced here)" in lines


def test_a_file_of_the_theme_is_shown_and_a_misspelt_one_is_guessed() -> None:
    assert profiles("theme", "show", "home.html").stdout == (REPOSITORY / "templates/home.html").read_text("utf-8")
    wrong = profiles("theme", "show", "hom.html", COLUMNS="200")
    assert (wrong.returncode, "Did you mean 'home.html'?" in wrong.stderr) == (2, True)


def test_a_file_is_taken_once_and_kept_when_its_original_has_changed(starter: Path, tmp_path: Path) -> None:
    project = shutil.copytree(starter, tmp_path / "project", ignore=shutil.ignore_patterns("site", ".cache"))
    root = ("--root", str(project))
    assert profiles("theme", "take", "home.html", *root).returncode == 0
    assert (project / "templates/home.html").read_bytes() == (REPOSITORY / "templates/home.html").read_bytes()
    assert profiles("check", "--strict", *root).returncode == 0
    record = project / "templates/taken.json"
    record.write_text(record.read_text("utf-8").replace('"digest": "', '"digest": "0').replace("base.html", "b.html"))
    found = profiles("check", *root).stderr
    assert "templates/home.html:1:1: warning[theme-changed]" in found
    assert """    + 1: {% extends "base.html" %}""" in found
    assert profiles("theme", "take", "home.html", "--keep", *root).returncode == 0
    assert profiles("check", "--strict", *root).returncode == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("home.html",), "is there already"),
        (("base.html", "--keep"), "without --keep it is copied"),
        (("home.html", "--keep"), "cannot be read"),
    ],
)
def test_a_file_that_cannot_be_taken_says_why(tmp_path: Path, arguments: tuple[str, ...], said: str) -> None:
    put("site.yaml", "")(tmp_path)
    put("templates/home.html", "")(tmp_path)
    put("templates/taken.json", "[")(tmp_path)
    refused = profiles("theme", "take", *arguments, "--root", str(tmp_path), COLUMNS="400")
    assert (refused.returncode, said in refused.stderr) == (2, True)


def test_nothing_is_taken_into_a_folder_that_is_no_project(tmp_path: Path) -> None:
    refused = profiles("theme", "take", "home.html", "--root", str(tmp_path), COLUMNS="400")
    assert (refused.returncode, "there is no site.yaml" in refused.stderr) == (2, True)
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_taken_where_the_theme_is_written_or_nothing_can_be() -> None:
    refused = profiles("theme", "take", "home.html", "--root", str(REPOSITORY), COLUMNS="400")
    assert (refused.returncode, "where the theme is written" in refused.stderr) == (2, True)


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    put("site.yaml", "")(tmp_path)
    put("templates", "a file")(tmp_path)
    refused = profiles("theme", "take", "home.html", "--root", str(tmp_path))
    assert (refused.returncode, "Cannot write to" in refused.stderr) == (1, True)
