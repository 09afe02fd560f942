"""Which observation is the value of an indicator in an edition."""

import math

import pytest

from generator.indices.contract import Filling, Imputation, Scale, Take, Transform
from generator.indices.engine.compute import Inputs, Result, compute
from generator.indices.engine.impute import impute
from generator.indices.engine.intervals import draw_rank
from generator.indices.engine.numbers import cell
from generator.indices.engine.values import Values, take_values
from tests.indices.literals import cells, contract, leaf, node, observed

TOP = (node("top"),)
VISITORS = observed({2016: {"A": 10, "B": 1}, 2018: {"A": 30}, 2020: {"A": 99, "B": 7, "C": 5}})
PEOPLE = observed({2015: {"A": 2, "B": 4}, 2018: {"A": 5, "C": 0}, 2019: {"A": 6}})


def taken(year: int = 2019, **more: object) -> Values:
    made = contract(TOP, (leaf("visitors", "top", rising=True, **more),))
    return take_values(made, {"visitors": VISITORS, "people": PEOPLE}, ["A", "B", "C"], year)


def values(year: int = 2019, **more: object) -> list[float | None]:
    return [None if math.isnan(x) else x for x in taken(year, **more).numbers["visitors"]]


def years(year: int = 2019, **more: object) -> list[float | None]:
    return [None if math.isnan(x) else x for x in taken(year, **more).years["visitors"]]


def test_the_latest_within_reach_and_never_a_later_year() -> None:
    assert values() == [None, None, None]
    assert values(within=1) == [30, None, None]
    assert values(within=3) == [30, 1, None]
    assert years(within=3) == [2018, 2016, None]


@pytest.mark.parametrize(("take", "expected"), [(Take.MEAN, 20), (Take.SUM, 40), (Take.MAX, 30)])
def test_all_within_reach_together(take: Take, expected: float) -> None:
    assert values(within=3, take=take) == [expected, 1, None]
    assert years(within=3, take=take) == [2019, 2019, None]


def test_a_complete_list_says_zero_of_whom_it_does_not_name() -> None:
    found = taken(within=1, zero_if_absent=True)
    assert found.numbers["visitors"].tolist() == [30, 0, 0]
    assert found.listed["visitors"].tolist() == [False, True, True]
    assert found.years["visitors"].tolist() == [2018, 2019, 2019]


def test_a_divisor_is_of_the_same_year_or_of_the_latest_before_it() -> None:
    assert values(within=3, per="people") == [6, 0.25, None]
    assert values(within=3, take=Take.SUM, per="people") == [40 / 6, None, None]


def test_a_divisor_that_is_not_above_0_makes_the_value_missing() -> None:
    found = taken(2020, within=2, per="people")
    assert found.undivided["visitors"].tolist() == [False, False, True]
    assert math.isnan(found.numbers["visitors"]["C"])


def test_factors_come_before_divisors_and_the_scale_last() -> None:
    assert values(within=3, times="people", per="people", scale=100.0) == [3000, 100, None]


def test_all_origins_used_are_known() -> None:
    assert taken(within=1, per="people").origins == {"visitors": frozenset({"open"})}
    assert taken().origins == {"visitors": frozenset()}


def test_missing_values_are_filled_in_within_large_enough_groups() -> None:
    made = contract(TOP, (leaf("visitors"),))
    found = take_values(made, {"visitors": VISITORS}, ["A", "B", "C", "D", "E", "F"], 2020).numbers
    groups = {"A": "north", "B": "north", "C": "north", "D": "north", "E": "south", "F": ""}
    for method, middle in ((Filling.MEAN, 37), (Filling.MEDIAN, 7)):
        filled = impute(Imputation(method=method), found, groups)
        assert filled.numbers["visitors"].tolist()[:4] == [99, 7, 5, middle]
        assert filled.imputed["visitors"].tolist() == [False, False, False, True, False, False]
        assert filled.too_small["visitors"].tolist() == [False, False, False, False, True, True]


def several(scale: Scale, transform: Transform = Transform.NONE) -> Result:
    made = contract(TOP, (leaf("x", transform=transform),), years=(2018, 2019), scale_over=scale)
    figures = {"x": observed({2018: {"A": 1, "B": 2}, 2019: {"A": 3, "B": 5}})}
    return compute(made, Inputs(countries=["A", "B"], groups={}, observed=figures))


def test_each_edition_has_its_own_scale_or_all_have_one() -> None:
    each, all_years = several(Scale.EACH_YEAR), several(Scale.ALL_YEARS)
    assert [each.editions[year].scores["top"].tolist() for year in (2018, 2019)] == [[0, 100], [0, 100]]
    assert [all_years.editions[year].scores["top"].tolist() for year in (2018, 2019)] == [[0, 25], [50, 100]]


def test_logarithms_come_before_the_scale() -> None:
    found = several(Scale.ALL_YEARS, Transform.LN).editions[2018].scores["top"].tolist()
    assert found == pytest.approx([0, 100 * math.log(2) / math.log(5)])


def test_an_imputed_value_counts_in_scores_but_never_as_observed() -> None:
    leaves = (leaf("x", "a"), leaf("y", "a"), leaf("z", "b"))
    nodes = (node("top"), node("a", "top", minimum=0.5), node("b", "top", minimum=1.0))
    made = contract(nodes, leaves, imputation=Imputation(method=Filling.MEAN, at_least=1))
    rows = {"x": {"A": 1, "B": 2, "C": 3}, "y": {"A": 1, "B": 3}, "z": {"A": 1, "B": 2}}
    figures = {key: observed({2019: each}) for key, each in rows.items()}
    found = compute(made, Inputs(countries=["A", "B", "C"], groups=dict.fromkeys("ABC", "all"), observed=figures))
    scores = found.editions[2019].scores
    assert cells(scores, "C", ("x", "y", "z", "a")) == [100, 50, 50, 75]
    assert math.isnan(cell(scores, "C", "b"))
    assert cell(scores, "C", "top") == 75


@pytest.mark.parametrize(
    ("percent", "draws", "at"), [(5, 1000, 50), (95, 1000, 950), (0, 10, 1), (50, 5, 3), (2.5, 1000, 25)]
)
def test_which_draw_ends_an_interval(percent: float, draws: int, at: int) -> None:
    assert draw_rank(percent, draws) == at
