"""Figures of groups: sums and weighted means, and when there is none."""

from dataclasses import replace

import pytest

from generator.data.aggregates import GroupFigure, group_figures
from generator.data.catalog import Aggregate, Method
from generator.data.countries import Group, GroupKind
from generator.data.dataset import Dataset
from tests.datasets import CODES, dataset

TRIO = Group(id="trio", title="Trio", short="TRIO", kind=GroupKind.ORGANISATION, members=CODES[:3])
PEOPLE = {"AAA": {2020: "100"}, "ABA": {2020: "300"}, "ACA": {2020: "100"}}


def grouped(method: Method | None, figures: dict[str, dict[int, str]], people: dict[str, dict[int, str]]) -> Dataset:
    data = dataset({"one": figures, "two": people})
    how = Aggregate(method=method, weight="two") if method else None
    indicators = {**data.catalog.indicators, "one": replace(data.indicator("one"), aggregate=how)}
    return replace(data, groups={"trio": TRIO}, catalog=replace(data.catalog, indicators=indicators))


def figures_of(method: Method | None, figures: dict[str, dict[int, str]], people: object = PEOPLE) -> list[GroupFigure]:
    return list(group_figures(grouped(method, figures, people), "one", "trio"))  # type: ignore[arg-type]


def test_a_sum_is_of_all_members() -> None:
    (found,) = figures_of(Method.SUM, {"AAA": {2020: "1"}, "ABA": {2020: "2"}, "ACA": {2020: "4"}})
    assert (found.year, found.value, found.members, found.of, found.share) == (2020, 7.0, 3, 3, 1.0)


def test_a_sum_that_lacks_a_member_with_people_is_none() -> None:
    assert figures_of(Method.SUM, {"AAA": {2020: "1"}, "ABA": {2020: "2"}}) == []


def test_a_mean_is_weighted() -> None:
    (found,) = figures_of(Method.MEAN, {"AAA": {2020: "10"}, "ABA": {2020: "20"}, "ACA": {2020: "10"}})
    assert found.value == pytest.approx((10 * 100 + 20 * 300 + 10 * 100) / 500)


def test_a_mean_needs_most_of_the_weight() -> None:
    (found,) = figures_of(Method.MEAN, {"AAA": {2020: "10"}, "ABA": {2020: "20"}})
    assert (found.value, found.members, found.share) == (17.5, 2, 0.8)
    assert figures_of(Method.MEAN, {"AAA": {2020: "10"}, "ACA": {2020: "20"}}) == []


def test_a_mean_has_only_members_whose_weight_of_the_year_is_known() -> None:
    assert figures_of(Method.MEAN, {code: {2019: "10"} for code in CODES[:3]}) == []


def test_forecasts_do_not_count() -> None:
    assert figures_of(Method.SUM, {code: {2020: "1 F"} for code in CODES[:3]}) == []


def test_without_a_method_a_group_has_no_figure() -> None:
    assert figures_of(None, {code: {2020: "1"} for code in CODES[:3]}) == []
