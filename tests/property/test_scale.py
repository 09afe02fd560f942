"""Labels of any sizes stay apart."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from generator.charts.scale import spread_out

things = st.lists(st.tuples(st.floats(0, 100, allow_nan=False), st.floats(1, 30)), max_size=12)


@given(things)
def test_things_of_all_sizes_do_not_lie_over_one_another(given_: list[tuple[float, float]]) -> None:
    places = spread_out([at for at, _ in given_], [size for _, size in given_], 0.0, 100.0)
    placed = sorted(zip(places, (size for _, size in given_), strict=True))
    for (low, small), (high, large) in pairwise(placed):
        assert high - low >= (small + large) / 2 - 1e-6
