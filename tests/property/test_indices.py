"""Laws that hold for every index, tried on many."""

import math
from collections.abc import Mapping

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.indices.contract import Aggregation, Contract, Leaf, Method, Node, Normalisation, Sensitivity
from generator.indices.engine.compare import difference, reference_scores, strengths_and_gaps, what_would_move
from generator.indices.engine.compute import Edition, Inputs, compute
from generator.indices.engine.numbers import cell
from generator.indices.engine.values import Observed
from tests.indices.literals import FROM_ONE, YEAR, cells, contract, leaf, node, row

pytestmark = pytest.mark.slow

CODES = [f"C{at:02}" for at in range(12)]
NUMBERS = st.integers(-1000, 1000).map(float)


def _leaves(rising: list[bool], weights: list[int]) -> list[Leaf]:
    parents = ("a", "a", "b", "b", "top")
    return [
        leaf(f"x{at}", parent, rising=up, weight=float(weight), normalisation=FROM_ONE)
        for at, (parent, up, weight) in enumerate(zip(parents, rising, weights, strict=True))
    ]


def _made(top: Aggregation, rising: list[bool], weights: list[int]) -> Contract:
    nodes: list[Node] = [
        node("top", aggregation=top),
        node("a", "top", aggregation=Aggregation.HARMONIC),
        node("b", "top"),
    ]
    how = Sensitivity(
        seed=3,
        draws=50,
        weights=0.4,
        normalisation=(Normalisation(method=Method.PERCENTILE_RANK, low_score=1.0),),
        aggregation={"top": (Aggregation.ARITHMETIC,)},
    )
    return contract(nodes, _leaves(rising, weights), sensitivity=how)


@st.composite
def cases(draw: st.DrawFn) -> tuple[Contract, dict[str, list[float]]]:
    top = draw(st.sampled_from(list(Aggregation)))
    rising = draw(st.lists(st.booleans(), min_size=5, max_size=5))
    weights = draw(st.lists(st.integers(1, 5), min_size=5, max_size=5))
    column = st.lists(st.one_of(NUMBERS, st.just(math.nan)), min_size=12, max_size=12)
    figures = {f"x{at}": draw(column.filter(lambda xs: len({x for x in xs if x == x}) > 1)) for at in range(5)}  # noqa: PLR0124 - NaN
    return _made(top, rising, weights), figures


def computed(made: Contract, figures: Mapping[str, list[float]], order: list[int] | None = None) -> Edition | None:
    at = order or list(range(12))
    frames = {
        key: pd.DataFrame({YEAR: [xs[place] for place in at]}, index=[CODES[place] for place in at])
        for key, xs in figures.items()
    }
    observed = {
        key: Observed(values=frame, origins=frame.notna().replace({True: "o", False: ""}))
        for key, frame in frames.items()
    }
    inputs = Inputs(countries=CODES, groups=dict.fromkeys(CODES, ""), observed=observed)
    return compute(made, inputs).editions.get(YEAR)


@settings(max_examples=60, deadline=None)
@given(cases(), st.permutations(list(range(12))), st.permutations(list(range(5))))
def test_nothing_depends_on_the_order_of_countries_indicators_or_rows(
    case: tuple[Contract, dict[str, list[float]]], order: list[int], entries: list[int]
) -> None:
    made, figures = case
    one = computed(made, figures)
    leaves = list(made.leaves.values())
    other = computed(
        contract(reversed(list(made.nodes.values())), [leaves[at] for at in entries], sensitivity=made.sensitivity),
        {f"x{at}": figures[f"x{at}"] for at in entries},
        order,
    )
    assert one is not None
    assert other is not None
    for name in ("scores", "ranks", "contributions", "left_out"):
        pd.testing.assert_frame_equal(
            getattr(one, name), getattr(other, name)[getattr(one, name).columns], check_exact=True
        )
    assert one.intervals is not None
    assert other.intervals is not None
    pd.testing.assert_frame_equal(one.intervals, other.intervals)


@settings(max_examples=60, deadline=None)
@given(cases())
def test_contributions_and_differences_add_up(case: tuple[Contract, dict[str, list[float]]]) -> None:
    made, figures = case
    found = computed(made, figures)
    assert found is not None
    scores = {code: cell(found.scores, code, "top") for code in found.ranked}
    added = found.contributions[list(made.live_leaves)].sum(axis=1)
    assert added.to_dict() == pytest.approx(scores, abs=1e-9)
    for country in found.ranked:
        apart = difference(made, row(found.part, country), reference_scores(found.part, country, CODES))
        if apart and apart.parts:
            assert sum(apart.parts.values()) == pytest.approx(scores[country] - apart.reference, abs=1e-9)


@settings(max_examples=60, deadline=None)
@given(cases(), st.floats(0.01, 1000), st.floats(-1000, 1000))
def test_another_unit_leaves_the_scores(
    case: tuple[Contract, dict[str, list[float]]], factor: float, add: float
) -> None:
    made, figures = case
    one = computed(made, figures)
    other = computed(made, {key: [x * factor + add for x in xs] for key, xs in figures.items()})
    assert one is not None
    assert other is not None
    np.testing.assert_allclose(one.scores, other.scores, rtol=0, atol=1e-6)


@settings(max_examples=60, deadline=None)
@given(cases())
def test_who_is_worse_everywhere_never_stands_above(case: tuple[Contract, dict[str, list[float]]]) -> None:
    made, figures = case
    whole = {key: [0.0 if math.isnan(x) else x for x in xs] for key, xs in figures.items()}
    found = computed(made, whole)
    if found is None:
        return
    leaves = list(made.live_leaves)
    for one in found.ranked:
        for other in found.ranked:
            if all(
                a <= b for a, b in zip(cells(found.part, one, leaves), cells(found.part, other, leaves), strict=True)
            ):
                assert cell(found.ranks, one, "top") >= cell(found.ranks, other, "top")


@settings(max_examples=30, deadline=None)
@given(cases())
def test_strengths_gaps_and_moves_are_of_what_takes_part(case: tuple[Contract, dict[str, list[float]]]) -> None:
    made, figures = case
    found = computed(made, figures)
    assert found is not None
    for country in found.ranked:
        strong, weak = strengths_and_gaps(made, found.part, dict.fromkeys(made.live_leaves, False), country)
        assert all(2 * each.worse > each.n - 1 for each in strong)
        moves = what_would_move(made, found.part, country, [each.key for each in weak], CODES)
        own = cell(found.scores, country, "top")
        assert all(move.score >= own - 1e-9 for move in moves)
        assert all(move.rank <= cell(found.ranks, country, "top") for move in moves)
