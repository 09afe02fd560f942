"""Datasets of a trend: one for each layer of its template, and runs that know their line."""

import json

from hypothesis import given
from hypothesis import strategies as st

from generator.charts.specs import fill_template
from generator.charts.trend.datasets import DOTS, LINES, MARKS, WORDS, TrendData, run_name, series_of


def test_the_template_has_a_layer_for_each_dataset() -> None:
    rows: dict[str, list[dict[str, object]]] = {
        name: [{"x": 2000, "y": 1, "text": "a", "run": "a0", "high": 2}] for name in TrendData
    }
    spec = json.loads(fill_template("trend", rows, frame={}, scales={}))
    assert [layer["data"]["name"] for layer in spec["layer"]] == list(TrendData)


def test_each_dataset_is_of_lines_words_dots_or_marks() -> None:
    assert sorted((*LINES, *WORDS, *DOTS, *MARKS)) == sorted(TrendData)


@given(st.text().filter(lambda name: not name[-1:].isdigit()), st.integers(0, 99))
def test_a_run_knows_its_line(name: str, number: int) -> None:
    assert series_of(run_name(name, number)) == name
