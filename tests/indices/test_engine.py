"""The figures that every implementation of the method agrees on."""

import math

import numpy as np
import pytest

from generator.indices.contract import Method, Normalisation, Outliers, Treatment
from generator.indices.engine.compare import difference
from generator.indices.engine.intervals import draws
from generator.indices.engine.normalise import score_values
from generator.indices.engine.parts import effective_weights
from generator.indices.engine.rank import rank_scores
from generator.indices.engine.treat import moments, treat_values
from tests.indices.literals import ARITHMETIC, GEOMETRIC, OF_FIVE, OF_SIX, cells, edition, row

AUTO = Treatment(method=Outliers.AUTO)


def near(*values: float) -> object:
    return pytest.approx(values, abs=1e-9, rel=0)


def test_skew_and_kurtosis_of_five_values() -> None:
    assert moments(np.array([1.0, 2, 3, 4, 10])) == near(1.697056274847714, 3.152)


def test_one_outlier_is_drawn_in_to_the_next_value() -> None:
    values, done = treat_values(AUTO, np.array([*range(1, 11), 30, 100.0]))
    assert values.tolist() == [*range(1, 11), 30, 30]
    assert (done.high, done.low, done.logarithm, done.remain) == (1, 0, False, False)
    assert (done.skew_before, done.kurtosis_before) == near(3.063241034239499, 9.741390834569147)
    assert (done.skew, done.kurtosis) == near(1.7120380600890506, 1.8157805377242044)


def test_four_outliers_are_drawn_in_one_after_another() -> None:
    values, done = treat_values(AUTO, np.array([0.0] * 30 + [2.0**k for k in range(10)]))
    assert (values.max(), done.high) == (32, 4)
    assert (done.skew, done.kurtosis) == near(2.121203825010983, 2.863243738899721)


def test_two_distinct_values_take_the_logarithm_and_keep_their_outlier() -> None:
    values, done = treat_values(AUTO, np.array([0.0] * 10 + [1.0]))
    assert values.tolist() == near(*[-4.605170185988091] * 10, 0.009950330853168092)
    assert done.logarithm
    assert done.remain


def test_three_values_are_too_few_to_judge() -> None:
    values, done = treat_values(AUTO, np.array([1.0, 2, 3]))
    assert values.tolist() == [1, 2, 3]
    assert done.too_few


@pytest.mark.parametrize(
    ("how", "rising", "scores"),
    [
        (Normalisation(method=Method.PERCENTILE_RANK), True, (0, 100 / 3, 100 / 3, 100)),
        (Normalisation(method=Method.RANK), True, (0, 200 / 3, 200 / 3, 100)),
        (Normalisation(method=Method.TARGET, target=25.0), True, (0, 200 / 3, 200 / 3, 100)),
        (Normalisation(method=Method.Z_SCORE), False, (62.247448713916, 50, 50, 37.752551286084)),
        (Normalisation(method=Method.MIN_MAX), False, (100, 50, 50, 0)),
    ],
)
def test_scores_of_four_values(how: Normalisation, rising: bool, scores: tuple[float, ...]) -> None:
    found = score_values(how, np.array([10.0, 20, 20, 30]), rising=rising)
    assert found.tolist() == near(*scores)


def test_goalposts_on_a_logarithmic_scale_clip_at_both_ends() -> None:
    how = Normalisation(method=Method.GOALPOSTS, low=100.0, high=75000.0, log=True)
    found = score_values(how, np.array([50.0, 100, 1000, 75000, 90000]), rising=True)
    assert found.tolist() == near(0, 0, 34.781867528635, 100, 100)


def test_ranks_are_shared_by_scores_that_differ_by_rounding() -> None:
    found = rank_scores(np.array([[5, 3, 3 + 5e-10, 1, math.nan]]))[0]
    assert found[:4].tolist() == [1, 2, 2, 4]
    assert math.isnan(found[4])


def test_a_geometric_index_of_six_countries() -> None:
    found = edition(GEOMETRIC, OF_SIX, list("ABCDEF"))
    scores = (1, 7.958127574, 30.787821165, 50.009095726, 75.697607284, 100)
    assert found.scores["top"].tolist() == near(*scores)
    weights = effective_weights(GEOMETRIC)
    assert [weights[key] for key in ("x1", "x2", "x3")] == near(4 / 9, 2 / 9, 1 / 3)
    assert cells(found.contributions, "D", ("x1", "x2", "x3")) == near(25.173492482, 15.681335342, 9.154267902)


def test_the_difference_from_given_scores() -> None:
    found = edition(GEOMETRIC, OF_SIX, list("ABCDEF"))
    reference = {"x1": 50.5, "x2": 50.5, "x3": 34.0}
    apart = difference(GEOMETRIC, row(found.part, "F"), reference)
    assert apart
    assert apart.reference == pytest.approx(44.260932322, abs=1e-9)
    assert apart.parts == pytest.approx({"x1": 31.147311552, "x3": 24.591756126}, abs=1e-9)


def test_random_numbers_are_those_of_the_method() -> None:
    assert draws(1, "weight/x1", 3).tolist() == [0.4707740977084137, 0.6143857899855818, 0.88725033183238]


def test_an_arithmetic_index_with_its_intervals() -> None:
    found = edition(ARITHMETIC, OF_FIVE, list("ABCDE"))
    assert found.scores["top"].round(3).tolist() == [41.667, 62.5, 45.833, 58.333, 50.0]
    assert found.ranks["top"].tolist() == [5, 1, 4, 2, 3]
    assert found.intervals is not None
    assert found.intervals["low"].tolist() == [2, 1, 2, 1, 2]
    assert found.intervals["high"].tolist() == [5, 3, 5, 3, 5]
    assert found.intervals["middle"].tolist() == [5, 1, 4, 2, 3]


@pytest.mark.parametrize(("key", "ranks"), [("y1", [2, 1, 4, 3, 5]), ("y2", [5, 3, 4, 1, 1]), ("y3", [2, 5, 1, 2, 2])])
def test_ranks_without_one_indicator(key: str, ranks: list[int]) -> None:
    assert edition(ARITHMETIC, OF_FIVE, list("ABCDE")).left_out[key].tolist() == ranks
