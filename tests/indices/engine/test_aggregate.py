"""Scores put together again with other weights."""

from dataclasses import replace

import numpy as np

from generator.indices.engine.aggregate import recombine
from tests.indices.literals import contract, edition, leaf, node

GOOD_LIFE = contract((node("good"),), (leaf("long", "good"), leaf("free", "good")))
FIGURES = {"long": {"KAZ": 60.0, "UZB": 70.0, "KGZ": 80.0}, "free": {"KAZ": 3.0, "UZB": 2.0, "KGZ": 1.0}}


def test_no_weight_at_all_leaves_no_score_of_any_country() -> None:
    part = edition(GOOD_LIFE, FIGURES, ["KAZ", "UZB", "KGZ"]).part
    weightless = replace(GOOD_LIFE, leaves={key: replace(each, weight=0.0) for key, each in GOOD_LIFE.leaves.items()})
    assert np.isnan(recombine(weightless, part)["good"]).tolist() == [True, True, True]
    assert not np.isnan(recombine(GOOD_LIFE, part)["good"]).any()
