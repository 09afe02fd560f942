"""Comparing countries: what can be chosen, the links that lead there, the series behind them."""

import json

import pytest

from generator.outputs.data.compare import plan_comparison_data, render_series
from generator.pages.records.compare import ComparePage
from generator.pages.records.page import CountryPage
from generator.pages.site import Site
from generator.starter import write_starter
from tests.charts.literals import dataset
from tests.prepared import prepared


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    project = tmp_path_factory.mktemp("starter") / "project"
    write_starter(project)
    planned = prepared(project).site
    assert planned is not None
    return planned


def page(site: Site) -> ComparePage:
    return next(page for page in site.pages if isinstance(page, ComparePage))


def test_every_country_and_every_indicator_with_figures_can_be_chosen(site: Site) -> None:
    shown = page(site)
    assert [(c.code, c.name, c.data) for c in shown.countries] == [
        ("KAZ", "Kazakhstan", "/compare/KAZ.json"),
        ("KGZ", "Kyrgyzstan", "/compare/KGZ.json"),
        ("UZB", "Uzbekistan", "/compare/UZB.json"),
    ]
    choices = {i.id: i for topic in shown.topics for i in topic.indicators}
    assert set(choices) == set(site.dataset.catalog.indicators)
    assert [i.id for i in choices.values() if i.chosen] == ["gdp_per_head_ppp"]
    assert (choices["life_expectancy"].kind, choices["life_expectancy"].decimals) == ("years", 1)
    assert [(link.text, link.url) for link in shown.starts] == [("Central Asia", "/compare/?c=KAZ,KGZ,UZB")]


def test_an_indicator_that_must_not_be_compared_says_why(site: Site) -> None:
    choices = [i for topic in page(site).topics for i in topic.indicators]
    warned = {i.id: i.warning for i in choices if i.warning}
    assert set(warned) == {"visitor_arrivals"}
    assert "same-day" in warned["visitor_arrivals"]


def test_a_profile_offers_comparisons_by_the_reason_of_the_choice(site: Site) -> None:
    kazakhstan = next(p for p in site.pages if isinstance(p, CountryPage) and p.code == "KAZ")
    assert [(link.text, link.url, why) for link, why in kazakhstan.comparisons] == [
        ("Compare Kazakhstan with Uzbekistan and Kyrgyzstan", "/compare/?c=KAZ,UZB,KGZ", "neighbours")
    ]


def test_a_country_without_peers_offers_no_comparison(site: Site) -> None:
    for country in (p for p in site.pages if isinstance(p, CountryPage)):
        assert bool(country.comparisons) == bool(country.peers)


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


def test_a_country_without_figures_has_an_empty_file() -> None:
    held = dataset({"one": {"ABA": {1999: "1"}}})
    assert json.loads(render_series(held, "ALA"))["series"] == {}


def test_each_country_has_a_file(site: Site) -> None:
    files = list(plan_comparison_data(site.dataset, "code"))
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
