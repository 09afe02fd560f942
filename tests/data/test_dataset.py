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


GAPS = dataset({"one": {"AAA": {2000: "1.50", 2001: "2 E", 2002: "3 F"}, "ABA": {2000: "nan M", 2001: "4"}}})
NONE = replace(GAPS.observations["one"], texts=["1.50", "2", "3", "", "4"])
GAPS = replace(GAPS, observations={"one": replace(NONE, lowers=["1", "", "", "", "3"], uppers=["2", "", "", "", "5"])})


def test_a_series_is_told_by_its_figures_their_digits_ends_and_statuses() -> None:
    assert GAPS.points("one", "AAA") == ((2000, 1.5), (2001, 2.0), (2002, 3.0))
    assert GAPS.points("one", "ABA") == ((2001, 4.0),)
    assert [(year, str(exact)) for year, exact in GAPS.exact("one", "AAA")] == [
        (2000, "1.50"),
        (2001, "2"),
        (2002, "3"),
    ]
    assert [(year, str(exact)) for year, exact in GAPS.exact("one", "ABA")] == [(2001, "4")]
    assert GAPS.intervals("one", "AAA") == ((2000, "1", "2"),)
    assert GAPS.statuses("one", "AAA") == {"A", "E", "F"}
    assert GAPS.statuses("one", "ABA") == {"A"}


def test_of_a_country_without_rows_or_ends_nothing_is_told() -> None:
    found = (
        GAPS.points("one", "BAA"),
        GAPS.exact("one", "BAA"),
        GAPS.intervals("one", "BAA"),
        TWO.intervals("one", "AAA"),
    )
    assert found == ((), (), (), ())
    assert GAPS.statuses("two", "AAA") == frozenset()
