"""Percentiles where a line for each country would be a thicket."""

from decimal import Decimal

import pytest

from generator.charts.request import ChartKind, ChartRequest
from generator.charts.trend.percentiles import plan_spread
from generator.charts.trend.plan import plan_trend
from tests.world.data import world_data

pytestmark = pytest.mark.slow


def request(indicator: str) -> ChartRequest:
    return ChartRequest(kind=ChartKind.TREND, indicator=indicator, country="")


def test_a_world_of_lines_becomes_five_percentiles() -> None:
    chart = plan_trend(request("life_expectancy"), world_data(), chart_id="c", peers=world_data().profiles, lead=True)
    assert chart is not None
    assert [row.header for row in chart.table.rows] == ["90th percentile", "75th", "Median", "25th", "10th percentile"]
    assert [row.highlight for row in chart.table.rows] == [False, False, True, False, False]
    year = int(chart.table.columns[-1])
    median = world_data().median("life_expectancy", year)
    assert median is not None
    assert Decimal(chart.table.rows[2].cells[-1].split()[0]) == round(Decimal(repr(median)), 1)
    assert [d.width for d in chart.drawings] == [340, 640]
    assert "percentile" in chart.note


def test_totals_show_the_largest_alone() -> None:
    chart = plan_trend(request("population"), world_data(), chart_id="c", peers=world_data().profiles, lead=False)
    assert chart is not None
    assert {row.header for row in chart.table.rows} == {"India", "China", "United States", "Indonesia", "Pakistan"}
    assert chart.note.startswith("The five largest alone.")


def test_few_years_make_no_spread() -> None:
    found = {"KAZ": ((2000, 1.0),), "KGZ": ((2000, 2.0),)}
    assert plan_spread(request("life_expectancy"), world_data(), found, chart_id="c", lead=False, zero=True) is None
