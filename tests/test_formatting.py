"""Numbers and names in words."""

from decimal import Decimal

import pytest

from generator.data.catalog import UnitKind
from generator.formatting import format_amount, format_authors, format_number, format_size, tied


def test_a_rounded_nil_has_no_sign() -> None:
    assert [format_number(Decimal(text), 1) for text in ("-0.04", "-0.06", "-1234.5")] == ["0.0", "−0.1", "−1,234.5"]


def test_labels_abbreviate_from_a_million_and_keep_the_indicators_decimals() -> None:
    def label(text: str, kind: UnitKind, symbol: str) -> str:
        return format_amount(Decimal(text), kind=kind.value, symbol=symbol, decimals=1, style="label")

    assert label("20592571", UnitKind.COUNT, "people") == "20.6M"
    assert label("9646.25", UnitKind.COUNT, "people") == "9,646.2"
    assert label("-1.25", UnitKind.PERCENT, "%") == "−1.2%"
    assert label("-1250000000", UnitKind.CURRENCY, "$") == "−$1.25B"


@pytest.mark.parametrize(
    ("names", "text"),
    [
        (("A",), "A"),
        (("A", "B"), "A and B"),
        (("A", "B", "C"), "A, B, and C"),
        (("A", "B", "C", "D"), "A, B, C, and D"),
    ],
)
def test_authors_are_joined_as_citations_have_them(names: tuple[str, ...], text: str) -> None:
    assert format_authors(names) == text


def test_a_size_has_two_figures_and_a_unit() -> None:
    sizes = [format_size(size).replace("\u00a0", " ") for size in (0, 1_500, 340_123, 999_499, 999_999, 1_234_567)]
    assert sizes == ["1 kB", "1.5 kB", "340 kB", "1,000 kB", "1 MB", "1.2 MB"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("1.9 million visitors", "1.9\u00a0million visitors"),
        ("5 °C at 3 €", "5\u00a0°C at 3\u00a0€"),
        ("14 %", "14\u00a0%"),
        ("about\n$2.9\nbillion", "about\n$2.9\u00a0billion"),
        ("2nd of 4, 7 (2019)", "2nd of 4, 7 (2019)"),
    ],
)
def test_no_line_ends_between_a_number_and_the_word_after_it(text: str, shown: str) -> None:
    assert tied(text) == shown
