"""Comparatives: an amount that comes first, a place above all others, and what to write where nothing can be read."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.claims.advice import advice, how_to_write
from generator.claims.ranks import TypedRank, parse_rank, rank_agrees
from generator.claims.trends import Change, parse_trend, trend_agrees
from tests.claims.test_claims_ranks import ranking
from tests.claims.test_claims_trends import change


@pytest.mark.parametrize(
    ("text", "moved", "agrees"),
    [
        ("larger", change("1", "2"), True),
        ("smaller", change("1", "2"), False),
        ("37 % higher", change("100", "137"), True),
        ("37 % higher", change("137", "100"), False),
        ("27 % lower than in 2000", change("137", "100"), True),
        ("nearly 40 % more", change("100", "137"), True),
        ("more than a third higher", change("100", "137"), True),
        ("30 million more", change("1000000", "31000000"), True),
        ("30 million fewer", change("1000000", "31000000"), False),
        ("+37 %", change("100", "137"), True),
        ("+37 %", change("100", "63"), False),
        ("−37 %", change("100", "63"), True),
        ("minus 37 %", change("100", "63"), True),
        ("-37 %", change("100", "137"), False),
        ("twice as large", change("1", "2"), True),
        ("twice as large", change("1", "2.2"), False),
        ("more than twice", change("1", "2.2"), True),
    ],
)
def test_an_amount_may_come_first(text: str, moved: Change, *, agrees: bool) -> None:
    typed = parse_trend(text)
    assert typed is not None
    assert trend_agrees(typed, moved) is agrees


@pytest.mark.parametrize(
    "text",
    ["30 million", "by 37 %", "more", "-3 % more", "a third more than doubled", "not 3 % more", "3 % more a year"],
)
def test_what_does_not_say_which_way_is_not_read(text: str) -> None:
    assert parse_trend(text) is None


@given(st.integers(1, 10**6), st.integers(1, 10**6))
def test_words_and_signs_say_the_same(first: int, last: int) -> None:
    moved = Change(first=Decimal(first), last=Decimal(last), decimals=0, unit_kind="count")
    size = abs(last - first)
    told = {
        text: parse_trend(text.format(size))
        for text in ("{} more", "+{}", "rose by {}", "{} less", "−{}", "fell by {}")
    }
    ways = [typed is not None and trend_agrees(typed, moved) for typed in told.values()]
    up, down = last > first, last < first
    expected = [up, up, up, down, down, down] if size else [False] * 6
    assert ways == expected


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("higher than any other", "high"),
        ("more visitors than any other country", "high"),
        ("lower than in any other country", "low"),
        ("better than all others", "best"),
        ("worse than anywhere else", "worst"),
    ],
)
def test_above_all_others_is_a_first_place(text: str, counted: str) -> None:
    assert parse_rank(text) == TypedRank(place=1, counted=counted, alone=True)


def test_a_shared_first_place_is_not_above_all_others() -> None:
    shared, alone = ranking(["5", "5", "3"]), ranking(["6", "5", "3"])
    typed = TypedRank(place=1, counted="high", alone=True)
    assert not rank_agrees(typed, shared, shared.rows[0].observation.country)
    assert rank_agrees(typed, alone, alone.rows[0].observation.country)
    assert not rank_agrees(typed, alone, alone.rows[1].observation.country)


@pytest.mark.parametrize("text", ["any other", "no other", "higher than the 3 others", "higher than any other but two"])
def test_what_names_no_end_is_no_rank(text: str) -> None:
    assert parse_rank(text) is None


def test_an_ordinal_with_a_hyphen() -> None:
    assert parse_rank("twenty-third of 60") == TypedRank(place=23, of=60)
    assert parse_rank("third-largest") == TypedRank(place=3, counted="high")
    assert parse_rank("twenty-twentieth") is None


def test_advice_names_the_ratio_and_words_that_agree() -> None:
    assert advice(change("100", "213"), "rose") == "The last is 2.13 times the first: write rose or more than doubled"
    assert advice(change("100", "130"), "rose").endswith("write rose, or an amount that agrees")
    assert advice(change("-1", "3"), "rose") == "Write rose, or an amount that agrees"
    assert "[37 % more]" in how_to_write("by 37 %")
    assert how_to_write("was").startswith("Use a verb")
