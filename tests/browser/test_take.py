"""What readers take along: copied citations, downloaded files, a printed brief."""

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def to_the_end(tab: Page, button: Locator) -> None:
    """Go down the page until the button is there, which comes with its section.

    A page that still loads may miss a key.
    """
    for _ in range(20):
        tab.keyboard.press("End")
        if button.is_visible():
            break
        tab.wait_for_timeout(250)
    expect(button).to_be_visible()


def test_a_citation_is_copied_by_keyboard_and_said(browser: Browser, address: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    tab = context.new_page()
    tab.goto(address + "/indicators/population/")
    button = tab.locator('.copy[data-copy="cite-bibtex"]')
    to_the_end(tab, button)
    button.focus()
    tab.keyboard.press("Enter")
    tab.wait_for_function("document.getElementById('copied').textContent === 'Copied'")
    assert tab.evaluate("navigator.clipboard.readText()") == tab.locator("#cite-bibtex").text_content()
    assert button.locator("span").first.text_content() == "Copied"
    context.close()


def test_without_permission_the_text_is_selected(browser: Browser, address: str) -> None:
    context = browser.new_context()
    tab = context.new_page()
    tab.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    tab.goto(address + "/indicators/population/")
    button = tab.locator('.copy[data-copy="cite-page"]')
    to_the_end(tab, button)
    button.click()
    assert tab.evaluate("getSelection().toString()") == tab.locator("#cite-page").text_content()
    context.close()


def test_without_scripts_there_is_no_button_and_the_files_are_there(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(address + "/countries/kazakhstan/")
    assert not tab.locator(".copy").first.is_visible()
    for kind in ("csv", "svg"):
        link = tab.locator(f'.figure a[href$=".{kind}"]').first
        assert context.request.get(tab.url + str(link.get_attribute("href"))).ok
    context.close()


def test_a_printed_profile_bears_its_address_and_leaves_out_what_is_for_screens(browser: Browser, address: str) -> None:
    context = browser.new_context()
    tab = context.new_page()
    tab.goto(f"{address}/countries/kazakhstan/")
    tab.emulate_media(media="print")
    assert tab.locator(".footer__address").is_visible()
    assert str(tab.locator(".footer__address").text_content()).strip().endswith("/countries/kazakhstan/")
    for hidden in (".masthead nav", ".contents", ".copy", "#cite-bibtex", ".downloads"):
        assert not tab.locator(hidden).first.is_visible(), hidden
    assert tab.evaluate("getComputedStyle(document.querySelector('.stated'), '::after').content").strip('"') == "1"
    context.close()
