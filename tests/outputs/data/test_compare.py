"""The series behind the comparison."""

import json
from dataclasses import replace

import pytest

from generator.outputs.data.compare import plan_comparison_data, render_series
from generator.pages.site import Site
from tests.datasets import dataset
from tests.projects import prepared
from tests.starter_project import write_starter


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    project = tmp_path_factory.mktemp("starter") / "project"
    write_starter(project)
    planned = prepared(project).site
    assert planned is not None
    return planned


def test_series_keep_digits_gaps_and_sources() -> None:
    held = dataset({"one": {"ABA": {1999: "73.20", 2001: "-0.5"}}, "two": {"ACA": {2000: "1"}}})
    told = render_series(held, "ABA").decode()
    assert '"values":[73.20,null,-0.5]' in told
    assert json.loads(told) == {
        "code": "ABA",
        "name": "Name ABA",
        "sources": [["Producer (2026)", "CC BY 4.0"]],
        "series": {"one": {"from": 1999, "values": [73.2, None, -0.5], "status": "A", "sources": [0]}},
    }


def test_intervals_stand_beside_the_values_that_have_one() -> None:
    held = dataset({"one": {"ABA": {1999: "73.20", 2001: "8"}}})
    columns = replace(held.observations["one"], lowers=["70", ""], uppers=["75.0", ""])
    told = render_series(replace(held, observations={"one": columns}), "ABA").decode()
    assert '"values":[73.20,null,8],"lower":[70,null,null],"upper":[75.0,null,null]' in told


def test_a_country_without_figures_has_an_empty_file() -> None:
    held = dataset({"one": {"ABA": {1999: "1"}}})
    assert json.loads(render_series(held, "ALA"))["series"] == {}


def test_each_country_has_a_file(site: Site) -> None:
    files = [plan_comparison_data(site.dataset, country, "code") for country in site.dataset.pages]
    assert [file.path for file in files] == ["compare/KAZ.json", "compare/KGZ.json", "compare/UZB.json"]
    assert len({file.key for file in files}) == 3
    for file in files:
        told = json.loads(file.render())
        for indicator, series in told["series"].items():
            points = site.dataset.points(indicator, told["code"])
            found = [(series["from"] + at, v) for at, v in enumerate(series["values"]) if v is not None]
            assert found == list(points), indicator


def test_status_is_told_for_each_year_where_years_differ(site: Site) -> None:
    told = json.loads(render_series(site.dataset, "KAZ"))["series"]
    for indicator, series in told.items():
        letters = series["status"] if len(series["status"]) > 1 else series["status"] * len(series["values"])
        for at, letter in enumerate(letters):
            row = site.dataset.observation(indicator, "KAZ", series["from"] + at)
            assert letter == (row.status if row and row.text else "-") or series["values"][at] is None
