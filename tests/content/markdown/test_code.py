"""Blanking code takes linear time."""

from functools import partial

import pytest

from generator.content.markdown.code import blank_code
from tests.timing import seconds


@pytest.mark.uncounted  # else the clock times the counting of lines
@pytest.mark.parametrize("unit", ["```x\na\n", "```x\na\n ```` y\n", "``x\n", "a ` b\n", "```\n", "~~~ x\n```\n"])
def test_blanking_code_takes_time_in_proportion_even_if_nothing_is_closed(unit: str) -> None:
    once, longer = (seconds(partial(blank_code, unit * n)) for n in (500, 8_000))
    assert longer < 64 * once  # 256 times where each opening is looked for to the end
