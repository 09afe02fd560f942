"""Percentiles where a line for each country would be a thicket."""

import json
from decimal import Decimal
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from generator.charts.request import ChartKind, ChartRequest
from generator.charts.trend.percentiles import _cuts, plan_spread
from generator.charts.trend.plan import plan_trend
from tests.data.test_data_lists import real


def request(indicator: str) -> ChartRequest:
    return ChartRequest(kind=ChartKind.TREND, indicator=indicator, country="")


def test_a_world_of_lines_becomes_five_percentiles() -> None:
    chart = plan_trend(request("life_expectancy"), real(), chart_id="c", peers=real().profiles, lead=True)
    assert chart is not None
    assert [row.header for row in chart.table.rows] == ["90th percentile", "75th", "Median", "25th", "10th percentile"]
    assert [row.highlight for row in chart.table.rows] == [False, False, True, False, False]
    year = int(chart.table.columns[-1])
    median = real().median("life_expectancy", year)
    assert median is not None
    assert Decimal(chart.table.rows[2].cells[-1].split()[0]) == round(Decimal(repr(median)), 1)
    assert [d.width for d in chart.drawings] == [340, 640]
    assert "percentile" in chart.note


def test_totals_show_the_largest_alone() -> None:
    chart = plan_trend(request("population"), real(), chart_id="c", peers=real().profiles, lead=False)
    assert chart is not None
    assert {row.header for row in chart.table.rows} == {"India", "China", "United States", "Indonesia", "Pakistan"}
    assert chart.note.startswith("The five largest alone.")


def test_few_years_make_no_spread() -> None:
    found = {"KAZ": ((2000, 1.0),), "KGZ": ((2000, 2.0),)}
    assert plan_spread(request("life_expectancy"), real(), found, chart_id="c", lead=False, zero=True) is None


@given(st.lists(st.lists(st.floats(-1e9, 1e9), min_size=2, max_size=2), min_size=3, max_size=40))
def test_percentiles_never_cross(series: list[list[float]]) -> None:
    found = {str(n): tuple((2000 + y, v) for y, v in enumerate(values)) for n, values in enumerate(series)}
    for cuts in _cuts(found).values():
        assert all(b >= a - 1e-9 * abs(a) for a, b in pairwise(cuts))  # floats interpolate to the last digit but one
        json.dumps(cuts, allow_nan=False)
