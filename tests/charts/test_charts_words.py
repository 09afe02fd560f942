"""Words beside charts: what stands after the number one, and that a median never flattens a country's own line."""

from dataclasses import replace
from decimal import Decimal

import pytest

from generator.charts.describe import amount
from generator.charts.sparkline import plan_spark
from generator.charts.trends import OUT_OF_SCALE, _in_scale
from generator.data.catalog import Indicator, Unit, UnitKind
from tests.charts.literals import dataset

MEDALS = Unit(kind=UnitKind.COUNT, symbol="medals", one="medal")


def won() -> Indicator:
    held = dataset({}).indicator("one")
    return replace(held, short_title="Medals", unit=MEDALS, decimals=0)


def test_one_is_singular_in_the_words_of_a_sparkline() -> None:
    label = plan_spark(((1994, 1.0), (2018, 3.0)), indicator=won()).label
    assert label == "From 1\N{NO-BREAK SPACE}medal in 1994"


@pytest.mark.parametrize(("value", "text"), [("1", "1 medal"), ("0", "0 medals"), ("11", "11 medals")])
def test_only_one_is_singular(value: str, text: str) -> None:
    assert amount(won(), Decimal(value), "exact") == text


def test_a_unit_without_a_singular_keeps_its_symbol() -> None:
    assert Unit(kind=UnitKind.COUNT, symbol="people").after(Decimal(1)) == "people"


def test_a_median_far_above_the_own_line_is_left_out() -> None:
    own = ((2000, 10.0), (2001, 12.0))
    near, far = ((2000, 12 * OUT_OF_SCALE),), ((2000, 12 * OUT_OF_SCALE + 1),)
    assert _in_scale(near, own) == near
    assert _in_scale(far, own) == ()
    assert _in_scale((), own) == ()
