"""Every kind of page in a real Chromium.

Complete without JavaScript, light, nothing asked of others, no sideways scroll.
"""

import pytest
from playwright.sync_api import Browser, Response

from tests.browser.accessibility import ALL_AWAKE
from tests.browser.addresses import PAGES
from tests.browser.chromium import ONCE, by_turns
from tests.browser.tabs import new_tab

pytestmark = [pytest.mark.browser, pytest.mark.slow]

BOX = "(part) => document.querySelector(part).getBoundingClientRect()"


@pytest.mark.parametrize("page", PAGES)
def test_no_errors_no_strangers_no_sideways_scroll(browser: Browser, address: str, page: str) -> None:
    tab = new_tab(browser, viewport={"width": 320, "height": 800})
    asked: list[str] = []
    said: list[str] = []
    scripts: list[Response] = []
    tab.on("request", lambda request: asked.append(request.url))
    tab.on("response", lambda response: scripts.append(response) if response.url.endswith(".js") else None)
    tab.on("console", lambda message: said.append(message.text))
    tab.goto(address + page)
    weight = sum(len(response.body()) for response in scripts)
    tab.evaluate(ALL_AWAKE)
    tab.evaluate("for (const part of document.querySelectorAll('details')) part.open = true")
    overflow = tab.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    tab.close()
    assert said == []
    assert all(url.startswith(address) for url in asked)
    assert overflow <= 0
    assert weight <= 10_000 or "?" in page  # an address that chooses countries asks for what draws them


@by_turns("page", ("/countries/kazakhstan/",), ("/indicators/population/",), ("/",))
def test_complete_without_javascript(browser: Browser, address: str, page: str) -> None:
    texts = []
    for enabled in (True, False):
        tab = new_tab(browser, java_script_enabled=enabled)
        tab.goto(address + page)
        # buttons need a script, and one makes a single file of the figures of two indicators
        tab.evaluate("for (const each of document.querySelectorAll('main button, .downloads')) each.remove()")
        texts.append((tab.locator("main").inner_text(), tab.locator("figure svg").count()))
        tab.close()
    assert texts[0] == texts[1]
    assert texts[1][1] > 0


def test_the_first_screen_of_a_phone_says_what_matters(browser: Browser, address: str) -> None:
    tab = new_tab(browser, viewport={"width": 390, "height": 844})
    tab.goto(address + "/countries/kazakhstan/")
    bottom = tab.locator(".key .key__value").first.evaluate("e => e.getBoundingClientRect().bottom")
    tab.close()
    assert bottom <= 844


@ONCE
def test_key_figures_fill_their_row_and_on_a_phone_one_that_is_left_over_does(browser: Browser, address: str) -> None:
    tab = new_tab(browser, viewport={"width": 960, "height": 844})  # the narrowest with a row for all four
    tab.goto(address + "/countries/kazakhstan/")
    four = tab.evaluate("[...document.querySelectorAll('.key')].map(key => key.getBoundingClientRect().top)")
    tab.evaluate("document.querySelector('.key').remove()")
    row, third = (tab.evaluate(BOX, part)["right"] for part in (".keys", ".key:last-child"))
    tab.set_viewport_size({"width": 390, "height": 844})
    keys, last, course = (
        tab.evaluate(BOX, part) for part in (".keys", ".key:last-child", ".key:last-child>.sparkline")
    )
    tab.close()
    assert (len(four), len(set(four)), abs(third - row) < 1) == (4, 1, True)
    assert (last["left"], last["right"]) == (keys["left"], keys["right"]) == (keys["left"], course["right"])


@ONCE
def test_what_is_alone_leaves_no_half_of_the_page_empty(browser: Browser, address: str) -> None:
    tab = new_tab(browser, viewport={"width": 1280, "height": 900})
    tab.goto(address + "/")
    tab.evaluate("document.querySelector('.front').replaceChildren(document.querySelector('.story'))")
    story, chart = (tab.evaluate(BOX, part) for part in (".story", ".story__chart"))
    tab.goto(address + "/countries/brazil/")
    title, figures = (tab.evaluate(BOX, part) for part in ("h2:has(+.figures)", "h2+.figures"))
    tab.close()
    assert chart["left"] > story["left"] + 400
    assert chart["right"] == story["right"] == title["right"] == figures["right"]
    assert figures["top"] == title["top"]


@ONCE
def test_what_follows_a_list_or_a_paragraph_stands_apart_and_a_lone_list_is_as_wide_as_the_page(
    browser: Browser, address: str
) -> None:
    tab = new_tab(browser, viewport={"width": 1280, "height": 900})
    tab.goto(address + "/")
    tab.evaluate("document.querySelector('.front').replaceChildren(document.querySelector('.section:has(>.briefs)'))")
    title, briefs, more = (tab.evaluate(BOX, part) for part in ("#briefs", ".briefs", ".briefs+p"))
    tab.goto(address + "/countries/brazil/")
    tab.evaluate("document.querySelector('.citation__take>p').insertAdjacentHTML('afterend', '<h3>Share</h3>')")
    files, share = (tab.evaluate(BOX, part) for part in (".citation__take>p", ".citation__take>p+h3"))
    tab.close()
    assert briefs["right"] == title["right"]
    assert more["top"] >= briefs["bottom"] + 12
    assert share["top"] >= files["bottom"] + 16
