"""Work on a text grows with its length and no faster, whatever stands in it."""

import sys
from collections.abc import Callable

import pytest

from generator.content.markdown.parse import Parsed, parse_markdown
from generator.content.markdown.positions import SourceMap

pytestmark = pytest.mark.uncounted  # else the clock times the counting of lines


def parse(text: str) -> Parsed:
    return parse_markdown(SourceMap(text, "content/essays/a.md", 1))


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
