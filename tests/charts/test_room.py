"""Room for words: whatever the names, the plot keeps its part of the width and no two texts touch."""

import json
from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.charts.plan import plan_chart
from generator.charts.ranking.draw import RankingBar, draw_ranking
from generator.charts.request import ChartKind, ChartRequest
from generator.charts.room import PLOT, halve, shorten, text_width
from generator.charts.slope.draw import SlopeLine, draw_slope, slope_height
from generator.charts.stacked.draw import StackedBar, draw_stacked, stack_height
from generator.charts.svg.render import render_svg
from generator.charts.trend.draw import Line, draw_trend
from tests.charts.boxes import boxes_of
from tests.datasets import CODES, dataset

NAME = (
    st.integers(3, 60)
    .flatmap(lambda size: st.text("abcdefghijk -", min_size=size, max_size=size))
    .map(lambda text: text.replace("  ", " x").strip() or "abc")
)
NAMES = st.lists(NAME, min_size=2, max_size=6, unique=True)
FIGURE = st.floats(0, 1000).map(lambda value: round(value, 9))  # on a scale of 6e-218 nothing can be placed
VALUES = st.lists(FIGURE, min_size=12, max_size=12)


def check(spec: str, width: int, height: int, *, plot: bool = True) -> None:
    if plot:
        assert json.loads(spec)["width"] >= PLOT * width
    boxes = boxes_of(render_svg(spec))
    for _text, left, top, right, bottom in boxes:
        assert left >= -1, boxes
        assert top >= -1, boxes
        assert right <= width + 1, boxes
        assert bottom <= height + 1, boxes
    for one, other in combinations(boxes, 2):
        apart = one[3] <= other[1] + 1 or other[3] <= one[1] + 1 or one[4] <= other[2] + 1 or other[4] <= one[2] + 1
        assert apart, (one, other)


@settings(max_examples=30, deadline=None)
@given(NAMES, VALUES)
def test_a_slope_keeps_its_plot_beside_any_names(names: list[str], values: list[float]) -> None:
    pairs = [
        SlopeLine(name=n, values=(values[2 * at], values[2 * at + 1]), texts=("$1,000", "$2,000"), own=not at)
        for at, n in enumerate(names)
    ]
    check(draw_slope(pairs, (2000, 2020), width=340), 340, slope_height(pairs, 340))


@settings(max_examples=30, deadline=None)
@given(NAMES, VALUES)
def test_a_ranking_keeps_its_plot_beside_any_names(names: list[str], values: list[float]) -> None:
    rows = [RankingBar(name=n, value=values[at], text="$2,000 (2021)", own=not at) for at, n in enumerate(names)]
    check(draw_ranking(rows, width=340), 340, 24 * len(rows))


@settings(max_examples=30, deadline=None)
@given(NAMES, VALUES, st.sampled_from([(340, 230), (640, 300)]))
def test_a_trend_keeps_its_plot_beside_any_names(names: list[str], values: list[float], size: tuple[int, int]) -> None:
    lines = [
        Line(name=n, points=((2000, values[at]), (2020 - at, values[at + 1])), own=not at) for at, n in enumerate(names)
    ]
    spec = draw_trend(lines, (), width=size[0], height=size[1], zero=True)
    check(spec, *size)


@settings(max_examples=30, deadline=None)
@given(NAMES, st.lists(NAME, min_size=3, max_size=3))
def test_the_bars_of_shares_keep_their_frame_below_any_names(names: list[str], parts: list[str]) -> None:
    bars = [StackedBar(name=n, parts=(30, 30), rest=40, own=not at) for at, n in enumerate(names)]
    spec = draw_stacked(bars, [(part, "30 %") for part in parts], width=340)
    check(spec, 340, stack_height(len(bars)))


@settings(max_examples=30, deadline=None)
@given(
    st.lists(NAME, min_size=12, max_size=12, unique=True),
    st.lists(st.floats(0, 1e9), min_size=12, max_size=12),
    st.sampled_from(CODES),
)
def test_a_strip_keeps_its_frame_around_any_names(names: list[str], values: list[float], own: str) -> None:
    held = dataset({"one": {code: {2020: str(round(value, 3))} for code, value in zip(CODES, values, strict=True)}})
    named = {code: replace(held.countries[code], name=name) for code, name in zip(CODES, names, strict=True)}
    request = ChartRequest(kind=ChartKind.STRIP, indicator="one", country=own)
    found = plan_chart(request, replace(held, countries=named), chart_id="c")
    assert found
    check(found.drawings[0].spec, 340, found.drawings[0].height, plot=False)


@settings(max_examples=30, deadline=None)
@given(NAMES, VALUES, st.sampled_from([(340, 230), (640, 300)]))
def test_a_trend_with_forecasts_keeps_its_plot(names: list[str], values: list[float], size: tuple[int, int]) -> None:
    lines = [
        Line(
            name=n,
            points=((2000, values[at]), (2010, values[at + 1])),
            own=not at,
            ahead=(((2010, values[at + 1]), (2030 - 5 * at, values[at + 2])),) if at % 2 else (),
        )
        for at, n in enumerate(names)
    ]
    check(draw_trend(lines, (), width=size[0], height=size[1], zero=True), *size)


def test_the_check_of_room_finds_what_it_is_for() -> None:
    line = Line(name="Saint Vincent and the Grenadines", points=((2000, 1.0), (2020, 2.0)), own=True)
    spec = json.loads(draw_trend([line], (), width=340, height=230, zero=True))
    check(json.dumps(spec), 340, 230)
    (first,) = spec["datasets"]["name"][:1]
    wrong: dict[str, list[dict[str, object]]] = {
        "leaves the frame": [{**first, "text": f"{first['text']} and the Grenadines, of the Caribbean"}],
        "two texts touch": [first, {**first, "text": "Chad"}],
    }
    for rows in wrong.values():
        with pytest.raises(AssertionError):
            check(json.dumps({**spec, "datasets": {**spec["datasets"], "name": rows}}), 340, 230)
    with pytest.raises(AssertionError):
        check(json.dumps({**spec, "width": 130}), 340, 230)


def test_a_text_is_cut_only_where_it_does_not_fit() -> None:
    assert shorten("Chad", 100, end=" 4.2") == "Chad 4.2"
    assert shorten("Saint Vincent and the Grenadines", 100) == "Saint Vincent…"
    assert text_width(shorten("Saint Vincent and the Grenadines", 100, bold=True, end=" 4"), bold=True) <= 100


def test_a_text_is_halved_between_its_words() -> None:
    assert halve("Saint Vincent and the Grenadines 12.3") == ("Saint Vincent and", "the Grenadines 12.3")
    assert halve("Chad") == ("Chad",)
