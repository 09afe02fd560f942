"""The examples of the guide to the theme, on the pages of a project."""

import re
import shutil
from pathlib import Path

import pytest

from tests.changes import put
from tests.projects import prepared
from tests.repository import REPOSITORY

GUIDE = (REPOSITORY / "docs/theme.md").read_text("utf-8")
SCRIPT, BLOCK, MACRO, *_ = re.findall(r"```jinja\n(.+?)```", GUIDE, re.DOTALL)
STYLE = re.findall(r"```css\n(.+?)```", GUIDE, re.DOTALL)[0]


@pytest.fixture(scope="module")
def pages(starter: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Home, a profile and the sheet of a project with a script, a block, a macro and a style of its own."""
    project = shutil.copytree(starter, tmp_path_factory.mktemp("own") / "project")
    put("templates/home.html", SCRIPT)(project)
    put("templates/scripts/ours.js", "export {};\n")(project)
    put("templates/country.html", BLOCK)(project)
    put("templates/components/notes/notes.html", MACRO)(project)
    put("templates/styles/own.css", STYLE)(project)
    made = prepared(project)
    assert made.diagnostics == ()
    wanted = ("index.html", "countries/kazakhstan/index.html", "assets/style.", "assets/ours.")
    return {o.path.partition(".")[0]: o.render().decode() for o in made.outputs if o.path.startswith(wanted)}


def test_a_script_is_loaded(pages: dict[str, str]) -> None:
    assert "assets/ours" in pages
    assert re.search(r"<script src=\"?[^ >]*/assets/ours\.\w+\.js\"? type=\"?module", pages["index"])


def test_a_block_is_changed_and_the_rest_is_the_themes(pages: dict[str, str]) -> None:
    profile = pages["countries/kazakhstan/index"]
    assert 'id="peers"' not in profile
    assert profile.index("Figures are those of the edition of") < profile.index('id="sources"')
    assert 'id="all-indicators"' in profile


def test_a_macro_is_changed_for_every_page(pages: dict[str, str]) -> None:
    assert '<div class="ours">' in pages["countries/kazakhstan/index"]


def test_a_style_comes_last_in_the_sheet(pages: dict[str, str]) -> None:
    assert pages["assets/style"].rstrip().endswith("@media print{.kicker{display:none}}")
    assert ":root{--accent:#7a1f3d}" in pages["assets/style"]
