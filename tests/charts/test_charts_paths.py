"""Path data written short: from places at once, or from what a renderer wrote."""

from hypothesis import given
from hypothesis import strategies as st

from generator.charts.paths import shorten_path, write_line

PLACES = st.tuples(st.integers(-2000, 2000), st.integers(-2000, 2000))


def test_a_line_is_a_move_and_steps_without_needless_marks() -> None:
    assert write_line([(0, 452), (67, 433), (135, 415), (135, 420)]) == "M0,45.2l6.7-1.9,6.8-1.8,0,.5"


@given(st.lists(PLACES, min_size=2, max_size=40))
def test_places_and_path_data_are_shortened_alike(places: list[tuple[int, int]]) -> None:
    data = "M" + "L".join(f"{x / 10},{y / 10}" for x, y in places)
    assert write_line(places) == shorten_path(data)
