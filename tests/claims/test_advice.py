"""What to write instead of a claim that does not agree."""

from decimal import Decimal

import pytest

from generator.claims.advice import advice, how_to_write, rewritten
from generator.claims.figures import parse_figure
from tests.claims.literals import change


def test_advice_names_the_ratio_and_words_that_agree() -> None:
    assert advice(change("100", "213"), "rose") == "The last is 2.13 times the first: write rose or more than doubled"
    assert advice(change("100", "130"), "rose").endswith("write rose, or an amount that agrees")
    assert advice(change("-1", "3"), "rose") == "Write rose, or an amount that agrees"
    assert "[37 % more]" in how_to_write("by 37 %")
    assert how_to_write("was").startswith("Use a verb")


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
