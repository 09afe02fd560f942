"""From how many places on something is said of them together."""

from dataclasses import replace

from generator.config import Thresholds
from tests.datasets import CODES, dataset

THREE = dataset({"one": {code: {2020: str(at)} for at, code in enumerate(CODES[:3])}})
TWO = dataset({"one": {code: {2020: str(at)} for at, code in enumerate(CODES[:2])}})


def test_three_places_have_a_ranking_and_a_median_and_two_have_none() -> None:
    assert THREE.ranking("one") is not None
    assert THREE.median("one", 2020) == 1.0
    assert TWO.ranking("one") is None
    assert TWO.median("one", 2020) is None


def test_a_site_may_ask_for_more_or_fewer() -> None:
    more = replace(THREE, least=Thresholds(rank=4, median=4))
    assert more.ranking("one") is None
    assert more.median("one", 2020) is None
    fewer = replace(TWO, least=Thresholds(rank=2, median=2))
    assert fewer.ranking("one") is not None
    assert fewer.median("one", 2020) == 0.5
