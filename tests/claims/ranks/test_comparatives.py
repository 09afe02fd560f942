"""Comparatives that state a rank."""

import pytest

from generator.claims.ranks import TypedRank, parse_rank, rank_agrees
from tests.claims.literals import place, ranking


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("higher than any other", "high"),
        ("more visitors than any other country", "high"),
        ("lower than in any other country", "low"),
        ("better than all others", "best"),
        ("worse than anywhere else", "worst"),
    ],
)
def test_above_all_others_is_a_first_place(text: str, counted: str) -> None:
    assert parse_rank(text) == TypedRank(place=1, counted=counted, alone=True)


def test_a_shared_first_place_is_not_above_all_others() -> None:
    shared, alone = ranking(["5", "5", "3"]), ranking(["6", "5", "3"])
    typed = TypedRank(place=1, counted="high", alone=True)
    assert not rank_agrees(typed, place(shared, shared.rows[0].observation.country))
    assert rank_agrees(typed, place(alone, alone.rows[0].observation.country))
    assert not rank_agrees(typed, place(alone, alone.rows[1].observation.country))


@pytest.mark.parametrize("text", ["any other", "no other", "higher than the 3 others", "higher than any other but two"])
def test_what_names_no_end_is_no_rank(text: str) -> None:
    assert parse_rank(text) is None


def test_an_ordinal_with_a_hyphen() -> None:
    assert parse_rank("twenty-third of 60") == TypedRank(place=23, of=60)
    assert parse_rank("third-largest") == TypedRank(place=3, counted="high")
    assert parse_rank("twenty-twentieth") is None
