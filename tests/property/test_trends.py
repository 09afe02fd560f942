"""Laws of typed trends."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from generator.claims.trends import Change, parse_trend, trend_agrees
from generator.data.catalog import UnitKind


@given(st.integers(1, 10**6), st.integers(1, 10**6))
def test_words_and_signs_say_the_same(first: int, last: int) -> None:
    moved = Change(first=Decimal(first), last=Decimal(last), decimals=0, unit_kind=UnitKind.COUNT)
    size = abs(last - first)
    told = {
        text: parse_trend(text.format(size))
        for text in ("{} more", "+{}", "rose by {}", "{} less", "−{}", "fell by {}")
    }
    ways = [typed is not None and trend_agrees(typed, moved) for typed in told.values()]
    up, down = last > first, last < first
    expected = [up, up, up, down, down, down] if size else [False] * 6
    assert ways == expected


@given(st.decimals("0.5", "1000000", places=2), st.decimals("0.5", "1000000", places=2))
def test_one_direction_agrees_and_not_the_other(first: Decimal, last: Decimal) -> None:
    moved = Change(first=first, last=last, decimals=2, unit_kind=UnitKind.COUNT)
    rose, fell = parse_trend("rose"), parse_trend("fell")
    assert rose
    assert fell
    assert (trend_agrees(rose, moved), trend_agrees(fell, moved)) == (last > first, last < first)
