"""Whatever an author writes fits the narrowest phone.

Long words break, wide tables scroll in a box of their own.
"""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.accessibility import check_accessible
from tests.browser.live_preview import Live

pytestmark = pytest.mark.browser

LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
ADDRESS = "https://example.org/" + "a-very-long-path-without-any-space/" * 5
CELLS = " | ".join(f"Column{number}WithAName" for number in range(12))
TEXT = f"""---
title: {LONG}
date: 2026-01-01
authors: [{LONG}]
countries: [KAZ]
summary: A test of {LONG}.
---

A word, {LONG}, a link <{ADDRESS}>, code `{"x" * 90}` and **{LONG}**.

{CELLS}
{"|".join(["---"] * 12)}
{" | ".join(["cell"] * 12)}

> {LONG}

* {LONG}[^a] and again[^a]

## {LONG}

    {"y" * 90}

Short | Table
--- | ---
a | b

[^a]: {LONG}, {ADDRESS}
"""


@pytest.fixture
def tab(live: Live, browser: Browser) -> Iterator[Page]:
    """An essay of everything that is too long, on a phone."""
    live.essay.write_text(TEXT, "utf-8")
    context = browser.new_context(viewport={"width": 320, "height": 800}, bypass_csp=True)
    opened = context.new_page()
    opened.goto(live.url + "essays/live/")
    opened.get_by_role("heading", level=1, name=LONG).wait_for()
    yield opened
    context.close()


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


def test_the_way_back_from_a_note_names_its_letter(tab: Page) -> None:
    tab.get_by_role("link", name="Back to note a in the text (2)").click()
    assert tab.url.endswith("#fnref2:a")
    assert tab.get_by_role("link", name="Back to note a in the text", exact=True).count() == 1
