"""Results of an index are observations of indicators like any others."""

from pathlib import Path

import pytest

from generator.memo import Memo
from tests.indices.world import CODES, contract, loaded, project
from tests.projects import prepared

pytestmark = pytest.mark.uncounted  # others count the lines it runs

UP = "parent: top, direction: higher_is_better"
SMALL = (
    "title: Small\n"
    "nodes: {top: {}, part: {parent: top}}\n"
    f"indicators:\n  rising: {{{UP}}}\n  mixed: {{parent: part, direction: higher_is_better}}\n"
    "sensitivity: {seed: 1, draws: 20, weights: 0.5}\n"
)


def test_an_index_and_its_nodes_are_indicators_with_an_origin_of_their_own() -> None:
    dataset, results, problems = loaded(project(test=contract(SMALL)))
    assert not problems
    assert [dataset.indicator(name).short_title for name in ("index_test", "index_test_part")] == ["Small", "Part"]
    found = dataset.latest("index_test", "LLL")
    assert found
    assert found.value == results["test"].editions[2019].scores.loc["LLL", "top"]
    assert (found.status, found.note) == ("A", "version 1; 2 of 2 indicators")
    origin = dataset.catalog.origins[found.origin]
    assert (origin.producer, origin.vintage, origin.license) == ("A publisher", "version 1", "CC BY 4.0")


def test_ranks_of_the_site_are_those_of_the_index() -> None:
    dataset, results, _problems = loaded(project(test=contract(SMALL)))
    ranking = dataset.ranking("index_test")
    assert ranking
    assert {row.observation.country: row.rank for row in ranking.rows} == results["test"].editions[2019].ranks[
        "top"
    ].to_dict()
    low, high = dataset.rank_intervals["index_test"][2019]["AAA"]
    assert 1 <= low <= high <= len(CODES)


def test_the_licence_that_binds_most_holds_for_the_index() -> None:
    text = f"nodes: {{top: {{}}}}\nindicators:\n  shared: {{{UP}}}\n  rising: {{{UP}}}\n"
    dataset, _results, problems = loaded(project(test=contract(text)))
    assert dataset.catalog.origins["index_test"].license == "CC BY-SA 4.0"
    assert {each.rule for each in problems} == {"index-share-alike", "index-collinear"}


def test_an_index_may_stand_in_another() -> None:
    both = (
        "nodes: {top: {aggregation: geometric}}\nnormalisation: {method: goalposts, low: 0, high: 100}\n"
        f"indicators:\n  index_first: {{{UP}}}\n  index_first_part: {{{UP}}}\nknown: [{{rule: index-zero-mean, reason: The last has 0.}}]\n"
    )
    dataset, results, problems = loaded(project(second=contract(both, "second"), first=contract(SMALL, "first")))
    assert not problems
    assert set(results) == {"first", "second"}
    assert dataset.catalog.origins["index_second"].license == "CC BY 4.0"


def test_what_did_not_change_is_not_computed_again() -> None:
    memo = Memo()
    one = loaded(project(test=contract(SMALL)), memo)[1]["test"]
    assert loaded(project(test=contract(SMALL)), memo)[1]["test"] is one
    assert loaded(project(test=contract(SMALL.replace("Small", "Other"))), memo)[1]["test"] is not one


def test_an_index_of_a_group_or_of_a_list() -> None:
    for countries in ("alliance", "[AAA, BBB, CCC]", "north"):
        text = contract(f"countries: {countries}\nexclude: [AAA]\n" + SMALL)
        _dataset, results, problems = loaded(project(test=text))
        assert not problems
        ranked = results["test"].editions[2019].ranked
        assert ranked[:2] == ("BBB", "CCC")
        assert len(ranked) == (5 if countries == "north" else 2)


def test_a_site_with_another_address_has_another_source_of_its_indices(starter: Path) -> None:
    for address in ("https://example.org/one", "https://example.org/two"):  # with one memo, as in the preview
        made = prepared(starter, base_url=address)
        page = next(each for each in made.outputs if each.path == "countries/kazakhstan/index.html").render().decode()
        assert f'href="{address}/indices/good-life/"' in page
