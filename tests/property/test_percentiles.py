"""Percentiles never cross."""

import json
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from generator.charts.trend.percentiles import _cuts


@given(st.lists(st.lists(st.floats(-1e9, 1e9), min_size=2, max_size=2), min_size=3, max_size=40))
def test_percentiles_never_cross(series: list[list[float]]) -> None:
    found = {str(n): tuple((2000 + y, v) for y, v in enumerate(values)) for n, values in enumerate(series)}
    for cuts in _cuts(found).values():
        assert all(b >= a - 1e-9 * abs(a) for a, b in pairwise(cuts))  # floats interpolate to the last digit but one
        json.dumps(cuts, allow_nan=False)
