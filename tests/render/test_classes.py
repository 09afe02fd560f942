"""A class in a text is told where no sheet and no script of the project knows it."""

from dataclasses import replace

import pytest

from generator.diagnostics import Diagnostic, Location
from generator.render.classes import MANY, check_classes
from generator.rules import Rule
from generator.sources.files import Source, Sources

SHEET = ".pull-quote, p.wide { top: 0.5em } /* .narrow {} */ .sm\\:up { background: url(a.png) } [class^='note-'] {}"
UNREAD = Diagnostic(rule=Rule.FILE_TOO_LARGE, location=Location(path="templates/styles/own.css"), message="")
ADD = "Add a rule for it to templates/styles/own.css: `.{} {{ … }}`."


def project(**files: str) -> Sources:
    """Return sources with a sheet and a script of the theme, and files by their paths."""
    theme = {
        name: Source(path=f"theme:{name}", data=text.encode())
        for name, text in {"styles/style.css": SHEET, "theme.js": 'find(".of-theme")'}.items()
    }
    own = {path: Source(path=path, data=text.encode()) for path, text in files.items()}
    return Sources(files={**{f"templates/{name}": source for name, source in theme.items()}, **own}, theme=theme)


def told(name: str, sources: Sources) -> list[str]:
    found = check_classes([(name, Location(path="a.md", line=2, column=5))], sources)
    return [f"{each.location} {each.rule} {each.hint}" for each in found]


@pytest.mark.parametrize("name", ["pull-quote", "wide", "sm:up", "note-red", "drop-if-missing", "notranslate"])
def test_a_class_that_a_sheet_or_the_program_knows_is_not_told(name: str) -> None:
    assert told(name, project()) == []


def test_of_a_sheet_that_cannot_be_read_no_class_is_told() -> None:
    broken = Source(path="templates/styles/own.css", data=".ours{top:0}".encode("utf-16"))
    sources = project()
    assert told("ours", replace(sources, files={**sources.files, broken.path: broken})) == []


def test_among_very_many_classes_no_near_one_is_looked_for() -> None:
    many = "".join(f".class-{number}{{top:0}}" for number in range(MANY))
    assert told("class-x", project(**{"templates/styles/own.css": many})) == [
        f"a.md:2:5 class-unknown {ADD.format('class-x')}"
    ]


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("pullquote", "Did you mean 'pull-quote'?"),
        ("drop-if-mising", "Did you mean 'drop-if-missing'?"),
        ("narrow", ADD.format("narrow")),
        ("Wide", "Did you mean 'wide'?"),
        ("5em", "Add a rule for it to templates/styles/own.css."),
        ("of-theme", ADD.format("of-theme")),
    ],
)
def test_another_is_told_with_what_may_be_meant(name: str, hint: str) -> None:
    assert told(name, project()) == [f"a.md:2:5 class-unknown {hint}"]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("templates/styles/own.css", ".ours { top: 0 }"),
        ("templates/styles/own.css", ".ours { top: 0 } /* not closed"),
        ("static/more.css", "p.ours { top: 0 }"),
        ("templates/scripts/ours.js", 'document.querySelectorAll(".ours")'),
        ("static/ours.js", 'list.contains("ours")'),
    ],
)
def test_sheets_and_scripts_of_the_project_are_looked_through(path: str, text: str) -> None:
    assert told("ours", project()) == [f"a.md:2:5 class-unknown {ADD.format('ours')}"]
    assert told("ours", project(**{path: text})) == []


def test_while_a_sheet_is_not_read_no_class_is_told() -> None:
    assert told("ours", replace(project(), unread=(UNREAD,))) == []


def test_the_message_names_the_class() -> None:
    [found] = check_classes([("ours", Location(path="a.md"))], project())
    assert found.message == "No style sheet has a rule for the class 'ours', so it does nothing."
