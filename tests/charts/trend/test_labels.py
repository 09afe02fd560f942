"""Names at the ends of a trend's lines."""

import json

from generator.charts.trend.draw import Line, draw_trend


def labels(name: str, width: int, last: int = 2020) -> list[str]:
    lines = [
        Line(name=name, points=((2000, 1.0), (last, 2.0))),
        Line(name="Other", points=((2000, 1.0), (2020, 3.0)), own=True),
    ]
    spec = json.loads(draw_trend(lines, (), width=width, height=230, zero=True))
    return [row["text"] for row in spec["datasets"]["labels"]]


def test_a_long_name_takes_two_lines_in_a_narrow_chart_only() -> None:
    assert labels("São Tomé and Príncipe", 340) == ["São Tomé", "and Príncipe"]
    assert labels("São Tomé and Príncipe", 640) == ["São Tomé and Príncipe"]
    assert labels("Chad", 340) == ["Chad"]
    assert labels("Liechtensteinerland", 340) == ["Liechtensteinerland"]
    assert labels("Turkmenistan", 340, 2010) == ["Turkmenistan", "2010"]
