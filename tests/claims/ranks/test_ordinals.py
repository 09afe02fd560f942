"""Ordinals in figures: `21st` is one, `21th` is none, and the author is told how it is written."""

from decimal import Decimal

import pytest

from generator.claims.check_figure import Expected, check_figure
from generator.claims.figures import parse_figure
from generator.claims.grammar import load_grammar
from generator.claims.ranks import parse_rank
from generator.content.references import Reference, parse_reference
from generator.data.catalog import UnitKind
from generator.diagnostics import Location

ENGLISH = load_grammar("en")
RIGHT = ["1st", "2nd", "3rd", "4th", "10th", "11th", "12th", "13th", "20th", "21st", "22nd", "23rd", "101st", "111th"]
WRONG = [
    ("1th", "1st"),
    ("2th", "2nd"),
    ("3th", "3rd"),
    ("4rd", "4th"),
    ("11st", "11th"),
    ("12nd", "12th"),
    ("13rd", "13th"),
    ("22th", "22nd"),
    ("111st", "111th"),
    ("115st", "115th"),
    ("115ST of 193", "115th of 193"),
    ("No. 3th", "No. 3rd"),
]


@pytest.mark.parametrize("text", RIGHT)
def test_a_right_ending_is_read(text: str) -> None:
    figure, rank = parse_figure(text), parse_rank(text)
    assert figure
    assert rank
    assert figure.value == rank.place == int(text[:-2])
    assert ENGLISH.respelt(text) == ""


@pytest.mark.parametrize(("text", "right"), WRONG)
def test_a_wrong_ending_is_not_and_the_right_one_is_known(text: str, right: str) -> None:
    assert parse_figure(text) is None
    assert parse_rank(text) is None
    assert ENGLISH.respelt(text) == right
    assert parse_rank(right)


def claim(text: str) -> Reference:
    where = Location(path="content/essays/a.md", line=3, column=7)
    return parse_reference("claim:rank", title="", text=text, html=text, location=where, is_image=False)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("122th", ("'122th' ends an ordinal wrongly: it is 122nd.", "Write 122nd")),
        ("121th", ("'121th' ends an ordinal wrongly: it is 121st.", "Write 122nd")),
    ],
)
def test_a_stated_place_with_a_wrong_ending_is_named(text: str, told: tuple[str, str]) -> None:
    record = Expected(kind=UnitKind.INDEX, symbol="", value=Decimal(122), shown="122nd", period="2020")
    [problem] = check_figure(claim(text), record)[1]
    assert (problem.rule.value, problem.message, problem.hint) == ("claim-unreadable", *told)
    assert check_figure(claim("122nd"), record) == ("122nd", ())


def test_other_languages_have_endings_of_their_own() -> None:
    german, russian = load_grammar("de"), load_grammar("ru")
    assert german.ordinal("3.") == russian.ordinal("3-е") == 3
    assert german.ordinal("3rd") is russian.ordinal("3rd") is None


@pytest.mark.parametrize(
    ("language", "text", "right"),
    [
        ("kk", "6-ші", "6-шы"),
        ("kk", "20-ші", "20-шы"),
        ("kk", "100-шы", "100-ші"),
        ("tr", "3'inci", "3."),
        ("en", "6th", ""),
        ("kk", "6-шы", ""),
        ("tr", "100'üncü", ""),
        ("ru", "6-е", ""),
    ],
)
def test_a_wrong_ending_behind_a_hyphen_or_an_apostrophe_is_known_too(language: str, text: str, right: str) -> None:
    assert load_grammar(language).respelt(text) == right


def test_a_figure_with_a_wrong_ending_is_not_read_as_its_number() -> None:
    record, kazakh = (
        Expected(kind=UnitKind.INDEX, symbol="", value=Decimal(6), shown="6", period=""),
        load_grammar("kk"),
    )
    assert check_figure(claim("6-шы"), record, kazakh) == ("6-шы", ())
    assert [each.hint for each in check_figure(claim("6-ші"), record, kazakh)[1]] == ["Write 6-шы"]
