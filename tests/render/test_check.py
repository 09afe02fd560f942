"""Templates and styles of a project's own that no page has, or that cannot be read."""

from pathlib import Path

import pytest

from generator.render.check import check_templates
from generator.sources.read import read_sources
from tests.changes import put
from tests.repository import REPOSITORY

EXTENDS = '{% extends "theme:country.html" %}{% block peers %}{% endblock %}'


def problems(root: Path) -> list[str]:
    return [f"{d.location} {d.rule} {d.hint}" for d in check_templates(read_sources(root)[0])]


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({"country.html": EXTENDS}, []),
        ({"contry.html": EXTENDS}, ["templates/contry.html:1:1 template-unused Did you mean 'country.html'?"]),
        ({"home.html": "{% include 'ours/note.html' %}", "ours/note.html": "A note."}, []),
        (
            {"qqq.html": ""},
            ["templates/qqq.html:1:1 template-unused `profiles theme list` has the names of the theme."],
        ),
        (
            {"more.html": "{% if", "home.html": "{% include 'more.html' %}"},
            [
                "templates/more.html:1:1 template-error Look for a tag without its end, or a word too few in one, here or above."
            ],
        ),
        (
            {"styles/own.css": "a { top: 0;"},
            ["templates/styles/own.css:1:3 style-syntax Write } where it ends."],
        ),
    ],
    ids=["extends", "misspelt", "included", "of no name", "broken", "style"],
)
def test_a_template_of_ones_own_is_used_or_named(tmp_path: Path, files: dict[str, str], expected: list[str]) -> None:
    for name, text in files.items():
        put(f"templates/{name}", text)(tmp_path)
    assert problems(tmp_path) == expected


def test_the_themes_own_have_no_fault() -> None:
    """Here, where they are at home, all are compiled; in other projects only those of one's own are."""
    assert problems(REPOSITORY) == []
