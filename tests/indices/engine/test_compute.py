"""The Human Development Index by the formula of its publisher, as the engine computes it."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from generator.indices.contract import Aggregation, Contract, Method, Normalisation, Scale, Sensitivity
from generator.indices.engine.compute import Inputs, Result, compute
from generator.indices.engine.values import Observed
from generator.indices.keep import result_bytes
from tests.indices.literals import by_country, cells, contract, edition, leaf, node, observed

LIFE, EXPECTED, MEAN, INCOME = "life", "expected", "mean", "income"


def posts(low: float, high: float, *, log: bool = False) -> Normalisation:
    return Normalisation(method=Method.GOALPOSTS, low=low, high=high, log=log)


HDI = contract(
    (
        node("hdi", aggregation=Aggregation.GEOMETRIC, minimum=1.0),
        node("health", "hdi", minimum=1.0),
        node("knowledge", "hdi", minimum=1.0),
        node("living", "hdi", minimum=1.0),
    ),
    (
        leaf(LIFE, "health", normalisation=posts(20, 85)),
        leaf(EXPECTED, "knowledge", normalisation=posts(0, 18)),
        leaf(MEAN, "knowledge", normalisation=posts(0, 15)),
        leaf(INCOME, "living", normalisation=posts(100, 75000, log=True)),
    ),
)
KAZAKHSTAN = {
    LIFE: {"KAZ": 69.489},
    EXPECTED: {"KAZ": 14.81627},
    MEAN: {"KAZ": 12.433379},
    INCOME: {"KAZ": 22586.79889},
}


def test_kazakhstan_in_2022() -> None:
    found = edition(HDI, KAZAKHSTAN, ["KAZ"])
    parts = cells(found.scores, "KAZ", ("health", "knowledge", "living", "hdi"))
    assert parts == pytest.approx([76.136923077, 82.600902222, 81.871461834, 80.150127803], abs=1e-9)
    added = cells(found.contributions, "KAZ", (LIFE, EXPECTED, MEAN, INCOME))
    assert added == pytest.approx([25.362213520, 13.709708339, 13.805741911, 27.272464033], abs=1e-9)


SHARED = contract(
    (node("top"),),
    (leaf("visits", per="people", indicator="visits"), leaf("income", per="people", indicator="income"), leaf("age")),
    years=(2019, 2020),
)


def figures(visits: float, long_ago: float = 3.0) -> dict[str, Observed]:
    """Return figures of three countries, one of which has these visits in 2020 and in 1990."""
    return {
        "visits": observed(
            {1990: {"A": long_ago}, 2019: by_country("ABC", 1, 2, 4), 2020: by_country("ABC", visits, 3, 9)}
        ),
        "people": observed({year: by_country("ABC", 10, 20, 30) for year in (2019, 2020)}),
        "income": observed({year: by_country("ABC", 5, 9, 2) for year in (2019, 2020)}),
        "age": observed({year: by_country("ABC", 50, 60, 75) for year in (2019, 2020)}),
    }


def computed(given: Mapping[str, Observed], before: Result | None = None, of: Contract = SHARED) -> Result:
    return compute(of, Inputs(countries="ABC", groups=dict.fromkeys("ABC", "all"), observed=given), before)


def test_after_other_figures_of_one_indicator_the_rest_is_of_before_and_the_result_the_same() -> None:
    before, whole = computed(figures(2.0)), figures(7.0)
    some = {name: whole[name] for name in ("visits", "people")}  # people are asked for again, income rests on them too
    assert result_bytes(computed(some, before)) == result_bytes(computed(whole)) != result_bytes(before)


@pytest.mark.parametrize("scale_over", list(Scale))
def test_editions_on_a_scale_of_their_own_are_those_of_before_if_their_values_are(scale_over: Scale) -> None:
    drawn = Sensitivity(
        seed=1, draws=20, weights=0.5, normalisation=(Normalisation(method=Method.Z_SCORE),), aggregation={}
    )
    top = {"top": node("top", aggregation=Aggregation.GEOMETRIC)}
    of = replace(SHARED, nodes=top, scale_over=scale_over, sensitivity=drawn)
    before, whole = computed(figures(2.0), of=of), figures(7.0)
    after = computed({name: whole[name] for name in ("visits", "people")}, before, of=of)
    assert result_bytes(after) == result_bytes(computed(whole, of=of))
    assert after.editions[2020] is not before.editions[2020]
    assert (after.editions[2019] is before.editions[2019]) is (scale_over is Scale.EACH_YEAR)
    assert after.findings
    assert {finding.year for finding in after.editions[2019].findings} == {2019}


def test_figures_that_no_edition_reaches_leave_the_result_as_it_was() -> None:
    before, whole = computed(figures(2.0)), figures(2.0, long_ago=8.0)
    assert computed({name: whole[name] for name in ("visits", "people")}, before) is before
