"""Ranks and trends as typed, against rankings and pairs of values."""

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.claims.ranks import TypedRank, parse_rank, place_of, rank_agrees
from generator.claims.trends import Change, parse_trend, trend_agrees, unfit
from generator.data.catalog import Direction
from generator.data.observations import Observation
from generator.data.ranking import Ranking, rank_observations
from generator.formatting import format_ordinal
from tests.conftest import REPOSITORY

GUIDE = (REPOSITORY / "docs" / "authors.md").read_text("utf-8")


def ranking(values: list[str], direction: Direction = Direction.NEUTRAL) -> Ranking:
    found = [
        Observation(indicator="i", country=f"A{n:02}", year=2024, text=value, status="A", origin="o")
        for n, value in enumerate(values)
    ]
    return Ranking(indicator="i", year=2024, group="", rows=rank_observations(found, 2024, direction))


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
    places = [[place_of(board, f"A{n:02}", end) for n in range(4)] for end in ("best", "worst", "high", "low")]
    assert places == [[4, 2, 2, 1], [1, 2, 2, 4], [1, 2, 2, 4], [4, 2, 2, 1]]
    assert place_of(board, "ZZZ", "best") is None


@given(st.lists(st.integers(-50, 50), min_size=1, max_size=30))
def test_a_stated_rank_agrees_and_the_next_does_not(values: list[int]) -> None:
    board = ranking([str(v) for v in values])
    for row in board.rows:
        text = f"{format_ordinal(row.rank)} of {len(values)}"
        typed, wrong = parse_rank(text), parse_rank(format_ordinal(row.rank + 1))
        assert typed
        assert wrong
        assert rank_agrees(typed, board, row.observation.country)
        assert not rank_agrees(wrong, board, row.observation.country)
        assert not rank_agrees(TypedRank(place=row.rank, of=len(values) + 1), board, row.observation.country)


def change(first: str, last: str, kind: str = "count", decimals: int = 1) -> Change:
    return Change(first=Decimal(first), last=Decimal(last), decimals=decimals, unit_kind=kind)


TRENDS = [
    ("rose", change("1", "2"), True),
    ("rose", change("1.00", "1.04"), False),
    ("fell", change("1", "2"), False),
    ("had fallen", change("2", "1"), True),
    ("doubled", change("1", "1.95"), True),
    ("doubled", change("1", "1.94"), False),
    ("doubled", change("-1", "-2"), False),
    ("more than doubled", change("1", "2.4"), True),
    ("more than doubled", change("1", "3.4"), False),
    ("nearly doubled", change("1", "1.9"), True),
    ("nearly doubled", change("1", "1.7"), False),
    ("halved", change("2", "1"), True),
    ("more than halved", change("2", "0.8"), True),
    ("almost halved", change("2", "1.05"), True),
    ("almost halved", change("2", "0.9"), False),
    ("stable", change("100", "102"), True),
    ("stable", change("100", "103"), False),
    ("stable", change("0", "0"), False),
    ("remained stable", change("50", "51", "share"), True),
    ("stable", change("50", "51.1", "percent"), False),
    ("rose by 10 %", change("10", "11"), True),
    ("rose by 10 %", change("10", "11.1"), False),
    ("fell by 10 %", change("10", "11"), False),
    ("rose by 3 percentage points", change("10", "13", "share"), True),
    ("rose by 3 %", change("10", "13", "share"), False),
    ("fell by a fifth", change("100", "79"), True),
    ("rose by 2.5 million", change("1000000", "3500000"), True),
    ("rose by 2.4 million", change("1000000", "3500000"), False),
]


@pytest.mark.parametrize(("text", "moved", "agrees"), TRENDS, ids=[f"{n}-{t}" for n, (t, *_) in enumerate(TRENDS)])
def test_trends(text: str, moved: Change, agrees: bool) -> None:
    typed = parse_trend(text)
    assert typed is not None
    assert trend_agrees(typed, moved) is agrees


@pytest.mark.parametrize("text", ["", "changed", "did not rise", "never fell", "rose by much"])
def test_no_trend_is_read(text: str) -> None:
    assert parse_trend(text) is None


@pytest.mark.parametrize(
    ("text", "moved"),
    [("rose by 3 percentage points", change("10", "13")), ("rose by 10 %", change("0", "3"))],
)
def test_amounts_that_cannot_be_compared(text: str, moved: Change) -> None:
    typed = parse_trend(text)
    assert typed
    assert unfit(typed, moved)


@given(st.decimals("0.5", "1000000", places=2), st.decimals("0.5", "1000000", places=2))
def test_one_direction_agrees_and_not_the_other(first: Decimal, last: Decimal) -> None:
    moved = Change(first=first, last=last, decimals=2, unit_kind="count")
    rose, fell = parse_trend("rose"), parse_trend("fell")
    assert rose
    assert fell
    assert (trend_agrees(rose, moved), trend_agrees(fell, moved)) == (last > first, last < first)


def guide_rows(heading: str) -> list[tuple[str, bool]]:
    """Return the examples of a table of the author's guide: each text with whether it agrees."""
    part = GUIDE.split(f"## {heading}")[1].split("\n## ")[0]
    rows = re.findall(r"^\| (`.+?) \| (yes|no) \|", part, re.MULTILINE)
    return [(text, agrees == "yes") for cell, agrees in rows for text in re.findall(r"`\[(.+?)\]`", cell)]


BOARD = ranking([str(100 - n) for n in range(17)])


@pytest.mark.parametrize(("text", "agrees"), guide_rows("When does a rank agree?"))
def test_the_guides_ranks(text: str, agrees: bool) -> None:
    typed = parse_rank(text)
    assert (typed is not None and rank_agrees(typed, BOARD, "A07")) is agrees


@pytest.mark.parametrize(("text", "agrees"), guide_rows("When does a trend agree?"))
def test_the_guides_trends(text: str, agrees: bool) -> None:
    typed = parse_trend(text)
    moved = change("17200000", "20600000", decimals=0)
    assert (typed is not None and not typed.others and trend_agrees(typed, moved)) is agrees


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


@pytest.mark.parametrize(
    ("text", "moved", "agrees"),
    [
        ("rose 20 %", change("10", "12"), True),
        ("rose 50 %", change("10", "12"), False),
        ("rose more than 19 %", change("10", "12"), True),
        ("rose almost a third", change("100", "131"), True),
        ("rose a third", change("100", "120"), False),
        ("rose sharply", change("10", "12"), True),
        ("rose threefold", change("10", "30"), True),
        ("rose threefold", change("10", "20"), False),
        ("grew tenfold", change("10", "90"), False),
        ("fell by more than half", change("100", "48"), True),
        ("fell by more than half", change("100", "52"), False),
    ],
)
def test_an_outsiders_trend(text: str, moved: Change, agrees: bool) -> None:
    typed = parse_trend(text)
    assert typed is not None
    assert not typed.others
    assert trend_agrees(typed, moved) is agrees


@pytest.mark.parametrize(
    "text",
    [
        "rose, then fell",
        "nearly rose",
        "failed to rise",
        "rose by 10 % a year",
        "fell to a fifth",
        "rose two or three points",
    ],
)
def test_an_ambiguous_trend_is_not_read(text: str) -> None:
    assert parse_trend(text) is None


def test_figures_beside_a_trend_are_not_lost() -> None:
    typed = parse_trend("rose from 17.2 to 20.6 million")
    assert typed
    assert typed.others == ("17.2", "20.6")
    assert unfit(parse_trend("rose by $3") or typed, change("10", "13"))
