"""Trends as typed, against pairs of values.

As one writes them, as the guide does, and in the words of a hostile reader.
"""

import pytest

from generator.claims.grammar import load_grammar
from generator.claims.trends import Change, parse_trend, trend_agrees, trend_misfit
from tests.claims.guide_examples import guide_rows
from tests.claims.literals import change, moved

TRENDS = [
    ("rose", change("1", "2"), True),
    ("rose", change("1.00", "1.04"), False),
    ("fell", change("1", "2"), False),
    ("had fallen", change("2", "1"), True),
    ("doubled", change("1", "1.95"), True),
    ("doubled", change("1", "1.94"), False),
    ("doubled", change("-1", "-2"), False),
    ("more than doubled", change("1", "2.4"), True),
    ("more than doubled", change("1", "3.4"), False),
    ("nearly doubled", change("1", "1.9"), True),
    ("nearly doubled", change("1", "1.7"), False),
    ("halved", change("2", "1"), True),
    ("more than halved", change("2", "0.8"), True),
    ("almost halved", change("2", "1.05"), True),
    ("almost halved", change("2", "0.9"), False),
    ("stable", change("100", "102"), True),
    ("stable", change("100", "103"), False),
    ("stable", change("0", "0"), False),
    ("remained stable", change("50", "51", "share"), True),
    ("stable", change("50", "51.1", "percent"), False),
    ("rose by 10 %", change("10", "11"), True),
    ("rose by 10 %", change("10", "11.1"), False),
    ("fell by 10 %", change("10", "11"), False),
    ("rose by 3 percentage points", change("10", "13", "share"), True),
    ("rose by 3 %", change("10", "13", "share"), False),
    ("fell by a fifth", change("100", "79"), True),
    ("rose by 2.5 million", change("1000000", "3500000"), True),
    ("rose by 2.4 million", change("1000000", "3500000"), False),
]


@pytest.mark.parametrize(("text", "moved", "agrees"), TRENDS, ids=[f"{n}-{t}" for n, (t, *_) in enumerate(TRENDS)])
def test_trends(text: str, moved: Change, agrees: bool) -> None:
    typed = parse_trend(text)
    assert typed is not None
    assert trend_agrees(typed, moved) is agrees


@pytest.mark.parametrize("text", ["", "changed", "did not rise", "never fell", "rose by much"])
def test_no_trend_is_read(text: str) -> None:
    assert parse_trend(text) is None


@pytest.mark.parametrize(
    ("text", "moved"),
    [("rose by 3 percentage points", change("10", "13")), ("rose by 10 %", change("0", "3"))],
)
def test_amounts_that_cannot_be_compared(text: str, moved: Change) -> None:
    typed = parse_trend(text)
    assert typed
    assert trend_misfit(typed, moved)


@pytest.mark.parametrize(("text", "agrees"), guide_rows("When does a trend agree?"))
def test_the_guides_trends(text: str, agrees: bool) -> None:
    typed = parse_trend(text)
    moved = change("17200000", "20600000", decimals=0)
    assert (typed is not None and not typed.others and trend_agrees(typed, moved)) is agrees


@pytest.mark.parametrize(
    ("text", "moved", "agrees"),
    [
        ("rose 20 %", change("10", "12"), True),
        ("rose 50 %", change("10", "12"), False),
        ("rose more than 19 %", change("10", "12"), True),
        ("rose almost a third", change("100", "131"), True),
        ("rose a third", change("100", "120"), False),
        ("rose sharply", change("10", "12"), True),
        ("rose threefold", change("10", "30"), True),
        ("rose threefold", change("10", "20"), False),
        ("grew tenfold", change("10", "90"), False),
        ("fell by more than half", change("100", "48"), True),
        ("fell by more than half", change("100", "52"), False),
    ],
)
def test_an_outsiders_trend(text: str, moved: Change, agrees: bool) -> None:
    typed = parse_trend(text)
    assert typed is not None
    assert not typed.others
    assert trend_agrees(typed, moved) is agrees


@pytest.mark.parametrize(
    "text",
    [
        "rose, then fell",
        "nearly rose",
        "failed to rise",
        "rose by 10 % a year",
        "fell to a fifth",
        "rose two or three points",
    ],
)
def test_an_ambiguous_trend_is_not_read(text: str) -> None:
    assert parse_trend(text) is None


def test_figures_beside_a_trend_are_not_lost() -> None:
    typed = parse_trend("rose from 17.2 to 20.6 million")
    assert typed
    assert typed.others == ("17.2", "20.6")
    assert trend_misfit(parse_trend("rose by $3") or typed, change("10", "13"))


SHARES = moved("54.20541", "62.07253", "share", "% of population")
VISITORS = moved("4097000", "8515000", "count", "visitors")
OUTPUT = moved("33298", "32011", "currency", "$")


@pytest.mark.parametrize(
    ("text", "change", "right"),
    [
        ("rose by 7.9 %-points", SHARES, True),
        ("rose by 7.9 %\u2011points", SHARES, True),
        ("rose by 7.9 pp", SHARES, True),
        ("rose by 14.5 %-points", SHARES, False),
        ("rose by 14.5 pp", SHARES, False),
        ("rose by a seventh", SHARES, True),
        ("rose by 787 basis points", SHARES, False),
        ("rose by 8 years", SHARES, False),
        ("soared", SHARES, True),
        ("plunged", SHARES, False),
        ("stayed the same", SHARES, False),
        ("rose to more than twice what it was", VISITORS, True),
        ("rose twentyfold", VISITORS, False),
        ("rose 20-fold", VISITORS, False),
        ("rose two-fold", moved("10", "20", "count"), True),
        ("rose twelvefold", moved("10", "20", "count"), False),
        ("fell nine times", moved("18.2", "9.1", "count"), False),
        ("fell by $1,287", OUTPUT, True),
        ("fell by €1,287", OUTPUT, False),
        ("fell by 1,287 Swiss francs", OUTPUT, False),
        ("\u20133.9 %", OUTPUT, True),
        ("\u20134.9 %", OUTPUT, False),
    ],
)
def test_a_trend_in_other_words(text: str, change: Change, *, right: bool) -> None:
    typed = parse_trend(text)
    assert (
        typed is not None and not typed.others and not trend_misfit(typed, change) and trend_agrees(typed, change)
    ) is right


def test_german_has_no_fold_above_ten() -> None:
    assert parse_trend("stieg zwanzigfach", load_grammar("de")) is None
