"""What a project's template has within it and the policy of the pages forbids is told at its place."""

from pathlib import Path

import pytest

from generator.render.check import check_templates
from generator.render.inline import check_inline
from generator.rules import Rule
from generator.sources.files import Source, Sources
from generator.sources.read import read_sources
from tests.changes import put
from tests.repository import REPOSITORY

THEMES = (REPOSITORY / "templates/base.html").read_text("utf-8")


def told(text: str, *, base: str = THEMES, name: str = "home.html") -> list[str]:
    """Return the faults of a template, where `base` is around it: their places, and what is forbidden."""
    around = Source(path="templates/base.html", data=base.encode())
    source = Source(path=f"templates/{name}", data=text.encode())
    theme = {"base.html": Source(path="theme:base.html", data=THEMES.encode())}
    sources = Sources(files={around.path: around, source.path: source}, theme=theme)
    found = check_inline(source, sources)
    return [
        f"{d.location.line}:{d.location.column} {d.message.removeprefix('The policy of the pages forbids ').split(',')[0]}"
        for d in found
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\n <script>go()</script>", ["2:2 scripts within them"]),
        ('<SCRIPT type="module">import "x"</SCRIPT>', ["1:1 scripts within them"]),
        ("<script type='text/javascript'></script>", ["1:1 scripts within them"]),
        ("<style>p { top: 0 }</style>", ["1:1 styles within them"]),
        ('<p class="a" style="top: 0">', ["1:14 the attribute 'style'"]),
        ("<p\n  id=a\n  STYLE = top:0>", ["3:3 the attribute 'style'"]),
        ('é {{ "a" }} <b onclick="go(1 > 0)">', ["1:16 the attribute 'onclick'"]),
        ('<p {% if page.x > 1 %}style="width: {{ page.x }}%"{% endif %}>', ["1:23 the attribute 'style'"]),
        ('<p style="a" onload="b">', ["1:4 the attribute 'style'", "1:14 the attribute 'onload'"]),
    ],
)
def test_what_browsers_ignore_is_told_at_its_place(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        '<script src="{{ scripts.ours }}" type="module"></script>',
        '<script type="application/ld+json">{"a": 1}</script>',
        "<script {{ page.attributes }}></script>",
        '<script type="{{ page.kind }}"></script>',
        '<script type="text/template"><p style="top: 0"></p></script>',
        '{# <p style="top: 0"> <script>go()</script> #}',
        '<!-- <p style="top: 0"> -->',
        '<p title="style=\'a\' onclick=\'b\'" data-style="a" once="" onclick>',
        '<p data-{{ page.x }}style="a">',
        '<p online="1" ongoing="b">',
        'Write style="top: 0" or <![',
    ],
)
def test_data_and_what_is_no_tag_is_not_told(text: str) -> None:
    assert told(text) == []


STYLED = '<p style="top: 0"><script>go()</script>'


def page(policy: str) -> str:
    return f'<html><head><meta http-equiv="Content-Security-Policy" content="{policy}">'


@pytest.mark.parametrize(
    ("base", "expected"),
    [
        ("<html><head>", []),
        (page("default-src 'none'"), ["style", "script"]),
        (page("default-src 'self'; style-src 'self' 'unsafe-inline'"), ["script"]),
        (page("script-src 'self' 'sha256-abc'; style-src 'self'"), ["style"]),
        (page("script-src 'nonce-{{ page.x }}'; style-src {{ page.y }}"), []),
        (page("img-src 'self'; style-src-elem 'self'"), ["style"]),
        ('{% extends "theme:base.html" %}', ["style", "script"]),
        ("{# " + page("default-src 'none'") + " #}<html><head>", []),
    ],
    ids=["none", "default", "styles", "hash", "nonce", "elements", "extended", "remark"],
)
def test_a_page_of_ones_own_may_have_another_policy(base: str, expected: list[str]) -> None:
    def kinds(found: list[str]) -> list[str]:
        return ["script" if "script" in each else "style" for each in found]

    assert kinds(told(STYLED, base=base)) == expected
    assert kinds(told(f"{base}{STYLED}", name="base.html", base=f"{base}{STYLED}")) == expected


def test_where_a_project_has_whole_pages_of_other_names_nothing_is_known(tmp_path: Path) -> None:
    put("templates/layout.html", "<html><head>{% block head %}{% endblock %}")(tmp_path)
    put("templates/home.html", '{% extends "layout.html" %}{% block head %}<style></style>{% endblock %}')(tmp_path)
    assert not [each for each in check_templates(read_sources(tmp_path)[0]) if each.rule is Rule.INLINE_IGNORED]


def test_it_is_a_warning_of_the_check_and_the_theme_has_none(tmp_path: Path) -> None:
    put("templates/home.html", '{% extends "theme:home.html" %}{% block head %}<style></style>{% endblock %}')(tmp_path)
    found = check_templates(read_sources(tmp_path)[0])
    assert [f"{each.location} {each.rule} {each.severity} {each.hint}" for each in found] == [
        "templates/home.html:1:48 inline-ignored warning Write its rules to templates/styles/own.css."
    ]


def test_the_hints_name_a_script_of_ones_own() -> None:
    source = Source(path="templates/base.html", data=f'{THEMES}<b onclick="go()">'.encode())
    [found] = check_inline(source, Sources(files={source.path: source}))
    assert found.hint == (
        'Write `addEventListener("click", …)` to a file, templates/scripts/ours.js, and load that: '
        '`<script src="{{ scripts.ours }}"></script>`.'
    )
