"""Breaks of classes rise and lie within the values."""

from hypothesis import given
from hypothesis import strategies as st

from generator.charts.map.classes import class_breaks


@given(st.lists(st.floats(-1e12, 1e12, allow_nan=False), min_size=1, max_size=60))
def test_breaks_rise_and_lie_within_the_values(values: list[float]) -> None:
    breaks = class_breaks(values)
    assert list(breaks) == sorted(set(breaks))
    assert len(breaks) <= 4
    assert all(min(values) < b <= max(values) for b in breaks)
