"""Comparatives that state a change."""

import pytest

from generator.claims.trends import Change, parse_trend, trend_agrees
from tests.claims.literals import change


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
