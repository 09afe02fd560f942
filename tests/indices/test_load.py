"""Warnings of an index: each where it belongs, silent where the contract answers it."""

import pytest

from tests.indices.world import contract, loaded, project, told

UP = "parent: top, direction: higher_is_better"
DOWN = "parent: top, direction: lower_is_better"
TREE = "nodes: {top: {}}\n"
AUTO = "treatment: {method: auto}\n"
KNOWN = "known:\n  - {rule: %s, reason: We know.}\n"

MANY = ", ".join(["{method: percentile_rank}"] * 9)
CASES = (
    ("index-too-few-to-treat", AUTO + TREE + f"indicators:\n  rising: {{{UP}}}\n  three: {{{UP}}}\n"),
    ("index-outliers-remain", AUTO + TREE + f"indicators:\n  tailed: {{{UP}}}\n"),
    ("index-divisor", TREE + f"indicators:\n  rising: {{{UP}}}\n  share: {{{UP}, indicator: square, per: below}}\n"),
    (
        "index-group-small",
        "imputation: {method: mean, by: income_group}\n"
        + TREE
        + f"indicators:\n  rising: {{{UP}}}\n  late: {{{UP}}}\n",
    ),
    (
        "index-zero-mean",
        f"nodes: {{top: {{aggregation: geometric}}}}\nindicators:\n  zeros: {{{UP}, normalisation: {{method: goalposts, low: 0, high: 20}}}}\n",
    ),
    (
        "index-rank-outside",
        TREE + f"indicators:\n  mixed: {{{UP}}}\n  square: {{{UP}, weight: 2}}\n"
        f"sensitivity: {{seed: 1, draws: 200, interval: [30, 70], normalisation: [{MANY}]}}\n",
    ),
    ("index-share-alike", TREE + f"indicators:\n  shared: {{{UP}}}\n"),
    ("index-collinear", TREE + f"indicators:\n  rising: {{{UP}}}\n  square: {{{UP}}}\n"),
    ("index-opposed", TREE + f"indicators:\n  mixed: {{{UP}}}\n  lower: {{{DOWN}, indicator: mixed, weight: 3}}\n"),
    ("index-against", TREE + f"indicators:\n  mixed: {{{UP}}}\n  lower: {{{DOWN}, indicator: mixed, weight: 3}}\n"),
)


def rules(text: str) -> set[str]:
    return {rule for rule, _place in told(test=contract(text))}


@pytest.mark.parametrize(("rule", "text"), CASES)
def test_a_warning_is_told_and_can_be_answered(rule: str, text: str) -> None:
    assert rule in rules(text)
    assert rule not in rules(text + KNOWN % rule)
    assert "known-unused" not in rules(text + KNOWN % rule)


def test_an_answer_for_some_countries_leaves_the_others() -> None:
    text = TREE + f"indicators:\n  rising: {{{UP}}}\n  share: {{{UP}, indicator: square, per: below}}\n"
    text = text.replace("square, per: below", "square, per: zeros")
    some = text + "known:\n  - {rule: index-divisor, countries: [AAA], reason: Nobody lives there.}\n"
    assert "index-divisor" in rules(text)
    assert "index-divisor" not in rules(some)
    other = some.replace("[AAA]", "[BBB]")
    assert {"index-divisor", "known-unused"} <= rules(other)


def test_editions_with_the_same_fault_are_told_once() -> None:
    text = contract("years: [2018, 2019]\nwithin: 1\n" + TREE + f"indicators:\n  rising: {{{UP}, within: 1}}\n")
    assert [rule for rule, _place in told(test=text)] == ["index-no-country"]
    late = contract("years: [2019, 2020]\nwithin: 1\n" + TREE + f"indicators:\n  rising: {{{UP}}}\n  same: {{{UP}}}\n")
    found = loaded(project(test=late))[2]
    assert [each.rule for each in found] == ["index-constant"]
    assert "2020" in found[0].message


def test_contracts_that_use_each_other_are_told_in_both() -> None:
    one = contract(TREE + f"indicators:\n  rising: {{{UP}}}\n  index_two: {{{UP}}}\n", "one")
    two = contract(TREE + f"indicators:\n  mixed: {{{UP}}}\n  index_one: {{{UP}}}\n", "two")
    three = contract(TREE + f"indicators:\n  index_one: {{{UP}}}\n", "three")
    assert told(one=one, two=two, three=three) == [
        ("index-cycle", "data/indices/one.yaml:8:3"),
        ("index-cycle", "data/indices/two.yaml:8:3"),
    ]


def test_who_uses_a_broken_index_is_not_to_blame() -> None:
    broken = contract(TREE + f"indicators:\n  rising: {{{UP}, weight: -1}}\n", "broken")
    other = contract(TREE + f"indicators:\n  index_broken: {{{UP}}}\n", "other")
    assert [rule for rule, _place in told(broken=broken, other=other)] == ["index-weight"]


def test_a_contract_in_a_folder_below_is_misplaced() -> None:
    sources = project(**{"deep/test": contract(TREE + f"indicators:\n  rising: {{{UP}}}\n")})
    assert [each.rule for each in loaded(sources)[2]] == ["file-name"]
