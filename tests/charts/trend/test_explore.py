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
from generator.charts.trend.cursor import by_columns, explorable, patterns
from generator.charts.trend.datasets import TrendData
from generator.charts.trend.draw import Line, draw_trend
from generator.charts.trend.explore import (
    explored,
    in_common,
    patterns_path,
    patterns_text,
    render_explorations,
    without,
)
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
    """Return a page's file, made whole as the reader's browser does."""
    found: dict[str, Any] = json.loads(render_explorations(charts, {"one": known(codes)}, "countries/aaa/explore.json"))
    for part in found["charts"].values():
        here = merged(found["shared"], part["shared"])
        part["specs"] = [whole(merged(here, spec), part["lines"]) for spec in part["specs"]]
    return found


def merged(shared: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    both = {name for name in own if isinstance(own[name], dict) and isinstance(shared.get(name), dict)}
    return {**shared, **own, **{name: merged(shared[name], own[name]) for name in both}}


def whole(spec: dict[str, Any], lines: list[Any]) -> dict[str, Any]:
    found = json.loads(patterns_text())
    place, points = spec["place"], {name: rows(columns) for name, columns in spec["datasets"].items()}
    for name in {"labels", "name"} & points.keys():
        points[name] = [{"text": row["series"], **row} for row in points[name]]
    drawn = {*points, "all", *(line["of"] if isinstance(line, dict) else line[0] for line in lines)}
    put = [
        {**each, "encoding": {k: place[k] if v is True else v for k, v in each["encoding"].items()}}
        for each in found["layer"]
        if each["data"]["name"] in drawn
    ]
    kept = {name: value for name, value in spec.items() if name != "place"}
    return {**found, **kept, "layer": put, "datasets": points}


def rows(columns: dict[str, Any]) -> list[dict[str, Any]]:
    count = max(len(cells) if isinstance(cells, list) else 1 for cells in columns.values())
    return [
        {name: cells[at] if isinstance(cells, list) else cells for name, cells in columns.items()}
        for at in range(count)
    ]


def known(codes: Mapping[str, str]) -> Known:
    figures = {code: {year: float(text) for year, text in rows.items()} for code, rows in VALUES.items()}
    written = {"decimals": 1, "after": " units"}
    return Known(amount=_amount, written=written, file="../one/data.json", figures=figures.__getitem__, codes=codes)


def filled(shown: Chart, at: int = 0) -> dict[str, Any]:
    """Return a specification with its lines, as the reader's browser fills it."""
    found = told(shown)
    spec: dict[str, Any] = found["specs"][at]
    drawn: dict[str, list[dict[str, Any]]] = {"peers": [], "own": [], "median": []}
    for line in found["lines"]:
        run = 0
        years = line["x"] if isinstance(line["x"], list) else [line["x"] + n for n in range(len(line["y"]))]
        for n, year in enumerate(years):
            run += n > 0 and year - years[n - 1] > 1
            row = {"x": year, "y": line["y"][n], "series": line["name"], "run": f"{line['name']}{run}"}
            drawn[line["of"]].append(row)
    spec["datasets"] |= {**drawn, "all": [row for held in drawn.values() for row in held]}
    return spec


def paths(spec: str) -> set[str]:
    """Return the outlines of all lines drawn."""
    svg = vl_convert.vegalite_to_svg(spec, vl_version="6.4", allowed_base_urls=[])
    return {path for path in re.findall(r' d="([^"]+)"', svg) if not path.endswith("Z")}


def test_lines_stand_once_by_columns() -> None:
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
    }
    assert [line["x"] for line in found["lines"]] == [2000, 2001, [2000, 2001, 2003]]


def test_a_line_has_its_words_where_the_browser_would_write_others() -> None:
    """Heights have six figures, texts may need more."""
    values = {"AAA": {2000: "1234567.4", 2001: "2000000"}}
    wanted = ChartRequest(kind=ChartKind.TREND, indicator="one", country="AAA")
    planned = plan_chart(wanted, dataset({"one": values}), chart_id="c")
    assert planned is not None
    (line,) = told(planned)["lines"]
    assert line["y"] == [1234570, 2000000]
    assert (line["words"], line["text"]) == (["", " units"], ["1234567.4", "2000000.0"])


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


def test_what_specifications_share_stands_once() -> None:
    """What all of a page share stands there, what the sizes of a chart share with it."""
    charts = {"a": chart(), "b": chart(lead=True)}
    found = json.loads(render_explorations(charts, {"one": known(NONE)}, "countries/aaa/explore.json"))
    a, b = (found["charts"][name] for name in charts)
    assert (len(a["specs"]), len(b["specs"])) == (1, 2)
    assert a["specs"] == [{}]
    assert set(b["specs"][0]) == set(b["specs"][1])
    assert {"params", "place"} <= set(found["shared"])
    assert not {"config", "layer"} & {*found["shared"], *a["shared"], *b["shared"]}


def test_parts_that_are_alike_make_the_whole_again() -> None:
    first, second = {"a": {"b": 1, "c": [1]}, "d": {}, "e": 0}, {"a": {"b": 1, "c": [2]}, "d": {}, "f": {"g": 1}}
    shared = in_common((first, second))
    assert shared == {"a": {"b": 1}, "d": {}}
    assert [without(spec, shared) for spec in (first, second)] == [
        {"a": {"c": [1]}, "e": 0},
        {"a": {"c": [2]}, "f": {"g": 1}},
    ]
    assert [merged(shared, without(spec, shared)) for spec in (first, second)] == [first, second]


def test_a_page_names_what_all_trends_are_drawn_with() -> None:
    found = json.loads(render_explorations({"a": chart()}, {"one": known(NONE)}, "countries/aaa/explore.json"))
    assert found["patterns"] == f"../../{patterns_path()}"
    layers = json.loads(patterns_text())["layer"]
    assert {layer["data"]["name"] for layer in layers} == {*TrendData, "all"}


def test_a_line_whose_figures_are_published_is_named_by_its_code() -> None:
    codes = {"Name AAA": "AAA", "Name ABA": "ABA", "Name ACA": "AAA"}
    found = told(chart(), codes)
    assert found["lines"][:1] + found["lines"][2:] == [["peers", "ABA", 2000, 2001], ["own", "AAA", 2000, 2003]]
    assert found["lines"][1]["name"] == "Name ACA"  # what is published of this code is another line
    assert (found["file"], found["written"]) == ("../one/data.json", {"decimals": 1, "after": " units"})


def test_a_layer_says_only_that_its_place_is_its_chart_s() -> None:
    by_name = {layer["data"]["name"]: layer["encoding"] for layer in patterns()["layer"]}
    assert by_name["peers"].items() >= {"x": True, "y": True}.items()
    assert "y" not in by_name["marks"]
    lines = [Line(name="Early", points=((1990, 1.0), (1991, 2.0)), own=True)]
    spec = json.loads(draw_trend(lines, (), width=340, height=230, zero=True))
    assert set(explorable(spec, tuple(courses_of(spec)))["place"]) == {"x", "y"}


def test_points_are_told_by_columns() -> None:
    assert by_columns([{"x": 1, "y": 2}, {"x": 1, "y": 3}]) == {"x": 1, "y": [2, 3]}
    assert by_columns([{"x": 1, "y": 2}]) == {"x": 1, "y": 2}
    assert by_columns([{"x": 1, "y": 2}] * 2) == {"x": [1, 1], "y": [2, 2]}
