"""Axes of the comparison, drawn by the reader's browser, are those of the site's own charts."""

import pytest
from playwright.sync_api import Browser

from generator.charts.scale import dodge, nice_ticks
from tests.browser.chromium import ONCE
from tests.browser.tabs import new_tab
from tests.repository import REPOSITORY

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SCRIPT = REPOSITORY / "templates/components/comparison/comparison.js"
GAP, LOW, HIGH = 16, 12, 236
POSITIONS = (
    (),
    (100,),
    (100, 100),
    (100, 110, 112, 180),
    (180, 112, 110, 100),
    (0, 1, 2, 3),
    (230, 235, 236, 240),
    (-50, 12, 13, 60, 61, 235, 300),
    tuple(range(0, 240, 10)),
)
RANGES = ((0, 1), (0, 7.3), (-4.2, 12), (98.6, 99.9), (5, 5), (0, 0), (0, 8_515_000), (0.0012, 0.0031))


def function(name: str) -> str:
    """Return a function of the script: from its name to the end of its body."""
    body = SCRIPT.read_text("utf-8").partition(f"const {name} = ")[2]
    return body[: body.index("\n};") + len("\n}")]


@ONCE
def test_names_are_moved_apart_as_in_the_charts_of_the_site(browser: Browser) -> None:
    tab = new_tab(browser)
    for positions in POSITIONS:
        moved = tab.evaluate(f"([...rest]) => ({function('dodge')})(...rest)", [positions, GAP, LOW, HIGH])
        assert moved == pytest.approx(dodge(positions, GAP, LOW, HIGH)), positions
    tab.close()


@ONCE
def test_ticks_are_those_of_the_charts_of_the_site(browser: Browser) -> None:
    tab = new_tab(browser)
    for low, high in RANGES:
        ticks = tab.evaluate(f"([...rest]) => ({function('niceTicks')})(...rest)", [low, high])
        assert ticks == pytest.approx(nice_ticks(low, high)), (low, high)
    tab.close()
