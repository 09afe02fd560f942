"""What no chart can show is refused with the reason."""

from generator.charts.plan import plan_chart, why_not
from generator.charts.request import ChartKind, ChartRequest
from tests.datasets import dataset


def test_what_must_not_be_compared_is_refused_with_the_reason() -> None:
    held = dataset({"one": {"AAA": {2020: "1"}}}, comparable=False)
    request = ChartRequest(kind=ChartKind.STRIP, indicator="one", country="AAA")
    assert plan_chart(request, held, chart_id="chart") is None
    assert why_not(request, held) == "'one' must not be compared between countries: counted by different rules"
