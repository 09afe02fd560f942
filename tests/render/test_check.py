"""Templates and styles of a project's own that no page has, or that cannot be read."""

from dataclasses import replace
from pathlib import Path

import pytest

from generator.render.check import check_templates
from generator.sources.files import Source
from generator.sources.read import read_sources
from tests.changes import put
from tests.repository import REPOSITORY

pytestmark = pytest.mark.uncounted  # others count the lines it runs

EXTENDS = '{% extends "theme:country.html" %}{% block peers %}{% endblock %}'

ITSELF = """To extend the theme's own, write {% extends "theme:country.html" %}."""


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
            {"ours.html": "{% if", "home.html": "{% extends 'ours.html' %}{% block main %}{% endblock %}"},
            [
                "templates/ours.html:1:1 template-error Look for a tag without its end, or a word too few in one, here or above."
            ],
        ),
        (
            {"styles/own.css": "a { top: 0;"},
            ["templates/styles/own.css:1:3 style-syntax Write } where it ends."],
        ),
    ],
    ids=["extends", "misspelt", "included", "of no name", "broken", "broken base", "style"],
)
def test_a_template_of_ones_own_is_used_or_named(tmp_path: Path, files: dict[str, str], expected: list[str]) -> None:
    for name, text in files.items():
        put(f"templates/{name}", text)(tmp_path)
    assert problems(tmp_path) == expected


def test_sheets_of_the_theme_are_not_looked_through_in_other_projects(tmp_path: Path) -> None:
    put("templates/styles/own.css", "a {}")(tmp_path)
    sources, _ = read_sources(tmp_path)
    theirs = Source(path="theme:foundation/print.css", data=b"a { top 0 }")
    broken = replace(sources, files={**sources.files, "templates/foundation/print.css": theirs})
    assert check_templates(broken) == ()


def test_the_themes_own_have_no_fault() -> None:
    """Here, where they are at home, all are compiled; in other projects only those of one's own are."""
    assert problems(REPOSITORY) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "\n{% block main %}{{ page|uper }}{% endblock %}",
            "2:25 template-error The template cannot be read: there is no filter 'uper'. Did you mean 'upper'?",
        ),
        (
            "{% extends 'country.html' %}",
            f"1:13 template-error The template extends itself. {ITSELF}",
        ),
        (
            "{% extends 'theme:contry.html' %}{% block x %}{% endblock %}",
            "1:13 template-error There is no template 'theme:contry.html'. Did you mean 'theme:country.html'?",
        ),
        ("{% include 'contry.html' ignore missing %}{% include page.name %}", ""),
        (
            "{% extends 'theme:country.html' %}\n{% block peer %}{% endblock %}",
            "2:10 template-unused What is extended has no block 'peer', so no page has this one. Did you mean 'peers'?",
        ),
        ("{% extends 'theme:country.html' %}{% block main %}{% block ours %}{% endblock %}{% endblock %}", ""),
        ("{% extends 'theme:country.html' %}{% block masthead %}{% endblock %}", ""),
        ("{% extends page.name %}{% block peer %}{% endblock %}", ""),
    ],
    ids=["filter", "itself", "template", "perhaps", "block", "inner-block", "block-of-the-base", "computed"],
)
def test_what_a_template_names_is_there_or_what_is_meant_is_said(tmp_path: Path, text: str, expected: str) -> None:
    put("templates/country.html", text)(tmp_path)
    found = check_templates(read_sources(tmp_path)[0])
    told = [f"{d.location.line}:{d.location.column} {d.rule} {d.message} {d.hint}" for d in found]
    assert told == ([expected] if expected else [])
