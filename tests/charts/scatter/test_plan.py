"""Scatters as planned: every country by two indicators."""

import json
import re

from generator.charts.chart import Chart
from generator.charts.direct.draw import draw_direct
from generator.charts.scatter.plan import plan_scatter
from generator.charts.svg.render import render_svg
from tests.datasets import CODES, dataset

BOTH = {
    "one": {code: {2020: str(10 * at)} for at, code in enumerate(CODES)},
    "two": {code: {2020: str(5 * at % 37)} for at, code in enumerate(CODES)},
}


def planned(values: dict[str, dict[str, dict[int, str]]], country: str = "", *, lead: bool = False) -> Chart | None:
    return plan_scatter("one", "two", dataset(values), country=country, chart_id="scatter", lead=lead)


def test_the_country_of_the_page_is_marked_and_said() -> None:
    chart = planned(BOTH, "ACA")
    assert chart is not None
    assert re.fullmatch(r"Name ACA: \d+(st|nd|rd|th) in .+, \d+(st|nd|rd|th) in .+", chart.title)
    assert chart.description.startswith("12 countries by ")
    assert chart.description.endswith("Name ACA: 20.0 and 10.0.")
    assert [row.header for row in chart.table.rows if row.highlight] == ["Name ACA"]
    rows = json.loads(chart.drawings[0].spec)["datasets"]
    assert (len(rows["others"]), rows["own"]) == (11, [{"x": 20.0, "y": 10.0}])
    assert [row["text"] for row in (*rows["own_right"], *rows["own_left"])] == ["Name ACA"]
    assert {(figures.indicator, len(figures.countries)) for figures in chart.figures} == {("one", 12), ("two", 12)}


def test_without_a_country_the_ends_are_named_and_a_wide_drawing_leads() -> None:
    chart = planned(BOTH, lead=True)
    assert chart is not None
    assert len(chart.drawings) == 2
    named = [row.header for row in chart.table.rows]
    assert named[0] == f"Name {CODES[-1]}"
    assert len(named) == len(set(named))
    rows = json.loads(chart.drawings[1].spec)["datasets"]
    assert {row["text"] for row in (*rows["right"], *rows["left"])} <= set(named)


def test_it_is_drawn_without_vega_and_the_same() -> None:
    for country in ("", "ACA"):
        chart = planned(BOTH, country)
        assert chart is not None
        assert draw_direct(chart.drawings[0].spec) == render_svg(chart.drawings[0].spec)


def test_names_lie_on_no_other_name_and_hide_few_dots() -> None:
    near = {name: {code: {2020: str(50 + at / 100)} for at, code in enumerate(CODES)} for name in ("one", "two")}
    chart = planned(near, lead=True)
    assert chart is not None
    rows = json.loads(chart.drawings[0].spec)["datasets"]
    assert len(rows["right"]) + len(rows["left"]) <= 2


def test_there_is_none_where_too_little_is_known() -> None:
    assert planned({**BOTH, "two": {code: {2020: "1"} for code in CODES[:5]}}) is None
    assert planned({**BOTH, "two": {code: {2019: "1"} for code in CODES}}) is None
    few = {name: dict(list(rows.items())[:10]) for name, rows in BOTH.items()}
    assert planned(few, CODES[-1]) is None
    assert planned(few) is not None
    apart = {"one": dict(list(BOTH["one"].items())[:10]), "two": dict(list(BOTH["two"].items())[2:])}
    assert planned(apart) is None


def test_values_that_never_vary_have_no_correlation() -> None:
    chart = planned({**BOTH, "two": {code: {2020: "7"} for code in CODES}})
    assert chart is not None
    assert chart.description.endswith("correlation ...")
