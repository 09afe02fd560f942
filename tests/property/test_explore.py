"""Every point of an explorable trend can be read."""

from hypothesis import given
from hypothesis import strategies as st

from generator.charts.plan import plan_chart
from generator.charts.request import ChartKind, ChartRequest
from tests.charts.planned import lines_told, told_points
from tests.datasets import dataset


@given(st.lists(st.tuples(st.integers(1990, 2020), st.integers(1, 10**6)), min_size=2, unique_by=lambda p: p[0]))
def test_every_point_of_a_line_is_told(points: list[tuple[int, int]]) -> None:
    values = {"AAA": {year: str(value) for year, value in points}}
    wanted = ChartRequest(kind=ChartKind.TREND, indicator="one", country="AAA")
    planned = plan_chart(wanted, dataset({"one": values}), chart_id="c")
    assert planned is not None
    own = next(line for line in lines_told(planned, str) if line["of"] == "own")
    assert told_points(own) == [(year, float(f"{value:.6g}"), str(float(value))) for year, value in sorted(points)]
