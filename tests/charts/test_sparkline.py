"""Sparklines in words."""

from dataclasses import replace

from generator.charts.sparkline import plan_spark
from generator.data.catalog import Indicator, Unit, UnitKind
from tests.datasets import dataset

MEDALS = Unit(kind=UnitKind.COUNT, symbol="medals", one="medal")


def won() -> Indicator:
    held = dataset({}).indicator("one")
    return replace(held, short_title="Medals", unit=MEDALS, decimals=0)


def test_one_is_singular_in_the_words_of_a_sparkline() -> None:
    label = plan_spark(((1994, 1.0), (2018, 3.0)), indicator=won()).label
    assert label == "From 1\N{NO-BREAK SPACE}medal in 1994"
