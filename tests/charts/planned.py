"""A chart planned from literals."""

import json
from collections.abc import Callable
from typing import Any

from generator.charts.chart import Chart
from generator.charts.plan import plan_chart
from generator.charts.request import ChartKind, ChartRequest
from generator.charts.trend.courses import Known
from generator.charts.trend.explore import explorable_chart
from tests.datasets import CODES, dataset


def chart(kind: ChartKind, values: dict[str, dict[str, dict[int, str]]], **options: tuple[object, ...]) -> Chart | None:
    request = ChartRequest(kind=kind, indicator="one", country="AAA", compare=CODES[1:3], **options)  # type: ignore[arg-type]
    return plan_chart(request, dataset(values), chart_id="chart")


def lines_told(chart: Chart, amount: Callable[[float], str]) -> list[dict[str, Any]]:
    """Return the lines of a chart to explore where no file has their figures."""
    about = Known(amount=amount, written={}, file="", figures=lambda _code: {}, codes={})
    lines: list[dict[str, Any]] = json.loads(explorable_chart(chart, about).text({}, {}))["lines"]
    return lines


def told_points(line: dict[str, Any]) -> list[tuple[int, float, str]]:
    """Return the points of a line to explore, as the reader's browser reads them."""
    years = line["x"] if isinstance(line["x"], list) else range(line["x"], line["x"] + len(line["y"]))
    before, after = line["words"]
    texts = ["" if text is None else before + text + after for text in line["text"]]
    return list(zip(years, line["y"], texts, strict=True))
