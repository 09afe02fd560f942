"""What readers take along: copied citations, downloaded files, a printed brief."""

import csv
import io
from pathlib import Path
from urllib.parse import urljoin

import pytest
from lxml import etree
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.chromium import ONCE
from tests.browser.tabs import new_tab

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


@ONCE
def test_a_citation_is_copied_by_keyboard_and_said(browser: Browser, address: str) -> None:
    tab = new_tab(browser, permissions=["clipboard-read", "clipboard-write"])
    tab.goto(address + "/indicators/population/")
    button = tab.locator('.copy[data-copy="cite-bibtex"]')
    to_the_end(tab, button)
    button.focus()
    tab.keyboard.press("Enter")
    tab.wait_for_function("document.getElementById('copied').textContent === 'Copied'")
    assert tab.evaluate("navigator.clipboard.readText()") == tab.locator("#cite-bibtex").text_content()
    assert button.locator("span").first.text_content() == "Copied"
    tab.close()


@ONCE
def test_without_permission_the_text_is_selected(browser: Browser, address: str) -> None:
    tab = new_tab(browser)
    tab.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    tab.goto(address + "/indicators/population/")
    button = tab.locator('.copy[data-copy="cite-page"]')
    to_the_end(tab, button)
    button.click()
    assert tab.evaluate("getSelection().toString()") == tab.locator("#cite-page").text_content()
    tab.close()


@ONCE
def test_without_scripts_there_is_no_button_and_the_files_are_there(browser: Browser, address: str) -> None:
    tab = new_tab(browser, java_script_enabled=False)
    tab.goto(address + "/countries/kazakhstan/")
    assert not tab.locator(".copy").first.is_visible()
    for link in tab.locator(".figure .downloads a").all():
        assert tab.request.get(urljoin(tab.url, str(link.get_attribute("href")))).ok
    tab.locator(".figure .downloads a[href^='charts.svg#ranking']").first.click()
    expect(tab.locator("svg[id]:visible")).to_have_count(1)
    tab.close()


@ONCE
def test_a_chart_s_own_rows_and_picture_are_cut_out(browser: Browser, address: str) -> None:
    tab = new_tab(browser)
    tab.goto(address + "/countries/kazakhstan/")
    figure = tab.locator(".figure:has(.downloads[data-chart^='ranking'])").first
    name = str(figure.locator(".downloads").get_attribute("data-chart"))
    year, last, *codes = str(figure.locator("[data-rows]").get_attribute("data-rows")).split()
    assert year == last
    rows = list(csv.DictReader(io.StringIO(taken(tab, figure.locator("[data-rows]"), f"{name}.csv"))))
    assert [(row["country"], row["year"], row["indicator"]) for row in rows] == [
        (code, year, name.removeprefix("ranking-").replace("-", "_")) for code in codes
    ]
    picture = etree.fromstring(taken(tab, figure.get_by_role("link", name="SVG"), f"{name}.svg").encode())
    assert picture.get("id") == name
    assert picture.find("{*}title") is not None
    assert picture.get("viewBox") == f"0 0 {picture.get('width')} {picture.get('height')}"
    assert "Arial" in str(picture.get("font-family"))
    tab.close()


@ONCE
def test_a_chart_of_several_indicators_is_one_file(browser: Browser, address: str) -> None:
    tab = new_tab(browser)
    tab.goto(address + "/countries/kazakhstan/")
    first = tab.locator(".figure [data-rows]").first
    first.evaluate("""link => {
      const second = link.cloneNode();
      second.href = link.href.replace(/[a-z_0-9]+\\/data/, "population/data");
      link.dataset.rows = "2010 2020 UZB KAZ,2021 2021 KAZ";
      second.dataset.rows = "2020 2020 KAZ";
      link.after(second);
    }""")
    name = str(tab.locator(".figure .downloads").first.get_attribute("data-chart"))
    rows = list(csv.DictReader(io.StringIO(taken(tab, first, f"{name}.csv"))))
    whole = csv.DictReader(io.StringIO(tab.request.get(urljoin(tab.url, str(first.get_attribute("href")))).text()))
    years = [(row["country"], row["year"]) for row in whole]
    wanted = [
        *((code, year) for part in ("UZB", "KAZ") for code, year in years if code == part and "2010" <= year <= "2020"),
        ("KAZ", "2021"),
        ("KAZ", "2020"),
    ]
    assert [(row["country"], row["year"]) for row in rows] == wanted
    assert [row["indicator"] for row in rows] == [*(["life_expectancy"] * (len(wanted) - 1)), "population"]
    tab.close()


def taken(tab: Page, link: Locator, name: str) -> str:
    """Take a file by its link and return its text."""
    with tab.expect_download() as waiting:
        link.click()
    assert waiting.value.suggested_filename == name
    return Path(waiting.value.path()).read_text("utf-8")


@ONCE
def test_where_a_file_cannot_be_cut_the_larger_one_opens(browser: Browser, address: str) -> None:
    tab = new_tab(browser)
    tab.route("**/take.*.js", lambda route: route.fulfill(status=404, body=""))
    tab.goto(address + "/countries/kazakhstan/")
    with tab.expect_download() as waiting:
        tab.locator(".downloads [data-rows]").first.click()
    assert waiting.value.suggested_filename == "data.csv"
    tab.close()


@ONCE
def test_a_printed_profile_bears_its_address_and_leaves_out_what_is_for_screens(browser: Browser, address: str) -> None:
    tab = new_tab(browser)
    tab.goto(f"{address}/countries/kazakhstan/")
    tab.emulate_media(media="print")
    assert tab.locator(".footer__address").is_visible()
    assert str(tab.locator(".footer__address").text_content()).strip().endswith("/countries/kazakhstan/")
    for hidden in (".masthead nav", ".contents", ".copy", "#cite-bibtex", ".downloads"):
        assert not tab.locator(hidden).first.is_visible(), hidden
    assert tab.evaluate("getComputedStyle(document.querySelector('.stated'), '::after').content").strip('"') == "1"
    tab.close()
