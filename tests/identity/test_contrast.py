"""Colours that cannot be told apart are named with their ratio and the nearest that can."""

import pytest

from generator.diagnostics import Diagnostic, Location
from generator.identity.contrast import check_colours
from generator.identity.schemes import TOKENS
from generator.identity.settings import Colours
from tests.repository import REPOSITORY

SHEET = (REPOSITORY / TOKENS).read_text("utf-8")


def found(sheet: str = SHEET, **colours: str) -> list[Diagnostic]:
    return list(check_colours(sheet, Colours(**colours), lambda name: Location(path=name)))


@pytest.mark.parametrize(
    ("key", "colour", "ratio", "better"),
    [
        ("accent", "#f5a623", "1.71", "#955f07"),
        ("accent_dark", "#005293", "1.67", "#1a9aff"),
        ("paper_dark", "#ffffff", "1.00", "#353535"),
    ],
)
def test_a_colour_that_is_hard_to_see_is_named_with_the_nearest_that_is_not(
    key: str, colour: str, ratio: str, better: str
) -> None:
    (problem,) = found(**{key: colour})
    assert problem.location.path == key
    assert f"is {ratio}:1; text needs 4.5:1." in problem.message
    assert problem.hint == f"The nearest that passes is {better}."
    assert found(**{key: better}) == []


def test_a_paper_on_which_the_accent_is_lost_is_named_where_the_accent_is_the_theme_s() -> None:
    (problem,) = found(paper="#777777")
    assert problem.location.path == "paper"
    assert problem.message.startswith("The contrast of the accent #00657e on ")


def test_each_scheme_is_looked_at_for_itself() -> None:
    assert [each.location.path for each in found(accent="#f5a623", accent_dark="#330000")] == ["accent", "accent_dark"]
    assert found(accent="#7a1f3d", paper="#ffffff", paper_dark="#0b1530") == []


def test_a_sheet_without_names_of_colours_is_not_asked() -> None:
    assert found(":root { --paper: #fff; }", accent="#f5a623") == []


def test_where_no_shade_passes_another_colour_is_asked_for() -> None:
    sheet = ":root { --paper: #808080; --accent: #000000; --land: #000000; --sea: #ffffff; }"
    (problem,) = found(sheet, accent="#808080")
    assert problem.hint == "Choose another accent or paper."
