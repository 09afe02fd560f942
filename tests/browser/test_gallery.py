"""The gallery of components in a real Chromium.

Axe finds nothing, nothing is said, the switch to dark works.
"""

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.accessibility import IN_LIGHT_AND_DARK, check_accessible, shown
from tests.browser.chromium import ONCE
from tests.browser.live_preview import Live

pytestmark = pytest.mark.browser


@IN_LIGHT_AND_DARK
def test_axe_finds_nothing_among_the_components(live: Live, browser: Browser, width: int, scheme: str) -> None:
    with shown(browser, live.url + "_components/", width, scheme) as tab:
        expect(tab.get_by_role("heading", level=1)).to_have_text("Components")
        assert tab.evaluate("document.documentElement.scrollWidth") == width
        check_accessible(tab)


@ONCE
def test_a_component_is_shown_light_and_dark_and_says_nothing(live: Live, browser: Browser) -> None:
    tab = browser.new_page(color_scheme="light")
    said: list[str] = []
    tab.on("console", lambda message: said.append(message.text))
    tab.goto(live.url + "_components/filter")
    assert tab.url == live.url + "_components/filter/"
    tab.get_by_role("button", name="Dark").click()
    expect(tab.locator("html")).to_have_attribute("data-theme", "dark")
    tab.get_by_role("button", name="Country").click()
    expect(tab.locator("th[aria-sort]")).to_have_attribute("aria-sort", "ascending")
    tab.close()
    assert said == []
