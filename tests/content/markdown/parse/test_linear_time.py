"""Work on a text grows with its length and no faster, whatever stands in it."""

import sys
import time
from collections.abc import Callable
from functools import partial

import pytest

from generator.content.checks.quantities import find_quantities
from generator.content.markdown.code import blank_code
from generator.content.markdown.parse import Parsed, parse_markdown
from generator.content.markdown.positions import Places


def parse(text: str) -> Parsed:
    return parse_markdown(Places(text, "content/essays/a.md", 1))


def steps(work: Callable[[], object]) -> int:
    """Return how many calls a piece of work makes, which is the same on every machine."""
    count = 0

    def tick(*_: object) -> None:
        nonlocal count
        count += 1

    before = sys.getprofile()
    sys.setprofile(tick)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize(
    "unit",
    [
        "A line with [20 million](value:population/KAZ@2019) people.\n\n",
        "![a](chart:population/KAZ)\n\n",
        "* item [a](country:KAZ)\n",
        "| a | b |\n",
        "`code` and ``more`` and ` lone\n\n",
        "## Heading\n\ntext\n\n",
        "a [@key, p. 31] b\n\n",
        "[ ] ( [ ] (\n\n",
        "<!-- allow figure-unbound: why -->\n1,000\n\n",
        "~~~\nx\n~~~\n\n",
        "---\n",
        "a\n:   b\n\n",
        "a  \n",
        "\\* ",
        "`<a` ",
        "a\n=\n\n",
        "a[^b] ",
    ],
)
def test_twice_the_length_takes_twice_the_work(unit: str) -> None:
    parse(unit)  # what is made once is made before
    once, twice = steps(lambda: parse(unit * 150)), steps(lambda: parse(unit * 300))
    assert twice < 2.3 * once


def seconds(work: Callable[[], object]) -> float:
    """Return the least processor time of three runs: what the machine does besides does not count."""
    times = []
    for _ in range(3):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


@pytest.mark.parametrize("unit", ["```x\na\n", "```x\na\n ```` y\n", "``x\n", "a ` b\n", "```\n", "~~~ x\n```\n"])
def test_blanking_code_takes_time_in_proportion_even_if_nothing_is_closed(unit: str) -> None:
    once, longer = (seconds(partial(blank_code, unit * n)) for n in (1_000, 16_000))
    assert longer < 64 * once  # 256 times where each opening is looked for to the end


def count_quantities(text: str) -> int:
    return len(list(find_quantities(text)))


@pytest.mark.parametrize("unit", ["1,", "1.1", "1,,", "one\n> ", "half a ", "ten\n", " >"])
def test_looking_for_quantities_takes_time_in_proportion(unit: str) -> None:
    once, longer = (seconds(partial(count_quantities, unit * n)) for n in (500, 8_000))
    assert longer < 64 * once
