"""The search page by keyboard alone, under the strict policy; what it says where it cannot work."""

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.accessibility import IN_LIGHT_AND_DARK, check_accessible, shown
from tests.browser.chromium import ONCE
from tests.browser.tabs import new_tab

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@ONCE
def test_words_are_found_by_keyboard(browser: Browser, address: str) -> None:
    tab = new_tab(browser)
    said: list[str] = []
    tab.on("console", lambda message: said.append(message.text))
    asked: list[str] = []
    tab.on("request", lambda request: asked.append(request.url))
    tab.goto(address + "/search/", wait_until="networkidle")
    expect(tab.get_by_label("Words to look for")).to_be_focused()
    assert not any("/pagefind/" in url for url in asked)  # the index comes with the first words
    tab.keyboard.type("Astana")
    expect(tab.get_by_role("heading", level=2).first).to_have_text("Kazakhstan")
    expect(tab.get_by_text("Pages found:")).to_have_attribute("role", "status")
    tab.wait_for_url(address + "/search/?q=Astana")
    while tab.evaluate("document.activeElement.textContent") != "Kazakhstan":
        tab.keyboard.press("Tab")
    tab.keyboard.press("Enter")
    tab.wait_for_url(address + "/countries/kazakhstan/")
    assert said == []
    tab.close()


@ONCE
def test_a_search_can_be_shared_and_held_to_a_kind(browser: Browser, address: str) -> None:
    tab = new_tab(browser)
    tab.goto(address + "/search/?q=internet&kind=essay")
    counts = "[...document.querySelectorAll('.search small')].map(one => Number(one.textContent.slice(1, -1)))"
    expect(tab.locator(".results > li").first).to_be_visible()
    assert set(tab.locator(".results .kicker").all_inner_texts()) == {"Essay"}
    assert tab.get_by_label("Essay").is_checked()
    held = dict(zip(("profile", "indicator", "essay", "brief", "page"), tab.evaluate(counts), strict=True))
    few = tab.locator(".search__count").inner_text()
    tab.get_by_label("Indicator").focus()
    tab.keyboard.press("Space")
    expect(tab.locator(".search__count")).not_to_have_text(few)
    assert tab.url.endswith("?q=internet&kind=indicator&kind=essay")
    expect(tab.locator(".results .kicker").filter(has_text="Indicator").first).to_be_visible()
    said = tab.locator(".search__count").inner_text()
    assert said == f"Pages found: {held['essay'] + held['indicator']}"
    tab.close()


@ONCE
def test_parts_of_a_page_are_linked_and_more_pages_follow(browser: Browser, address: str) -> None:
    tab = new_tab(browser)
    tab.goto(address + "/search/?q=population")
    expect(tab.locator(".results > li")).to_have_count(10)
    assert "#" in str(tab.locator(".results ul a").first.get_attribute("href"))
    tab.get_by_role("button", name="More pages").focus()
    tab.keyboard.press("Enter")
    expect(tab.locator(".results > li")).to_have_count(20)
    expect(tab.locator(".results > li").nth(10).locator("h2 a")).to_be_focused()
    tab.close()


@IN_LIGHT_AND_DARK
def test_axe_finds_nothing_among_results(browser: Browser, address: str, width: int, scheme: str) -> None:
    with shown(browser, address + "/search/?q=internet", width, scheme) as tab:
        expect(tab.locator(".results > li").first).to_be_visible()
        check_accessible(tab)


@ONCE
def test_without_scripts_it_says_so_and_offers_the_lists(browser: Browser, address: str) -> None:
    tab = new_tab(browser, java_script_enabled=False)
    tab.goto(address + "/search/")
    expect(tab.locator("noscript p")).to_have_text("Searching needs JavaScript.")
    expect(tab.locator("form.search")).to_be_hidden()
    tab.get_by_role("main").get_by_role("link", name="Countries").click()
    assert tab.url == address + "/countries/"
    tab.close()


@ONCE
def test_a_missing_index_is_said(browser: Browser, address: str) -> None:
    tab = new_tab(browser)
    tab.route("**/pagefind/**", lambda route: route.abort())
    tab.goto(address + "/search/")
    tab.get_by_label("Words to look for").fill("Astana")
    expect(tab.get_by_role("alert")).to_contain_text("cannot be loaded")
    expect(tab.locator("form.search")).to_be_hidden()
    tab.close()


@ONCE
def test_the_key_that_leads_to_the_finder_can_be_turned_off(browser: Browser, address: str) -> None:
    context = browser.new_context()
    tab = context.new_page()
    tab.goto(address + "/search/")
    tab.get_by_label("On every page the key /").focus()
    tab.keyboard.press("Space")
    tab.goto(address + "/about/")
    tab.keyboard.press("/")
    expect(tab.locator(".finder input")).not_to_be_focused()
    context.close()
