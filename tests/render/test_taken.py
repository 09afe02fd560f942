"""Templates taken from the theme, and changes of their originals since."""

import pytest

from generator.render.taken import RECORD, changes_between, check_taken, read_taken, taken_from, taken_text
from generator.sources.files import Source, Sources

OLD = Source(path="theme:home.html", data=b"<p>\n  one\n</p>\n")
NEW = Source(path="theme:home.html", data=b"<p>\n  two\n  three\n</p>\n")
COPY = Source(path="templates/home.html", data=b"our own")


def problems(record: bytes, theme: dict[str, Source], *, copied: bool = True) -> list[tuple[str, str]]:
    files = {RECORD: Source(path=RECORD, data=record), **({COPY.path: COPY} if copied else {})}
    return [(f"{d.location} {d.rule}", d.message) for d in check_taken(Sources(files=files, theme=theme))]


RECORDED = taken_text({"home.html": taken_from(OLD, "0.1.0")}).encode()


def test_a_record_is_read_as_it_was_written() -> None:
    assert read_taken(RECORDED) == {"home.html": taken_from(OLD, "0.1.0")}
    assert taken_from(OLD, "0.1.0").lines == ("<p>", "  one", "</p>")


def test_an_original_that_is_the_same_says_nothing() -> None:
    assert problems(RECORDED, {"home.html": OLD}) == []


def test_an_original_that_has_changed_is_shown_with_its_lines() -> None:
    assert problems(RECORDED, {"home.html": NEW}) == [
        (
            "templates/home.html:1:1 theme-changed",
            "The theme's home.html has changed since this copy was taken from 0.1.0.",
        )
    ]
    assert changes_between(["<p>", "  one", "</p>"], ["<p>", "  two", "  three", "</p>"]) == [
        "- 2: one",
        "+ 2: two",
        "+ 3: three",
    ]


def test_many_changes_are_cut_and_counted() -> None:
    long = Source(path="theme:home.html", data=b"<p>\n" * 9)
    files = {RECORD: Source(path=RECORD, data=RECORDED), COPY.path: COPY}
    (problem,) = check_taken(Sources(files=files, theme={"home.html": long}))
    assert problem.hint.splitlines()[-2:] == [
        "… and 5 more changed lines",
        "Bring what you want of it over, then say so: `profiles theme take home.html --keep`.",
    ]


@pytest.mark.parametrize("theme", [{}, {"home.html": NEW}], ids=["no theme behind it", "a copy given up"])
def test_what_is_no_copy_says_nothing(theme: dict[str, Source]) -> None:
    assert problems(RECORDED, theme, copied=not theme) == []


def test_an_original_that_is_gone_and_a_record_that_is_none_are_named() -> None:
    assert problems(RECORDED, {"base.html": OLD})[0][0] == "templates/home.html:1:1 theme-changed"
    assert problems(b"[", {"home.html": OLD})[0][0] == f"{RECORD}:1:1 template-error"
