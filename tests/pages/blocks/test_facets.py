"""What the list of indicators is filtered by."""

from dataclasses import replace

from generator.data.catalog import Kind, Topic
from generator.data.dataset import Dataset
from generator.pages.blocks.facets import KINDS, facets_of, plan_filters
from tests.datasets import dataset


def two() -> Dataset:
    """Return two indicators that differ in topic, source and years."""
    data = dataset({"one": {"AAA": {1994: "1", 2020: "2"}}, "two": {"AAA": {2003: "1", 2019: "2"}}})
    one, two = data.catalog.indicators.values()
    other = replace(data.catalog.origins["origin"], id="other", producer="Office & Co")
    catalog = replace(
        data.catalog,
        topics={name: Topic(id=name, title=title, description="") for name, title in (("a", "People"), ("b", "Sea"))},
        origins={**data.catalog.origins, "other": other},
        indicators={"one": replace(one, topic="a"), "two": replace(two, topic="b", origins=("other", "origin"))},
    )
    return replace(data, catalog=catalog)


def test_an_indicator_says_what_it_is() -> None:
    data = two()
    assert dict(facets_of(data, data.indicator("two"))) == {
        "topic": "sea",
        "source": "office-co producer",
        "licence": "cc-by-4-0",
        "kind": "official-statistics",
        "since": "2003",
        "until": "2019",
    }


def test_filters_count_what_they_find_and_offer_a_choice_or_nothing() -> None:
    assert {found.id: found.options for found in plan_filters(two())} == {
        "topic": (("people", "People (1)"), ("sea", "Sea (1)")),
        "source": (("office-co", "Office & Co (1)"), ("producer", "Producer (2)")),
        "since": (("2000", "2000 or earlier"), ("2010", "2010 or earlier")),
        "until": (("2020", "2020 or later"), ("2019", "2019 or later")),
    }


def test_an_indicator_without_figures_has_no_years() -> None:
    data = replace(two(), observations={})
    assert {"since", "until"}.isdisjoint(dict(facets_of(data, data.indicator("one"))))
    assert [found.id for found in plan_filters(data)] == ["topic", "source"]


def test_every_kind_has_words() -> None:
    assert set(KINDS) == set(Kind)
