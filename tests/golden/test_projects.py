"""Projects as each release made them: this version builds them, and every page keeps its address.

The folder of a release holds what its `new` wrote but the templates, which its upgrade asks to delete, and in `pages.txt`
the addresses of its pages. A new release adds a folder; none is changed.
"""

import re
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.projects import prepared
from tests.repository import REPOSITORY

PROJECTS = Path(__file__).parent / "projects"
RELEASES = sorted(path.name for path in PROJECTS.iterdir())
GONE: Mapping[str, frozenset[str]] = {"0.1.0": frozenset({"briefs/"})}
"""Pages that a later version no longer makes, by release: the changelog says why."""


@pytest.mark.parametrize("release", RELEASES)
def test_a_project_of_a_release_is_built_without_a_word_and_keeps_its_addresses(release: str, tmp_path: Path) -> None:
    project = shutil.copytree(PROJECTS / release, tmp_path / "project")
    made = prepared(project)
    assert made.diagnostics == ()
    pages = {output.path: output for output in made.outputs if output.path.endswith(".html")}
    known = set((PROJECTS / release / "pages.txt").read_text("utf-8").splitlines())
    assert len(known) > 20
    answered = {path.removesuffix("index.html") for path in pages}
    assert known - answered == GONE[release]
    assert all(output.render().startswith(b"<!doctype html>") for output in pages.values())


def test_every_release_in_the_changelog_has_its_project() -> None:
    changelog = (REPOSITORY / "CHANGELOG.md").read_text("utf-8")
    assert sorted(re.findall(r"^## \[([0-9][^]]*)\]", changelog, re.MULTILINE)) == RELEASES
