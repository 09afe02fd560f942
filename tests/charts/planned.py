"""A chart planned from literals."""

from generator.charts.chart import Chart
from generator.charts.plan import plan_chart
from generator.charts.request import ChartKind, ChartRequest
from tests.datasets import CODES, dataset


def chart(kind: ChartKind, values: dict[str, dict[str, dict[int, str]]], **options: tuple[object, ...]) -> Chart | None:
    request = ChartRequest(kind=kind, indicator="one", country="AAA", compare=CODES[1:3], **options)  # type: ignore[arg-type]
    return plan_chart(request, dataset(values), chart_id="chart")
