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


def test_a_forecast_is_dashed_from_the_latest_figure_on_and_told_apart() -> None:
    spark = plan_spark(((2000, 1.0), (2001, 3.0)), indicator=won(), later=((2002, 5.0), (2010, 9.0)))
    assert spark.end == spark.ahead[0] == spark.runs[-1][-1]
    assert spark.end[0] < spark.ahead[-1][0] == 100
    assert spark.ahead_path.startswith("M")
    assert spark.label.endswith("; forecast to reach 9\N{NO-BREAK SPACE}medals in 2010")
    assert spark.last_year == "2010"


def test_without_a_forecast_nothing_is_dashed() -> None:
    assert plan_spark(((2000, 1.0), (2001, 3.0)), indicator=won()).ahead_path == ""
