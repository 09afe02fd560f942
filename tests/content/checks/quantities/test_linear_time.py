"""Looking for quantities takes linear time."""

from functools import partial

import pytest

from generator.content.checks.quantities import find_quantities
from tests.timing import seconds


def count_quantities(text: str) -> int:
    return len(list(find_quantities(text)))


@pytest.mark.uncounted  # else the clock times the counting of lines
@pytest.mark.parametrize("unit", ["1,", "1.1", "1,,", "one\n> ", "half a ", "ten\n", " >"])
def test_looking_for_quantities_takes_time_in_proportion(unit: str) -> None:
    once, longer = (seconds(partial(count_quantities, unit * n)) for n in (250, 4_000))
    assert longer < 64 * once
