"""Shortened lines stay as near as an eye sees."""

import re
from itertools import pairwise
from math import hypot

from hypothesis import example, given
from hypothesis import strategies as st

from generator.charts.svg.paths import GRAIN, UNSEEN, shorten_path

PLACES = st.lists(st.tuples(st.integers(-2000, 2000), st.integers(-2000, 2000)), min_size=2, max_size=40)
Point = tuple[float, float]


def drawn(data: str) -> list[Point]:
    """Return the points of one line told in steps."""
    numbers = [float(n) for n in re.findall(r"-?(?:\d+\.?\d*|\.\d+)", data)]
    points = [(numbers[0], numbers[1])]
    for across, down in zip(numbers[2::2], numbers[3::2], strict=True):
        points.append((points[-1][0] + across, points[-1][1] + down))
    return points


def away(point: Point, start: Point, end: Point) -> float:
    """Return how far a point is from the straight way between two others."""
    (x, y), (a, b), (c, d) = point, start, end
    long = (c - a) ** 2 + (d - b) ** 2
    part = min(1.0, max(0.0, ((x - a) * (c - a) + (y - b) * (d - b)) / long)) if long else 0.0
    return hypot(x - a - part * (c - a), y - b - part * (d - b))


@given(PLACES)
@example([(0, 0), (5, 1000), (10, 500)])
def test_no_point_is_farther_from_the_short_line_than_an_eye_sees(places: list[tuple[int, int]]) -> None:
    points = [(x / 10, y / 10) for x, y in places]
    line = drawn(shorten_path("M" + "L".join(f"{x},{y}" for x, y in points)))
    off = UNSEEN + GRAIN / 20 * 2**0.5 + 1e-6
    assert all(min(away(point, a, b) for a, b in pairwise(line)) <= off for point in points)
    assert hypot(line[0][0] - points[0][0], line[0][1] - points[0][1]) <= off
    assert hypot(line[-1][0] - points[-1][0], line[-1][1] - points[-1][1]) <= off
