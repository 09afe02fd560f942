"""Numbers are written as Babel writes them."""

from decimal import Decimal

from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from generator.claims.agreement import agrees
from generator.claims.figures import parse_figure
from generator.formatting import as_written, format_amount, format_number

LOCALES = st.sampled_from(("en", "de", "fr", "kk", "tr", "ru", "es", "sv", "de_CH", "hi", "zh"))
NUMBERS = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**15), max_value=10**15, places=6)


@given(NUMBERS, st.integers(0, 4), LOCALES)
def test_a_number_is_what_babel_writes(number: Decimal, decimals: int, locale: str) -> None:
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    expected = format_decimal(number, format=pattern, locale=locale).lstrip("-")
    assert format_number(number, decimals, locale).lstrip("−") == expected


SMALL = st.decimals(min_value=Decimal("-0.01"), max_value=Decimal("0.01"), places=9)
STYLES = st.sampled_from(("prose", "exact", "table", "label", "axis"))


@given(SMALL.filter(bool), st.integers(0, 3), STYLES)
def test_no_value_but_nil_is_written_as_nil(value: Decimal, decimals: int, style: str) -> None:
    text = format_amount(value, kind="count", symbol="", decimals=decimals, style=style)
    assert any(digit in "123456789" for digit in text)


@given(SMALL, st.integers(0, 3), STYLES)
def test_what_is_written_can_be_bound(value: Decimal, decimals: int, style: str) -> None:
    typed = parse_figure(format_amount(value, kind="count", symbol="", decimals=decimals, style=style))
    assert typed
    assert agrees(typed, value)


@given(SMALL, st.integers(0, 3))
def test_a_value_is_rounded_as_it_is_written(value: Decimal, decimals: int) -> None:
    text = format_amount(value, kind="count", symbol="", decimals=decimals, style="table")
    assert Decimal(text.replace("−", "-")) == as_written(value, decimals)
