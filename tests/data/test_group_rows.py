"""Groups that have rows beside countries, and what stays as it is."""

from dataclasses import replace

from generator.data.catalog import Aggregate, Method
from generator.data.countries import Group, GroupKind
from generator.data.dataset import Dataset
from generator.data.group_rows import group_origins, named_group, weightiest, with_groups
from tests.datasets import CODES, dataset

TRIO = Group(id="trio", title="Trio", short="TRIO", kind=GroupKind.ORGANISATION, members=CODES[:3])
FIGURES = {"AAA": {2020: "10", 2021: "11"}, "ABA": {2020: "20", 2021: "21"}, "ACA": {2020: "30"}}
PEOPLE = {"AAA": {2020: "100"}, "ABA": {2020: "300"}, "ACA": {2020: "200"}}


def grouped(method: Method = Method.MEAN) -> Dataset:
    data = dataset({"one": FIGURES, "two": PEOPLE})
    how = replace(data.indicator("one"), aggregate=Aggregate(method=method, weight="two"))
    catalog = replace(data.catalog, indicators={**data.catalog.indicators, "one": how})
    return replace(data, groups={"trio": TRIO}, catalog=catalog)


def test_a_group_has_its_figures_as_a_country_has_them() -> None:
    seen = with_groups(grouped(), "one", ["trio"])
    assert [(o.year, o.text) for o in seen.series("one", "trio").observations] == [(2020, "21.667")]
    assert (seen.countries["trio"].name, seen.countries["trio"].with_article) == ("Trio", "the Trio")


def test_countries_rankings_and_coverage_stay() -> None:
    data = grouped()
    seen = with_groups(data, "one", ["trio"])
    assert seen.series("one", "AAA") == data.series("one", "AAA")
    assert (seen.coverage("one"), seen.ranking("one"), seen.profiles) == (
        data.coverage("one"),
        data.ranking("one"),
        data.profiles,
    )


def test_the_same_groups_are_added_once() -> None:
    data = grouped()
    assert with_groups(data, "one", ["trio"]) is with_groups(data, "one", ["trio"])


def test_a_country_is_no_group() -> None:
    data = grouped()
    assert [named_group(data, name) for name in ("AAA", "trio", "nobody", "")] == [None, "trio", None, None]


def test_members_that_weigh_most_come_first() -> None:
    assert weightiest(grouped(), "one", "trio") == ("ABA", "ACA", "AAA")


def test_a_mean_rests_on_its_weights_too() -> None:
    assert [of for _origin, of in group_origins(grouped(), "one", "trio")] == ["one", "two"]
    assert [of for _origin, of in group_origins(grouped(Method.SUM), "one", "trio")] == ["one"]
