"""Slopes, strips and stacked shares, planned and drawn from literals."""

import re
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from generator.charts.chart import Chart
from generator.charts.plan import plan_chart, why_not
from generator.charts.request import ChartKind, ChartRequest
from generator.charts.slope.draw import Pair, draw_slope
from generator.charts.stacked.draw import Bar, draw_stacked
from generator.charts.strip.draw import Spread, draw_strip
from generator.charts.svg.compact import compact
from generator.charts.svg.render import render_svg
from generator.data.catalog import UnitKind
from generator.formatting import format_amount
from tests.charts.literals import CODES, dataset

amounts = st.floats(0.01, 1e9, allow_nan=False)


def chart(kind: ChartKind, values: dict[str, dict[str, dict[int, str]]], **options: tuple[object, ...]) -> Chart | None:
    request = ChartRequest(kind=kind, indicator="one", country="AAA", compare=CODES[1:3], **options)  # type: ignore[arg-type]
    return plan_chart(request, dataset(values), chart_id="chart")


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


def test_a_strip_names_country_median_and_extremes() -> None:
    values = {"one": {code: {2020: str(at + 1)} for at, code in enumerate(CODES)}}
    drawn = chart(ChartKind.STRIP, values)
    assert drawn is not None
    assert drawn.description == (
        "12 countries in 2020, from Name AAA (1.0) to Name ALA (12.0), median 6.5. "
        "Name AAA: 1.0; 0 are lower or equal, 11 higher or equal."
    )
    texts = re.findall(r"<text[^>]*>([^<]+)</text>", render_svg(drawn.drawings[0].spec))
    assert sorted(texts) == ["Name AAA 1.0", "Name AAA 1.0", "Name ALA 12.0", "median 6.5"]


def test_a_strip_says_when_its_steps_are_factors() -> None:
    near = {"one": {code: {2020: str(at + 1)} for at, code in enumerate(CODES)}}
    far = {"one": {code: {2020: str(3**at)} for at, code in enumerate(CODES)}}
    plain, factors = chart(ChartKind.STRIP, near), chart(ChartKind.STRIP, far)
    assert plain is not None
    assert factors is not None
    assert plain.subtitle == "units, 2020, one tick per country"
    assert factors.subtitle.endswith("equal steps are equal factors")


def test_a_strip_of_few_countries_is_none() -> None:
    assert chart(ChartKind.STRIP, {"one": {"AAA": {2020: "1"}, "ABA": {2020: "2"}}}) is None


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


def test_what_must_not_be_compared_is_refused_with_the_reason() -> None:
    held = dataset({"one": {"AAA": {2020: "1"}}}, comparable=False)
    request = ChartRequest(kind=ChartKind.STRIP, indicator="one", country="AAA")
    assert plan_chart(request, held, chart_id="chart") is None
    assert why_not(request, held) == "'one' must not be compared between countries: counted by different rules"


def test_labels_abbreviate_from_a_million_and_keep_the_indicators_decimals() -> None:
    def label(text: str, kind: UnitKind, symbol: str) -> str:
        return format_amount(Decimal(text), kind=kind.value, symbol=symbol, decimals=1, style="label")

    assert label("20592571", UnitKind.COUNT, "people") == "20.6M"
    assert label("9646.25", UnitKind.COUNT, "people") == "9,646.2"
    assert label("-1.25", UnitKind.PERCENT, "%") == "−1.2%"
    assert label("-1250000000", UnitKind.CURRENCY, "$") == "−$1.25B"


@given(st.lists(st.tuples(amounts, amounts), min_size=1, max_size=6))
@settings(max_examples=10, deadline=None)
def test_any_pairs_make_one_valid_slope(pairs: list[tuple[float, float]]) -> None:
    rows = [Pair(name=f"N{n}", values=v, texts=("a", "b"), own=not n) for n, v in enumerate(pairs)]
    check(draw_slope(rows, (2000, 2020), width=340))


def test_long_names_leave_room_for_the_lines_of_a_slope() -> None:
    names = ("Own", "Saint Vincent and the Grenadines")
    rows = [Pair(name=name, values=(1, 2), texts=("$1,000", "$2,000"), own=name == "Own") for name in names]
    svg = render_svg(draw_slope(rows, (2000, 2020), width=340))
    assert ">Own $2,000<" in svg
    assert ">Saint Vincent and the Grenadines<" in svg


@given(st.lists(amounts, min_size=1, max_size=40), st.booleans())
@settings(max_examples=10, deadline=None)
def test_any_values_make_one_valid_strip(values: list[float], log: bool) -> None:
    spread = Spread(
        values=tuple(values),
        own=values[0],
        own_label="own",
        median=values[0],
        median_label="m",
        low_label="l",
        high_label="h",
        log=log,
    )
    check(draw_strip(spread, width=340))


@given(st.lists(st.floats(0, 25, allow_nan=False), min_size=2, max_size=4))
@settings(max_examples=10, deadline=None)
def test_any_shares_make_one_valid_stack(parts: list[float]) -> None:
    bar = Bar(name="N", parts=tuple(parts), rest=100 - sum(parts), own=True)
    check(draw_stacked([bar], [(f"P{n}", "1%") for n in range(len(parts) + 1)], width=340))


def check(spec: str) -> None:
    svg = render_svg(spec)
    root = etree.fromstring(svg.encode())
    assert root.get("viewBox", "").startswith("0 0 340 ")
    assert "NaN" not in svg
    assert svg == render_svg(spec)


def test_lines_of_one_look_become_one_path_and_shared_attributes_stand_once() -> None:
    text = (
        '<svg xmlns="http://www.w3.org/2000/svg"><g><line transform="translate(1,2)" y2="4" stroke="a"/>'
        '<line transform="translate(3,2)" x2="5" stroke="a"/></g>'
        '<g><text transform="translate(7,0)" fill="b" font-size="9">x</text><text fill="b" font-size="9">y</text></g></svg>'
    )
    root = etree.fromstring(text.encode())
    compact(root)
    assert etree.tostring(root, encoding="unicode") == (
        '<svg xmlns="http://www.w3.org/2000/svg" font-size="9"><g><path stroke="a" d="M1,2v4m2-4h5"/></g>'
        '<g fill="b"><text x="7">x</text><text>y</text></g></svg>'
    )
