"""A rank that is stated agrees with its ranking, the next does not."""

from hypothesis import given
from hypothesis import strategies as st

from generator.claims.ranks import TypedRank, parse_rank, rank_agrees
from generator.formatting import format_ordinal
from tests.claims.literals import place, ranking


@given(st.lists(st.integers(-50, 50), min_size=1, max_size=30))
def test_a_stated_rank_agrees_and_the_next_does_not(values: list[int]) -> None:
    board = ranking([str(v) for v in values])
    for row in board.rows:
        text = f"{format_ordinal(row.rank)} of {len(values)}"
        typed, wrong = parse_rank(text), parse_rank(format_ordinal(row.rank + 1))
        assert typed
        assert wrong
        assert rank_agrees(typed, place(board, row.observation.country))
        assert not rank_agrees(wrong, place(board, row.observation.country))
        assert not rank_agrees(TypedRank(place=row.rank, of=len(values) + 1), place(board, row.observation.country))
