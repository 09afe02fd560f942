"""Laws of agreement: what we format agrees, what differs does not, and nothing fails."""

from decimal import Decimal

from hypothesis import assume, example, given
from hypothesis import strategies as st

from generator.claims.advice import rewritten
from generator.claims.agreement import agrees
from generator.claims.figures import parse_figure
from generator.formatting import format_amount


@given(st.integers(1, 10**10), st.integers(1, 10**10), st.sampled_from(["", "about ", "nearly "]))
def test_a_remedy_always_agrees(wrong: int, value: int, hedge: str) -> None:
    text = f"{hedge}{wrong:,}"
    typed = parse_figure(text)
    assert typed is not None
    own = parse_figure(rewritten(text, typed, Decimal(value)))
    assert own is None or agrees(own, Decimal(value))


UNITS = [
    ("count", ""),
    ("count", "people"),
    ("currency", "$"),
    ("percent", "%"),
    ("share", "% of GDP"),
    ("index", "points"),
    ("rate", "per 1,000 people"),
    ("years", "years"),
]


VALUES = st.decimals(-(10**13), 10**13, places=4) | st.decimals(-1000, 1000, places=4)


@given(VALUES, st.sampled_from(UNITS), st.integers(0, 4), st.sampled_from(["prose", "exact", "table"]))
@example(Decimal("999499.5"), ("count", "people"), 0, "prose")
@example(Decimal("-0.00004"), ("currency", "$"), 4, "exact")
def test_what_we_format_agrees_when_typed_back(
    value: Decimal, unit: tuple[str, str], decimals: int, style: str
) -> None:
    kind, symbol = unit
    text = format_amount(value, kind=kind, symbol=symbol, decimals=decimals, style=style)
    typed = parse_figure(text)
    assert typed is not None
    assert agrees(typed, value), text


@given(VALUES, st.integers(0, 4), st.sampled_from([-2, 2]), st.sampled_from(UNITS))
def test_the_last_digit_changed_by_two_disagrees(
    value: Decimal, decimals: int, change: int, unit: tuple[str, str]
) -> None:
    kind, symbol = unit
    wrong = value + change * Decimal(10) ** -decimals
    assume(wrong)  # zero is written without decimals, and as true of what rounds to it
    typed = parse_figure(format_amount(wrong, kind=kind, symbol=symbol, decimals=decimals, style="exact"))
    assert typed is not None
    assert not agrees(typed, value)


@given(st.text())
def test_reading_never_fails(text: str) -> None:
    parse_figure(text)
