"""The country finder by keyboard alone: any name, any page, nothing before it is asked for."""

from collections.abc import Iterator
from typing import cast

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.accessibility import check_accessible, shown
from tests.browser.chromium import ONCE, by_turns
from tests.browser.tabs import new_tab

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture(scope="module")
def tab(browser: Browser) -> Iterator[Page]:
    """The tab for all names."""
    opened = new_tab(browser)
    yield opened
    opened.close()


def type_name(tab: Page, name: str) -> None:
    tab.locator(".finder input").fill("")
    tab.keyboard.type(name)


@ONCE
@pytest.mark.parametrize(
    ("typed", "slug"),
    [
        ("Türkiye", "turkiye"),
        ("turkey", "turkiye"),
        ("TUR", "turkiye"),
        ("tr", "turkiye"),
        ("Türk", "turkiye"),
        ("Turk", "turkmenistan"),
        ("Qazaqstan", "kazakhstan"),
        ("Казах", "kazakhstan"),
        ("Republic of Kazakhstan", "kazakhstan"),
        ("deutschl", "germany"),
        ("Kirghizistan", "kyrgyzstan"),
        ("cote d ivoire", "cote-divoire"),
        ("Republic of the Congo", "congo"),
    ],
)
def test_any_name_leads_to_the_profile(tab: Page, address: str, typed: str, slug: str) -> None:
    tab.goto(address + "/about/")
    tab.keyboard.press("/")
    type_name(tab, typed)
    expect(tab.locator(".finder [aria-selected=true]")).to_have_count(1)
    tab.keyboard.press("Enter")
    tab.wait_for_url(f"{address}/countries/{slug}/", wait_until="commit")


@ONCE
def test_the_first_key_is_answered_and_arrows_walk(browser: Browser, address: str) -> None:
    tab = new_tab(browser)
    tab.goto(address + "/")
    field, options = tab.get_by_role("combobox", name="Find a country"), tab.get_by_role("option")
    tab.keyboard.press("/")
    tab.keyboard.type("k")
    expect(options.first).to_have_text("Kazakhstan")
    assert field.get_attribute("aria-expanded") == "true"
    assert field.get_attribute("aria-activedescendant") == options.first.get_attribute("id")
    tab.keyboard.press("ArrowDown")
    assert tab.locator(".finder [aria-selected=true]").inner_text() == "Kenya"
    tab.keyboard.press("ArrowUp")
    tab.keyboard.press("ArrowUp")
    assert field.get_attribute("aria-activedescendant") == options.last.get_attribute("id")
    tab.keyboard.press("Escape")
    assert field.get_attribute("aria-expanded") == "false"
    assert field.get_attribute("aria-activedescendant") is None
    assert field.input_value() == "k"
    tab.keyboard.press("Escape")
    assert field.input_value() == ""
    tab.keyboard.press("ArrowDown")
    expect(options).to_have_count(20)
    tab.keyboard.press("Tab")
    expect(tab.get_by_role("listbox")).to_be_hidden()
    tab.close()


def test_another_name_is_shown_and_none_is_said(browser: Browser, address: str) -> None:
    tab = new_tab(browser)
    tab.goto(address + "/")
    tab.keyboard.press("/")
    type_name(tab, "Turkey")
    expect(tab.get_by_role("option")).to_have_text(["Türkiye – Turkey"])
    type_name(tab, "xyz")
    expect(tab.locator(".finder [role=status]")).to_have_text("Countries found: 0")
    expect(tab.locator(".finder [role=status]")).to_be_in_viewport()
    tab.close()


@ONCE
def test_nothing_is_fetched_before_the_field_is_used(browser: Browser, address: str) -> None:
    tab = browser.new_page()
    asked: list[str] = []
    tab.on("request", lambda request: asked.append(request.url))
    tab.goto(address + "/countries/kazakhstan/", wait_until="networkidle")
    assert not [url for url in asked if "/countries." in url or "/finder." in url]
    scripts = [tab.request.get(url).body() for url in asked if url.endswith(".js")]
    assert sum(map(len, scripts)) <= 5 * 1024
    with tab.expect_response("**/assets/countries.*.json"), tab.expect_response("**/assets/finder.*.js"):
        tab.locator(".finder input").focus()
    tab.close()


def boxes(tab: Page) -> list[list[float]]:
    """Return where the parts of the masthead and what follows them stand."""
    return cast(
        "list[list[float]]",
        tab.evaluate(
            """() => [...document.querySelectorAll(".masthead, .masthead__name, .masthead li, .finder, .theme, main, h1")]
            .map(e => e.getBoundingClientRect()).map(b => [b.x, b.y, b.width, b.height])"""
        ),
    )


@by_turns("widths", (range(240, 1400, 40),), (range(260, 1400, 40),))
def test_nothing_moves_when_the_field_takes_the_place_of_the_link(
    browser: Browser, address: str, widths: range
) -> None:
    found: list[list[list[list[float]]]] = []
    for enabled in (True, False):
        tab = new_tab(browser, java_script_enabled=enabled)
        tab.goto(address + "/about/")
        found.append([])
        for width in widths:
            tab.set_viewport_size({"width": width, "height": 844})
            found[-1].append(boxes(tab))
        tab.close()
    assert found[0] == found[1]


@ONCE
def test_without_scripts_it_is_a_link_to_all_countries(browser: Browser, address: str) -> None:
    tab = new_tab(browser, java_script_enabled=False)
    tab.goto(address + "/about/")
    tab.get_by_role("link", name="Find a country").click()
    assert tab.url == address + "/countries/"
    tab.close()


@ONCE
def test_a_missing_index_gives_the_link_back(browser: Browser, address: str) -> None:
    tab = new_tab(browser)
    tab.route("**/countries.*.json", lambda route: route.abort())
    tab.goto(address + "/about/")
    tab.locator(".finder input").focus()
    expect(tab.get_by_role("link", name="Find a country")).to_be_visible()
    tab.close()


@by_turns("width,scheme", (320, "light"), (1280, "dark"), (1280, "light"), (390, "dark"))
def test_axe_finds_nothing_while_the_list_is_open(browser: Browser, address: str, width: int, scheme: str) -> None:
    with shown(browser, address + "/about/", width, scheme) as tab:
        tab.keyboard.press("/")
        tab.keyboard.type("tur")
        expect(tab.get_by_role("option").first).to_be_in_viewport(ratio=0.9)
        check_accessible(tab)
