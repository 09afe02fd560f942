"""Trends to explore: the lines by columns, the picture's own specification, hidden lines and a cursor."""

import json
import re
from typing import Any

import vl_convert

from generator.charts.chart import Chart
from generator.charts.plan import plan_chart
from generator.charts.request import ChartKind, ChartRequest
from generator.charts.trend.draw import Line, draw_trend
from generator.charts.trend.explore import courses_of, explorable, explorable_chart, explored, render_explorations
from tests.datasets import dataset

VALUES = {"AAA": {2000: "1", 2001: "2.5", 2003: "3"}, "ABA": {2000: "2", 2001: "4"}, "ACA": {2001: "5"}}


def chart(kind: ChartKind = ChartKind.TREND, *, lead: bool = False, country: str = "AAA") -> Chart:
    wanted = ChartRequest(kind=kind, indicator="one", country=country, compare=("ABA", "ACA") if country else ())
    planned = plan_chart(wanted, dataset({"one": VALUES}), chart_id="c", lead=lead)
    assert planned is not None
    return planned


def told(shown: Chart) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(explorable_chart(shown, _amount).text)
    return found


def _amount(value: float) -> str:
    return f"{value:.1f} units"


def filled(shown: Chart, at: int = 0) -> dict[str, Any]:
    """Return a specification with its lines, as the reader's browser fills it."""
    found = told(shown)
    spec: dict[str, Any] = found["specs"][at]
    rows: dict[str, list[dict[str, Any]]] = {"peers": [], "own": [], "median": []}
    for line in found["lines"]:
        run = 0
        years = line["x"] if isinstance(line["x"], list) else [line["x"] + n for n in range(len(line["y"]))]
        for n, year in enumerate(years):
            run += n > 0 and year - years[n - 1] > 1
            row = {"x": year, "y": line["y"][n], "series": line["name"], "run": f"{line['name']}{run}"}
            rows[line["of"]].append(row)
    spec["datasets"] |= {**rows, "all": [row for held in rows.values() for row in held]}
    return spec


def paths(spec: str) -> set[str]:
    """Return the outlines of all lines drawn."""
    svg = vl_convert.vegalite_to_svg(spec, vl_version="6.4", allowed_base_urls=[])
    return {path for path in re.findall(r' d="([^"]+)"', svg) if not path.endswith("Z")}


def test_lines_stand_once_by_columns_with_words_for_each_point() -> None:
    found = told(chart(lead=True))
    assert len(found["specs"]) == 2
    assert [(line["name"], line["of"]) for line in found["lines"]] == [
        ("Name ABA", "peers"),
        ("Name ACA", "peers"),
        ("Name AAA", "own"),
    ]
    own = found["lines"][2]
    assert own == {
        "name": "Name AAA",
        "of": "own",
        "x": [2000, 2001, 2003],
        "y": [1.0, 2.5, 3.0],
        "words": ["", " units"],
        "text": ["1.0", "2.5", "3.0"],
    }
    assert [line["x"] for line in found["lines"]] == [2000, 2001, [2000, 2001, 2003]]
    assert [line["words"] for line in found["lines"]] == [["", ".0 units"], ["5.0 units", ""], ["", " units"]]


def test_the_lines_are_those_of_the_picture() -> None:
    for at, drawing in enumerate(chart(lead=True).drawings):
        drawn = paths(drawing.spec)
        assert len(drawn) >= 2
        assert drawn <= paths(json.dumps(filled(chart(lead=True), at)))


def test_names_and_single_points_know_their_line() -> None:
    held = told(chart())["specs"][0]["datasets"]
    assert {row["text"]: row["series"] for row in (*held["labels"], *held["name"])} == {
        "Name AAA": "Name AAA",
        "Name ABA": "Name ABA",
        "Name ACA": "Name ACA",
    }
    assert [(row["x"], row["series"]) for row in held["lone"]] == [(2001, "Name ACA")]
    assert [(row["x"], row["series"]) for row in held["own_lone"]] == [(2003, "Name AAA")]


def test_a_line_that_ended_early_keeps_its_name() -> None:
    lines = [
        Line(name="Early", points=((1990, 1.0), (1991, 2.0))),
        Line(name="Late", points=((1990, 1.0), (2000, 2.0)), own=True),
    ]
    spec = draw_trend(lines, (), width=340, height=230, zero=True)
    shown = chart()
    from_text = json.loads(spec)["datasets"]["labels"][0]["text"]
    assert from_text == "Early 1991"
    drawn = Chart(
        **{name: getattr(shown, name) for name in ("id", "kind", "indicator", "title", "subtitle", "description")},
        drawings=(type(shown.drawings[0])(spec=spec, width=340, height=230),),
        table=shown.table,
        source="",
        license="",
    )
    assert told(drawn)["specs"][0]["datasets"]["labels"][0]["series"] == "Early"


def test_a_line_without_a_label_has_a_name_all_the_same() -> None:
    many = {code: {2000: str(n), 2001: str(n + 1)} for n, code in enumerate(("AAA", "ABA", "ACA", "ADA", "AEA", "AFA"))}
    wanted = ChartRequest(kind=ChartKind.TREND, indicator="one", country="")
    planned = plan_chart(wanted, dataset({"one": many}), chart_id="c")
    assert planned is not None
    names = [line["name"] for line in told(planned)["lines"] if line["of"] == "peers"]
    assert sorted(names) == [f"Name {code}" for code in many]


def test_a_hidden_line_is_drawn_no_more() -> None:
    spec = filled(chart())
    before = paths(json.dumps(spec))
    spec["params"][0]["value"] = ["Name ABA"]
    assert len(before - paths(json.dumps(spec))) == 1


def test_only_trends_are_explored() -> None:
    assert explored(chart())
    assert not explored(chart(ChartKind.SLOPE))


def test_what_all_specifications_share_stands_once() -> None:
    found = json.loads(render_explorations({"a": chart(), "b": chart(lead=True)}, {"one": _amount}))
    specs = [spec for each in found["charts"].values() for spec in each["specs"]]
    whole = [spec for each in (chart(), chart(lead=True)) for spec in told(each)["specs"]]
    assert len(specs) == 3
    assert "config" in found["shared"]
    assert [{**found["shared"], **spec} for spec in specs] == whole


def test_what_only_some_layers_have_stays_theirs() -> None:
    lines = [Line(name="Early", points=((1990, 1.0), (1991, 2.0)), own=True)]
    spec = json.loads(draw_trend(lines, (), width=340, height=230, zero=True))
    spec["layer"].insert(
        0, {**spec["layer"][0], "data": {"name": "marks"}, "encoding": {"x": spec["layer"][0]["encoding"]["x"]}}
    )
    made = explorable(spec, tuple(courses_of(spec)))
    assert set(made["encoding"]) == {"x"}
    assert ["y" in layer["encoding"] for layer in made["layer"][:2]] == [False, True]


def test_a_place_that_all_layers_share_stands_once() -> None:
    spec = told(chart())["specs"][0]
    assert set(spec["encoding"]) == {"x", "y"}
    assert not [layer for layer in spec["layer"] if {"x", "y"} & set(layer["encoding"])]
