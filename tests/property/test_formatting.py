"""Numbers are written as Babel writes them."""

from decimal import Decimal

from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from generator.formatting import format_number

LOCALES = st.sampled_from(("en", "de", "fr", "kk", "tr", "ru", "es", "sv", "de_CH", "hi", "zh"))
NUMBERS = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**15), max_value=10**15, places=6)


@given(NUMBERS, st.integers(0, 4), LOCALES)
def test_a_number_is_what_babel_writes(number: Decimal, decimals: int, locale: str) -> None:
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    expected = format_decimal(number, format=pattern, locale=locale).lstrip("-")
    assert format_number(number, decimals, locale).lstrip("−") == expected
