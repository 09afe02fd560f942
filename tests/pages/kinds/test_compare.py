"""The page that compares countries: its choices, and the links to it."""

import pytest

from generator.pages.records.compare import ComparePage
from generator.pages.records.page import CountryPage
from generator.pages.site import Site
from tests.projects import prepared
from tests.starter_project import write_starter


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
    assert [(c.code, c.name, c.url) for c in shown.countries] == [
        ("KAZ", "Kazakhstan", "/countries/kazakhstan/"),
        ("KGZ", "Kyrgyzstan", "/countries/kyrgyzstan/"),
        ("UZB", "Uzbekistan", "/countries/uzbekistan/"),
    ]
    choices = {i.id: i for topic in shown.topics for i in topic.indicators}
    assert set(choices) == set(site.dataset.catalog.indicators)
    assert [i.id for i in choices.values() if i.chosen] == ["gdp_per_head_ppp"]
    assert (choices["life_expectancy"].kind, choices["life_expectancy"].decimals) == ("years", 1)
    assert [(link.text, link.url) for link in shown.starts] == [("Central Asia", "/compare/?c=KAZ,KGZ,UZB")]


def test_one_may_begin_with_a_country_that_is_written_about_and_sees_its_chart(site: Site) -> None:
    shown = page(site)
    assert [(link.text, link.url, why) for link, why in shown.examples] == [
        ("Kazakhstan with Uzbekistan and Kyrgyzstan", "/compare/?c=KAZ,UZB,KGZ", "neighbours")
    ]
    assert shown.chart is not None
    assert [(drawn.indicator, sorted(drawn.countries)) for drawn in shown.chart.figures] == [
        ("gdp_per_head_ppp", ["KAZ", "KGZ", "UZB"])
    ]


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
