"""Laws of rankings."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from generator.data.catalog import Direction
from generator.data.observations import Observation
from generator.data.ranking import rank_observations

YEAR = 2019


values = st.lists(st.integers(-50, 50), min_size=1, max_size=26)


directions = st.sampled_from(Direction)


def observations(numbers: list[int]) -> list[Observation]:
    return [
        Observation(indicator="people", country=f"A{chr(65 + at)}A", year=YEAR, text=str(n), status="A", origin="x")
        for at, n in enumerate(numbers)
    ]


@given(values, directions, st.randoms())
def test_the_order_of_rows_does_not_matter(numbers: list[int], direction: Direction, random: Random) -> None:
    rows = observations(numbers)
    shuffled = random.sample(rows, len(rows))
    assert rank_observations(shuffled, direction) == rank_observations(rows, direction)


@given(values, directions)
def test_a_rank_is_one_more_than_the_count_of_better_values(numbers: list[int], direction: Direction) -> None:
    sign = 1 if direction is Direction.LOWER else -1
    for row in rank_observations(observations(numbers), direction):
        own = int(row.observation.text)
        assert row.rank == 1 + sum(sign * other < sign * own for other in numbers)
        assert row.tied == (numbers.count(own) > 1)
