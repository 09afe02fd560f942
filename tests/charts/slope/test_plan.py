"""Slopes as planned: which years, which countries, in which words."""

from generator.charts.request import ChartKind
from tests.charts.planned import chart


def test_a_slope_of_one_flat_line_alone_is_none() -> None:
    own = {2000: "1.0", 2020: "1.0"}
    assert chart(ChartKind.SLOPE, {"one": {"AAA": own}}) is None
    assert chart(ChartKind.SLOPE, {"one": {"AAA": own, "ABA": {2000: "2", 2020: "3"}}}) is not None
    assert chart(ChartKind.SLOPE, {"one": {"AAA": {**own, 2020: "1.2"}}}) is not None


def test_a_slope_runs_between_the_first_figure_since_2000_and_the_latest() -> None:
    own = {1999: "9", 2001: "10.0", 2010: "11", 2020: "12.5"}
    drawn = chart(ChartKind.SLOPE, {"one": {"AAA": own, "ABA": {2001: "3", 2020: "2"}, "ACA": {2020: "1"}}})
    assert drawn is not None
    assert [(row.header, row.cells) for row in drawn.table.rows] == [
        ("Name AAA", ("10.0", "12.5")),
        ("Name ABA", ("3.0", "2.0")),
    ]
    assert drawn.subtitle == "units, 2001 and 2020"
    assert drawn.note == "Name ACA has no figure for both years or is out of scale."
    assert drawn.description == ("Title of one in Name AAA: 10.0 in 2001, 12.5 in 2020, up. Name ABA from 3.0 to 2.0.")


def test_a_slope_needs_both_years_of_the_country() -> None:
    values = {"one": {"AAA": {2001: "1", 2010: "2"}, "ABA": {2001: "1", 2020: "2"}}}
    assert chart(ChartKind.SLOPE, values, years=(2001, 2020)) is None
    assert chart(ChartKind.SLOPE, {"one": {"AAA": {2019: "1"}}}) is None
