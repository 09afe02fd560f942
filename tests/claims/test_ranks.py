"""Ranks as typed, against rankings.

As one writes them, as the guide does, and in the words of a hostile reader.
"""

import pytest

from generator.claims.grammar import load_grammar
from generator.claims.ranks import TypedRank, parse_rank, place_of, rank_agrees
from generator.data.catalog import Direction
from generator.data.observations import Observation
from generator.data.ranking import Ranked, Ranking
from tests.claims.guide_examples import guide_rows
from tests.claims.literals import place, ranking


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("third", TypedRank(place=3)),
        ("3rd", TypedRank(place=3)),
        ("the third", TypedRank(place=3)),
        ("34th of 60", TypedRank(place=34, of=60)),
        ("second of five in Central Asia", TypedRank(place=2, of=5)),
        ("second out of five", TypedRank(place=2, of=5)),
        ("second of the region", TypedRank(place=2)),
        ("second-largest", TypedRank(place=2, counted="high")),
        ("largest", TypedRank(place=1, counted="high")),
        ("the lowest of five", TypedRank(place=1, counted="low", of=5)),
        ("last", TypedRank(place=1, counted="worst")),
    ],
)
def test_a_rank_is_read(text: str, typed: TypedRank) -> None:
    assert parse_rank(text) == typed


@pytest.mark.parametrize("text", ["", "high", "3", "33 %", "of five", "many"])
def test_no_rank_is_read(text: str) -> None:
    assert parse_rank(text) is None


def test_places_are_counted_from_four_ends() -> None:
    board = ranking(["5", "3", "3", "1"], Direction.LOWER)
    places = [[place(board, f"A{n:02}").ends[end] for n in range(4)] for end in ("best", "worst", "high", "low")]
    assert places == [[4, 2, 2, 1], [1, 2, 2, 4], [1, 2, 2, 4], [4, 2, 2, 1]]
    assert place_of(board, "ZZZ") is None


GUIDES = ranking([str(100 - n) for n in range(17)])


@pytest.mark.parametrize(("text", "agrees"), guide_rows("When does a rank agree?"))
def test_the_guides_ranks(text: str, agrees: bool) -> None:
    typed = parse_rank(text)
    assert (typed is not None and rank_agrees(typed, place(GUIDES, "A07"))) is agrees


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("ranked third", TypedRank(place=3)),
        ("in third place", TypedRank(place=3)),
        ("joint third", TypedRank(place=3, shared=True)),
        ("second to last", TypedRank(place=2, counted="worst")),
        ("third from the bottom", TypedRank(place=3, counted="worst")),
        ("34th out of 60", TypedRank(place=34, of=60)),
        ("3rd of 17 in 2019", TypedRank(place=3, of=17, others=("2019",))),
    ],
)
def test_an_outsiders_rank_is_read(text: str, typed: TypedRank) -> None:
    assert parse_rank(text) == typed


@pytest.mark.parametrize(
    "text", ["third or fourth", "third oldest", "last but three", "top five", "not third", "bottom third"]
)
def test_an_ambiguous_rank_is_not_read(text: str) -> None:
    assert parse_rank(text) is None


def seen(country: str, value: str) -> Observation:
    return Observation(indicator="i", country=country, year=2020, text=value, status="A", origin="o", note="")


PLACES = (
    ("AAA", "9", 1, False),
    ("BBB", "7", 2, True),
    ("CCC", "7", 2, True),
    ("DDD", "5", 4, False),
    ("EEE", "3", 5, False),
)


BOARD = Ranking(
    indicator="i",
    year=2020,
    group="",
    rows=tuple(Ranked(rank=rank, tied=tied, observation=seen(code, value)) for code, value, rank, tied in PLACES),
)


@pytest.mark.parametrize(
    ("text", "country", "right"),
    [
        ("joint second", "BBB", True),
        ("2nd=", "BBB", True),
        ("=2nd", "CCC", True),
        ("tied for 2nd", "CCC", True),
        ("joint fourth", "DDD", False),
        ("=4th", "DDD", False),
        ("No. 4", "DDD", True),
        ("number four", "DDD", True),
        ("#4", "DDD", True),
        ("rank 4", "DDD", True),
        ("rank 3", "DDD", False),
        ("4 of 5", "DDD", True),
        ("4 of 6", "DDD", False),
        ("penultimate", "DDD", True),
        ("penultimate of five", "DDD", True),
        ("penultimate of six", "DDD", False),
        ("last but one", "DDD", True),
        ("last but two", "DDD", False),
        ("runner-up", "BBB", True),
        ("second to none", "BBB", False),
        ("not first", "AAA", False),
    ],
)
def test_a_rank_in_other_words(text: str, country: str, *, right: bool) -> None:
    typed = parse_rank(text)
    assert (typed is not None and rank_agrees(typed, place(BOARD, country))) is right


def test_german_has_other_words_for_places() -> None:
    typed = parse_rank("die vorletzte von fünf", load_grammar("de"))
    assert typed
    assert rank_agrees(typed, place(BOARD, "DDD"))
