"""Whatever an author writes fits the narrowest phone.

Long words break, wide tables scroll in a box of their own.
"""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.accessibility import check_accessible, shown
from tests.browser.chromium import ONCE

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture
def tab(browser: Browser, address: str) -> Iterator[Page]:
    """An essay of everything that is too long, on the narrowest phone."""
    with shown(browser, address + "/essays/long-words/", 320, "light") as opened:
        yield opened


def test_the_page_does_not_scroll_sideways_and_tables_do(tab: Page) -> None:
    assert tab.evaluate("document.documentElement.scrollWidth") == 320
    box = tab.get_by_role("region", name="Table 1")
    assert box.evaluate("e => e.scrollWidth > e.clientWidth")
    box.focus()
    tab.keyboard.press("ArrowRight")
    tab.wait_for_function("document.querySelector('.prose .scroll').scrollLeft > 0")
    assert tab.get_by_role("region", name="Table 2").evaluate("e => e.scrollWidth <= e.clientWidth")
    check_accessible(tab)


def test_no_text_leaves_the_screen(tab: Page) -> None:
    right = tab.evaluate(
        """() => Math.max(...[...document.querySelectorAll("main :is(h1, h2, p, li, a, code, pre, strong, span)")]
        .filter(e => !e.closest(".scroll, .visually-hidden")).map(e => e.getBoundingClientRect().right))"""
    )
    assert right <= 320


@ONCE
def test_the_way_back_from_a_note_names_its_letter(tab: Page) -> None:
    tab.get_by_role("link", name="Back to note a in the text (2)").click()
    assert tab.url.endswith("#fnref2:a")
    assert tab.get_by_role("link", name="Back to note a in the text", exact=True).count() == 1
