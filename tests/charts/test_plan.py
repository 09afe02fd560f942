"""Charts by kind: what none can show is refused with the reason, and what all write alike."""

import json
from dataclasses import replace

import pytest

from generator.charts.plan import plan_chart, too_many, why_not
from generator.charts.request import ChartKind, ChartRequest
from tests.charts.planned import chart
from tests.datasets import CODES, dataset

KINDS = tuple(kind for kind in ChartKind if kind is not ChartKind.MAP)


def test_what_must_not_be_compared_is_refused_with_the_reason() -> None:
    held = dataset({"one": {"AAA": {2020: "1"}}}, comparable=False)
    request = ChartRequest(kind=ChartKind.STRIP, indicator="one", country="AAA")
    assert plan_chart(request, held, chart_id="chart") is None
    assert why_not(request, held) == "'one' must not be compared between countries: counted by different rules"


@pytest.mark.parametrize("kind", KINDS)
def test_no_length_but_nothing_is_called_nil(kind: ChartKind) -> None:
    values = {code: {2000: f"0.00{n}", 2020: f"0.0{n}"} for n, code in enumerate(CODES[:9], start=1)}
    values |= {code: {2000: "0.005", 2020: "0.02"} for code in CODES[9:]}
    found = chart(kind, {"one": values, "two": values}, parts=("two",) if kind is ChartKind.STACKED else ())
    assert found
    cells = [cell for row in found.table.rows for cell in row.cells]
    words = f"{cells} {found.description} {json.loads(found.drawings[0].spec)['datasets']}"
    assert "0.01" in words
    assert {"0.0", "0.0%", "0.00"}.isdisjoint(cells)


def test_a_chart_names_no_more_places_by_one_word_than_it_can_show() -> None:
    few = dataset({"one": {code: {2000: "1", 2020: "2"} for code in CODES}})
    many = replace(few, profiles=CODES * 2)
    request = ChartRequest(kind=ChartKind.TREND, indicator="one", country="AAA", compare=("all",))
    assert too_many(request, few) == ""
    assert plan_chart(request, few, chart_id="chart")
    assert too_many(request, many) == "It would compare 22 places; a chart shows at most 20."
    assert plan_chart(request, many, chart_id="chart") is None
    assert why_not(request, many) == too_many(request, many)


def test_a_ranking_of_peers_alone_says_so_where_others_have_a_figure() -> None:
    values = {code: {2020: "1"} for code in CODES[:3]}
    held = dataset({"one": values})
    countries = {**held.countries, "AAA": replace(held.countries["AAA"], neighbours=CODES[1:2])}
    near = replace(held, countries=countries)
    request = ChartRequest(kind=ChartKind.RANKING, indicator="one", country="AAA")
    notes = {
        "some": plan_chart(request, near, chart_id="chart"),
        "named": plan_chart(replace(request, compare=CODES[1:2]), near, chart_id="chart"),
        "all": plan_chart(request, replace(near, profiles=CODES[:2]), chart_id="chart"),
    }
    assert {name: found and found.note for name, found in notes.items()} == {
        "some": "Name AAA and its peers alone.",
        "named": "",
        "all": "",
    }
