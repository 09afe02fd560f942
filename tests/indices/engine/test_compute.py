"""The Human Development Index by the formula of its publisher, as the engine computes it."""

import pytest

from generator.indices.contract import Aggregation, Method, Normalisation
from tests.indices.literals import cells, contract, edition, leaf, node

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
