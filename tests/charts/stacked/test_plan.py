"""Stacked shares as planned: parts and what they leave of the whole."""

import pytest

from generator.charts.plan import why_not
from generator.charts.request import ChartKind, ChartRequest
from tests.charts.planned import chart
from tests.datasets import dataset


def test_what_parts_leave_of_the_whole_is_shown_as_rest() -> None:
    values = {"one": {"AAA": {2020: "20"}, "ABA": {2020: "50"}}, "two": {"AAA": {2020: "70.5"}, "ABA": {2020: "50"}}}
    drawn = chart(ChartKind.STACKED, values, parts=("two",))
    assert drawn is not None
    assert drawn.table.columns == ("Country", "Short one", "Short two", "Rest")
    assert [row.cells for row in drawn.table.rows] == [("20.0%", "70.5%", "9.5%"), ("50.0%", "50.0%", "0.0%")]
    assert drawn.note == "Rest: what the parts named here leave of the whole. Name ACA has no figures to show here."


@pytest.mark.parametrize(("second", "drawn"), [("80.5", True), ("80.6", False)])
def test_parts_may_exceed_the_whole_by_rounding_only(second: str, *, drawn: bool) -> None:
    values = {"one": {"AAA": {2020: "20"}}, "two": {"AAA": {2020: second}}}
    assert bool(chart(ChartKind.STACKED, values, parts=("two",))) is drawn
    request = ChartRequest(kind=ChartKind.STACKED, indicator="one", country="AAA", parts=("two",))
    reason = why_not(request, dataset(values))
    assert ("100.6 in 2020" in reason) is not drawn
