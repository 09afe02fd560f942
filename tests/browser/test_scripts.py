"""What pages gain with JavaScript: the switch of the scheme, the contents list that follows."""

import pytest
from playwright.sync_api import Browser

from tests.browser.chromium import ONCE
from tests.browser.tabs import new_tab

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@ONCE
def test_the_scheme_is_switched_by_keyboard_and_remembered(browser: Browser, address: str) -> None:
    context = browser.new_context(color_scheme="light")
    tab = context.new_page()
    tab.goto(address + "/about/")
    paper = "getComputedStyle(document.body).backgroundColor"
    light = tab.evaluate(paper)
    tab.locator(".theme").focus()
    tab.keyboard.press("Enter")
    dark = tab.evaluate(paper)
    assert dark != light
    assert tab.locator(".theme").get_attribute("aria-pressed") == "true"
    tab.goto(address + "/methods/")
    assert tab.evaluate(paper) == dark
    tab.emulate_media(media="print")
    assert tab.evaluate(paper) == "rgb(255, 255, 255)"
    context.close()


@ONCE
def test_without_scripts_there_is_no_switch_to_press(browser: Browser, address: str) -> None:
    tab = new_tab(browser, java_script_enabled=False)
    tab.goto(address + "/about/")
    assert not tab.locator(".theme").is_visible()
    tab.close()


def test_the_contents_list_follows_the_reader(browser: Browser, address: str) -> None:
    tab = new_tab(browser, viewport={"width": 390, "height": 844})
    tab.goto(address + "/countries/kazakhstan/#economy")
    tab.wait_for_selector('.contents a[aria-current][href="#economy"]')
    shown = tab.locator(".contents a[aria-current]")
    assert shown.count() == 1
    assert tab.locator("#economy").bounding_box()["y"] >= tab.locator(".contents").bounding_box()["height"]  # type: ignore[index]
    tab.close()


def test_a_figures_note_opens_beside_it_and_escape_closes_it(browser: Browser, address: str) -> None:
    tab = new_tab(browser)
    tab.goto(address + "/countries/kazakhstan/")
    figure = tab.locator("a.stated[data-indicator]").first
    figure.focus()
    tab.wait_for_selector(".popover")
    note = tab.locator(str(figure.get_attribute("href")))
    assert tab.locator(".popover b").inner_text() == note.locator("b").inner_text()
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.closest('.popover') !== null")
    tab.keyboard.press("Escape")
    assert tab.locator(".popover").count() == 0
    assert tab.evaluate("document.activeElement.id") == figure.get_attribute("id")
    figure.hover()
    tab.wait_for_selector(".popover")
    tab.locator(".popover").hover()
    tab.wait_for_timeout(500)
    assert tab.locator(".popover").count() == 1
    tab.close()


@ONCE
def test_without_scripts_a_figure_leads_to_its_note_and_back(browser: Browser, address: str) -> None:
    tab = new_tab(browser, java_script_enabled=False)
    tab.goto(address + "/countries/kazakhstan/")
    figure = tab.locator("a.stated[data-indicator]").first
    figure.focus()
    tab.keyboard.press("Enter")
    note = tab.locator(".notes li:target")
    assert f"#{note.get_attribute('id')}" == figure.get_attribute("href")
    note.locator(".back-links a").first.click()
    assert tab.url.endswith(f"#{figure.get_attribute('id')}")
    tab.close()
