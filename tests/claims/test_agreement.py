from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.claims.advice import rewritten
from generator.claims.agreement import agrees, fits, rounding
from generator.claims.figures import Typed, parse_figure
from generator.formatting import format_amount

AGREE = [
    ("20.3 million", "20330104"),
    ("979,781", "979781"),
    ("about 8.5 million", "8515000"),
    ("around 8,500,000", "8515000"),
    ("more than 20 million", "20330104"),
    ("nearly 21 million", "20592571"),
    ("91.7 %", "91.7"),
    ("91.7%", "91.74"),
    ("10 per cent", "10.4"),
    ("$1.2 bn", "1150000000"),
    ("1,142", "1142"),
    ("-3.4", "-3.4"),
    ("−3.4", "-3.44"),
    ("122nd", "122"),
    ("fifth", "5"),
    ("three", "3"),
    ("none", "0"),
    ("one fifth", "21"),
    ("two thirds of the people", "66"),
]
DISAGREE = [
    ("20.4 million", "20330104"),
    ("8,500,000", "8515000"),
    ("about 8.4 million", "8515000"),
    ("more than 21 million", "20330104"),
    ("more than 20.3 million", "20300000"),
    ("nearly 20 million", "20592571"),
    ("20.3 billion", "20330104"),
    ("91.6 %", "91.7"),
    ("3.4", "-3.4"),
    ("one fifth", "23"),
    ("four", "3"),
]
UNREADABLE = ["", "many", "12,34", "1,23,456", "1.2.3", "about", "%", "twelveish"]


@pytest.mark.parametrize(("text", "value"), AGREE)
def test_agrees(text: str, value: str) -> None:
    typed = parse_figure(text)
    assert typed is not None
    assert agrees(typed, Decimal(value))


@pytest.mark.parametrize(("text", "value"), DISAGREE)
def test_disagrees(text: str, value: str) -> None:
    typed = parse_figure(text)
    assert typed is not None
    assert not agrees(typed, Decimal(value))


@pytest.mark.parametrize("text", UNREADABLE)
def test_unreadable(text: str) -> None:
    assert parse_figure(text) is None


@pytest.mark.parametrize(
    ("text", "kind", "fault"),
    [
        ("5 %", "count", "percent"),
        ("5 %", "share", ""),
        ("one fifth", "count", "fraction"),
        ("half", "percent", ""),
        ("$5", "count", "currency"),
        ("$5", "currency", ""),
        ("5", "index", ""),
    ],
)
def test_marks_must_fit_the_unit(text: str, kind: str, fault: str) -> None:
    typed = parse_figure(text)
    assert typed is not None
    assert fault in fits(typed, kind)
    assert bool(fits(typed, kind)) == bool(fault)


@pytest.mark.parametrize(
    ("text", "value", "remedy"),
    [
        ("20.4 million", "20330104", "20.3 million"),
        ("about 8,400,000 guests", "8515000", "about 8,500,000 guests"),
        ("$1.3 bn", "1150000000", "$1.2 bn"),
        ("3.4", "-3.4", "−3.4"),
        ("8,500,000", "8515000", "8,515,000"),
        ("121st", "122", ""),
        ("half", "40", ""),
        ("more than 9 million", "8515000", ""),
    ],
)
def test_the_remedy_is_rounded_as_the_author_rounded(text: str, value: str, remedy: str) -> None:
    typed = parse_figure(text)
    assert typed is not None
    assert rewritten(text, typed, Decimal(value)) == remedy


def test_the_rounding_is_said_in_words() -> None:
    assert (
        rounding(parse_figure("20.4 million") or Typed(value=Decimal(0), unit=Decimal(1))) == "to the nearest 100,000"
    )
    assert "2.5 points" in rounding(parse_figure("half") or Typed(value=Decimal(0), unit=Decimal(1)))


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
    typed = parse_figure(format_amount(wrong, kind=kind, symbol=symbol, decimals=decimals, style="exact"))
    assert typed is not None
    assert not agrees(typed, value)


@given(st.text())
def test_reading_never_fails(text: str) -> None:
    parse_figure(text)
