"""A trend with forecasts: dashed from the last figure on, and named as forecasts.

They are no figure in any comparison.
"""

import json
from typing import Any

import pytest

from generator.charts.chart import Chart
from generator.charts.direct.draw import draw_direct
from generator.charts.plan import plan_chart, why_not
from generator.charts.request import ChartKind, ChartRequest
from generator.charts.svg.render import render_svg
from generator.charts.trend.forecasts import forecast_runs, forecasts_of, observed
from tests.charts.planned import chart, lines_told, told_points
from tests.datasets import CODES, dataset

OWN, PEER = CODES[:2]
VALUES = {
    "one": {
        OWN: {2000: "10", 2001: "12", 2002: "11", 2003: "14 F", 2005: "20 F"},
        PEER: {2000: "8", 2001: "9", 2002: "30 F"},
    }
}
ALL = ((2000, 10.0), (2001, 12.0), (2002, 11.0), (2003, 14.0), (2005, 20.0))


def trend(**options: Any) -> Chart:  # noqa: ANN401 - options of a request
    found = chart(ChartKind.TREND, VALUES, **options)
    assert found
    return found


def rows(found: Chart, name: str) -> list[tuple[int, float]]:
    return [(row["x"], row["y"]) for row in json.loads(found.drawings[0].spec)["datasets"].get(name, [])]


def test_a_line_ends_with_its_last_figure_and_goes_on_dashed() -> None:
    assert rows(trend(), "own") == [*ALL[:3]]
    assert rows(trend(), "own_ahead") == [*ALL[2:]]
    assert rows(trend(), "end") == [ALL[2]]
    assert rows(trend(), "ahead") == [(2001, 9.0), (2002, 30.0)]


def test_names_stand_where_the_forecasts_end() -> None:
    year, height = rows(trend(), "name")[0]
    assert year == 2005
    assert abs(height - 20) <= 3


def test_dashes_are_in_the_drawing_and_the_same_by_way_of_vega() -> None:
    spec = trend().drawings[0].spec
    assert render_svg(spec).count("stroke-dasharray") == 2
    assert draw_direct(spec) == render_svg(spec)


def test_the_description_tells_figures_first_and_the_forecast_apart() -> None:
    told = trend().description
    assert told.startswith(
        "Title of one in Name AAA: 10.0\N{NO-BREAK SPACE}units in 2000, 11.0\N{NO-BREAK SPACE}units in 2002, up 10%."
    )
    assert told.endswith("Name AAA is forecast to reach 20.0\N{NO-BREAK SPACE}units in 2005.")
    assert "higher" not in told


def test_subtitle_note_and_table_mark_what_is_a_forecast() -> None:
    found = trend()
    assert found.subtitle == "units, 2000–2002, forecasts to 2005"
    assert "Dashed: forecasts." in found.note
    cells = {row.header: row.cells for row in found.table.rows}
    assert cells["Name AAA"] == ("10.0", "12.0", "11.0", "20.0 (forecast)")


def test_the_figures_for_download_hold_the_forecasts() -> None:
    assert [(d.first, d.last) for d in trend().figures] == [(2000, 2005)]


def test_a_reader_who_explores_is_told_that_it_is_a_forecast() -> None:
    lines = lines_told(trend(), lambda value: f"{value:g} units")
    ahead = next(line for line in lines if line["of"] == "own_ahead")
    assert ahead["name"] == "Name AAA"
    assert [text for _x, _y, text in told_points(ahead)] == ["", "14 units (forecast)", "20 units (forecast)"]
    own = next(line for line in lines if line["of"] == "own")
    assert (own["y"], "text" in own) == ([10, 12, 11], False)  # the browser writes the same


def test_without_forecasts_nothing_is_dashed_or_said() -> None:
    found = trend(years=(2000, 2001))
    assert "ahead" not in found.drawings[0].spec.split('"layer"')[0]
    assert "orecast" not in found.description + found.note + found.subtitle


def test_a_country_that_has_forecasts_alone_has_no_line() -> None:
    values = {"one": {OWN: {2000: "1", 2001: "2"}, PEER: {2000: "3 F", 2001: "4 F"}}}
    found = chart(ChartKind.TREND, values)
    assert found
    assert [row.header for row in found.table.rows] == ["Name AAA"]
    assert chart(ChartKind.TREND, {"one": {OWN: {2000: "3 F", 2001: "4 F"}}}) is None


def test_the_largest_are_those_with_the_largest_figures() -> None:
    values = {code: {2000: str(n), 2001: str(n + 1)} for n, code in enumerate(CODES)}
    values[CODES[0]] |= {2002: "900 F"}
    request = ChartRequest(kind=ChartKind.TREND, indicator="one", country="")
    found = plan_chart(request, dataset({"one": values}), chart_id="c")
    assert found
    named = {row["text"] for row in json.loads(found.drawings[0].spec)["datasets"]["labels"]}
    assert f"Name {CODES[0]}" not in named
    assert f"highest: Name {CODES[-1]}" in found.description


@pytest.mark.parametrize("kind", [ChartKind.RANKING, ChartKind.SLOPE, ChartKind.STRIP, ChartKind.STACKED])
def test_no_other_kind_of_chart_shows_a_forecast(kind: ChartKind) -> None:
    values = {code: {2000: "5", 2010: "9 F"} for code in CODES}
    request = ChartRequest(kind=kind, indicator="one", country=OWN, years=(2000, 2010), parts=("two",))
    held = dataset({"one": values, "two": values})
    assert plan_chart(request, held, chart_id="c") is None
    assert why_not(request, held) == "The figures of 2010 are forecasts, which a trend alone shows."


def test_a_forecast_between_figures_is_dashed_on_both_sides() -> None:
    held = dataset({"one": {OWN: {2000: "1", 2001: "2 F", 2002: "3", 2003: "4"}}})
    points = held.points("one", OWN)
    assert observed(held, "one", OWN, points) == ((2000, 1.0), (2002, 3.0), (2003, 4.0))
    assert forecasts_of(held, "one", OWN, points) == ((2001, 2.0),)
    assert forecast_runs(held, "one", OWN, points) == (((2000, 1.0), (2001, 2.0), (2002, 3.0)),)
