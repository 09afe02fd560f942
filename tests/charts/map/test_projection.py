"""Places on the world map."""

import re

from generator.charts.map.projection import HEIGHT, equal_earth, world_ring
from generator.charts.svg.paths import path_data


def test_the_middle_of_the_map_is_eleven_degrees_east() -> None:
    x, y = equal_earth(11, 0)
    assert x == 500
    assert 0 < y < HEIGHT
    assert equal_earth(-169.1, 0)[0] > 999
    assert equal_earth(-168.9, 0)[0] < 1


def test_a_ring_beyond_the_date_line_stays_whole() -> None:
    chukotka = ((-180.0, 66.0), (-170.0, 66.0), (-175.0, 68.0), (-180.0, 66.0))
    assert int(re.findall(r"M(\d+)", world_ring(chukotka))[0]) > 700


def test_a_ring_across_the_date_line_is_not_torn() -> None:
    across = ((170.0, 60.0), (-175.0, 60.0), (-175.0, 66.0), (170.0, 66.0), (170.0, 60.0))
    steps = [abs(int(step)) for step in re.findall(r"-?\d+", world_ring(across).split("l")[1])]
    assert max(steps) < 60


def test_path_data_is_whole_relative_and_without_repeats() -> None:
    assert path_data([(0, 0), (5.2, 0), (5.3, 0.1), (5, -4), (0, 0)]) == "M0 0h5v-4z"
    assert path_data([(0, 0), (0.1, 0), (3, 0), (0, 0)]) == ""
