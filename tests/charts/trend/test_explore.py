"""Trends to explore: the lines by columns, the picture's own specification, hidden lines and a cursor."""

import json
import re
from collections.abc import Mapping
from typing import Any

import vl_convert

from generator.charts.chart import Chart
from generator.charts.plan import plan_chart
from generator.charts.request import ChartKind, ChartRequest
from generator.charts.trend.courses import Known, courses_of
from generator.charts.trend.cursor import explorable
from generator.charts.trend.draw import Line, draw_trend
from generator.charts.trend.explore import explored, render_explorations
from tests.datasets import dataset

VALUES = {"AAA": {2000: "1", 2001: "2.5", 2003: "3"}, "ABA": {2000: "2", 2001: "4"}, "ACA": {2001: "5"}}


NONE: Mapping[str, str] = {}


def chart(kind: ChartKind = ChartKind.TREND, *, lead: bool = False, country: str = "AAA") -> Chart:
    wanted = ChartRequest(kind=kind, indicator="one", country=country, compare=("ABA", "ACA") if country else ())
    planned = plan_chart(wanted, dataset({"one": VALUES}), chart_id="c", lead=lead)
    assert planned is not None
    return planned


def _amount(value: float) -> str:
    return f"{value:.1f} units"


def told(shown: Chart, codes: Mapping[str, str] = NONE) -> dict[str, Any]:
    """Return a chart's part of its page's file, with layers and places where the browser puts them."""
    return page({"c": shown}, codes)["charts"]["c"]  # type: ignore[no-any-return]


def page(charts: Mapping[str, Chart], codes: Mapping[str, str]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(render_explorations(charts, {"one": known(codes)}))
    for part in found["charts"].values():
        part["specs"] = [whole(found, spec) for spec in part["specs"]]
    return found


def whole(found: dict[str, Any], spec: dict[str, Any]) -> dict[str, Any]:
    place, layers = spec["place"], [found["layers"][at] for at in spec["layer"]]
    put = [
        {**each, "encoding": {k: place[k] if v is True else v for k, v in each["encoding"].items()}} for each in layers
    ]
    kept = {name: value for name, value in spec.items() if name != "place"}
    points: dict[str, Any] = {name: [] for name in ("labels", "name", "lone", "own_lone", "end", "marks")}
    return {**found["shared"], **kept, "layer": put, "datasets": {**points, **spec["datasets"]}}


def known(codes: Mapping[str, str]) -> Known:
    figures = {code: {year: float(text) for year, text in rows.items()} for code, rows in VALUES.items()}
    written = {"decimals": 1, "after": " units"}
    return Known(amount=_amount, written=written, file="../one/data.json", figures=figures.__getitem__, codes=codes)


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
    found = json.loads(render_explorations({"a": chart(), "b": chart(lead=True)}, {"one": known(NONE)}))
    specs = [spec for each in found["charts"].values() for spec in each["specs"]]
    assert len(specs) == 3
    assert set(found["shared"]) >= {"config", "params"}
    assert not [name for spec in specs for name in spec if name in found["shared"]]
    assert len(found["layers"]) == len({json.dumps(layer) for layer in found["layers"]})
    assert {at for spec in specs for at in spec["layer"]} == set(range(len(found["layers"])))


def test_a_line_whose_figures_are_published_is_named_by_its_code() -> None:
    codes = {"Name AAA": "AAA", "Name ABA": "ABA", "Name ACA": "AAA"}
    found = told(chart(), codes)
    assert found["lines"][:1] + found["lines"][2:] == [
        {"of": "peers", "code": "ABA", "x": [2000, 2001]},
        {"of": "own", "code": "AAA", "x": [2000, 2003]},
    ]
    assert found["lines"][1]["name"] == "Name ACA"  # what is published of this code is another line
    assert (found["file"], found["written"]) == ("../one/data.json", {"decimals": 1, "after": " units"})


def test_a_layer_says_only_that_its_place_is_its_chart_s() -> None:
    lines = [Line(name="Early", points=((1990, 1.0), (1991, 2.0)), own=True)]
    spec = json.loads(draw_trend(lines, (), width=340, height=230, zero=True))
    spec["layer"].insert(0, {"data": {"name": "marks"}, "encoding": {"x": spec["encoding"]["x"], "y": 7}})
    made = explorable(spec, tuple(courses_of(spec)))
    assert made["layer"][0]["encoding"] == {"x": True, "y": 7}
    assert made["layer"][1]["encoding"].items() >= {"x": True, "y": True}.items()
    assert set(made["place"]) == {"x", "y"}
