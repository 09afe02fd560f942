"""Comparing countries in a real browser, by keyboard alone."""

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.chromium import ONCE, by_turns
from tests.browser.tabs import new_tab

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SHIFTS = """() => new Promise(done => { new PerformanceObserver(list => {
  window.shift = list.getEntries().reduce((sum, e) => sum + (e.hadRecentInput ? 0 : e.value), window.shift ?? 0);
}).observe({type: "layout-shift", buffered: true}); setTimeout(() => done(window.shift ?? 0), 300); })"""


@pytest.fixture
def tab(browser: Browser, address: str) -> Iterator[Page]:
    """A page that must stay silent and ask nobody else."""
    opened = new_tab(browser, viewport={"width": 1280, "height": 800})
    said: list[str] = []
    asked: list[str] = []
    opened.on("console", lambda message: said.append(message.text))
    opened.on("pageerror", lambda error: said.append(str(error)))
    opened.on("request", lambda request: asked.append(request.url))
    yield opened
    opened.close()
    assert said == []
    assert [url for url in asked if not url.startswith((address, "blob:"))] == []


def chips(tab: Page) -> list[str]:
    return tab.locator(".compare__name").all_inner_texts()


def test_the_address_says_what_is_shown(tab: Page, address: str) -> None:
    tab.goto(address + "/compare/?c=KAZ,uzb,TUR&i=life_expectancy,visitor_arrivals")
    expect(tab.locator(".compare__figure table")).to_have_count(2)
    assert chips(tab) == ["Kazakhstan", "Uzbekistan", "Türkiye"]
    assert tab.title() == "Compare Kazakhstan, Uzbekistan and Türkiye – Small site"
    first = tab.locator(".compare__figure").first
    assert first.locator("path.line").count() == 3
    assert first.locator("thead th").all_inner_texts() == ["Year", "Kazakhstan", "Uzbekistan", "Türkiye"]
    assert first.locator(".figure__source").inner_text().startswith("Data source: World Bank (")
    assert "same-day" in tab.locator(".compare__warning").inner_text()
    expect(tab.locator(".compare__told")).to_contain_text("Uzbekistan 6,749,000 (2019)")
    assert tab.evaluate(SHIFTS) <= 0.01


@ONCE
def test_figures_are_written_as_on_the_profile(tab: Page, address: str) -> None:
    tab.goto(address + "/countries/kazakhstan/")
    row = "table.indicators tr:has(a[href$='/indicators/{}/'])"
    names = ("gdp_per_head_ppp", "life_expectancy", "population", "internet_users", "rule_of_law")
    told = {
        name: (
            tab.locator(row.format(name) + " td:nth-child(3)").inner_text(),
            tab.locator(row.format(name) + " td:nth-child(2)").evaluate("e => e.firstChild.textContent"),
        )
        for name in names
    }
    for name, (year, value) in told.items():
        tab.goto(address + f"/compare/?c=KAZ&i={name}")
        cell = tab.locator(f".compare__table tr:has(th:text-is('{year}')) td")
        expect(cell).to_have_count(1)
        assert cell.evaluate("e => e.firstChild.textContent") == value, name


@ONCE
def test_countries_and_indicators_come_and_go_by_keyboard(tab: Page, address: str) -> None:
    tab.goto(address + "/countries/kazakhstan/")
    tab.locator("a[href*='/compare/?c=KAZ,']").first.focus()
    tab.keyboard.press("Enter")
    expect(tab.locator(".compare__figure table")).to_have_count(1)
    assert len(chips(tab)) == 6
    tab.locator(".compare__remove").nth(5).focus()
    for _ in range(3):
        tab.keyboard.press("Enter")
    expect(tab.locator(".compare__name")).to_have_count(3)
    assert tab.evaluate("document.activeElement.className") == "compare__remove"
    tab.locator("#compare-country").focus()
    tab.keyboard.type("Fran")
    tab.keyboard.press("Tab")
    tab.keyboard.press("Enter")
    expect(tab.locator(".compare__name").last).to_have_text("France")
    tab.locator(".compare__name").last.focus()
    tab.keyboard.press("Enter")
    assert chips(tab)[0] == "France"
    expect(tab.locator(".compare__plot .name.own")).to_have_text("France")
    tab.locator("#compare-indicator").focus()
    tab.keyboard.type("Life exp")
    tab.keyboard.press("Tab")
    tab.keyboard.press("Enter")
    expect(tab.locator(".compare__figure table")).to_have_count(2)
    expect(tab.locator(".compare__told")).to_contain_text("Life expectancy at birth: France")
    kept = tab.url
    assert "c=FRA,KAZ," in kept
    tab.reload()
    expect(tab.locator(".compare__figure table")).to_have_count(2)
    tab.go_back()
    tab.wait_for_url("**/countries/kazakhstan/")


@ONCE
def test_what_draws_comes_with_the_first_country(tab: Page, address: str) -> None:
    scripts: list[str] = []
    tab.on("request", lambda request: scripts.append(request.url) if "/comparison." in request.url else None)
    tab.goto(address + "/compare/", wait_until="networkidle")
    assert scripts == []
    tab.locator("[data-add=country]").click()
    expect(tab.locator(".compare__figure table")).to_have_count(1)
    assert len(scripts) == 1


@ONCE
def test_before_a_choice_there_are_comparisons_to_click(tab: Page, address: str) -> None:
    tab.goto(address + "/compare/")
    begin = tab.locator(".compare__begin")
    expect(begin.locator("figure svg:visible")).to_have_count(1)
    begin.locator(".peers a").first.focus()
    tab.keyboard.press("Enter")
    expect(tab.locator(".compare__figure table")).to_have_count(1)
    assert len(chips(tab)) >= 2
    expect(begin).not_to_be_visible()
    while chips(tab):
        tab.locator(".compare__remove").first.click()
    expect(begin).to_be_visible()


@ONCE
def test_what_cannot_be_shown_is_told(tab: Page, address: str) -> None:
    tab.goto(address + "/compare/")
    expect(tab.locator(".compare__status")).to_contain_text("No country chosen yet")
    tab.goto(address + "/compare/?c=KAZ,ZZZ&i=nonsense")
    expect(tab.locator(".compare__status")).to_contain_text(
        "Not among the countries and indicators here: ZZZ, nonsense."
    )
    tab.goto(address + "/compare/?c=KAZ,UZB,KGZ,TJK,TKM,TUR,FRA&i=life_expectancy")
    expect(tab.locator(".compare__status")).to_contain_text("Only the first 6 are shown.")
    expect(tab.locator(".compare__figure table")).to_have_count(1)
    tab.locator("[data-add=country]").focus()
    tab.keyboard.press("Enter")
    expect(tab.locator(".compare__status")).to_have_text("6 are shown; remove one to add another.")


@ONCE
def test_the_figures_can_be_taken(tab: Page, address: str, tmp_path: Path) -> None:
    tab.goto(address + "/compare/?c=KAZ,UZB&i=life_expectancy")
    expect(tab.locator(".compare__figure table")).to_have_count(1)
    tab.locator("[data-take]").focus()
    with tab.expect_download() as waiting:
        tab.keyboard.press("Enter")
    waiting.value.save_as(tmp_path / "taken.csv")
    assert waiting.value.suggested_filename == "compare-KAZ-UZB.csv"
    rows = list(csv.DictReader(io.StringIO((tmp_path / "taken.csv").read_text("utf-8"))))
    assert {row["code"] for row in rows} == {"KAZ", "UZB"}
    assert {row["indicator"] for row in rows} == {"Life expectancy at birth"}
    assert all(row["source"].startswith("World Bank (") and row["license"] for row in rows)


@ONCE
def test_without_javascript_it_says_what_it_needs(browser: Browser, address: str) -> None:
    tab = new_tab(browser, java_script_enabled=False)
    tab.goto(address + "/compare/?c=KAZ,UZB")
    assert "needs JavaScript" in tab.locator("main").inner_text()
    assert not tab.locator("#compare-country").is_visible()
    assert tab.locator("main p a[href$='/countries/']").is_visible()
    assert tab.locator(".compare__begin figure").is_visible()
    assert not tab.locator(".compare__begin a[href*='?c=']").first.is_visible()
    tab.close()


EARLY_SHIFTS = """window.shifts = [];
new PerformanceObserver(list => window.shifts.push(...list.getEntries().map(e => e.value))).observe({ type: "layout-shift", buffered: true })"""


@by_turns("width", (320,), (390,), (768,), (1280,))
def test_nothing_moves_when_the_figures_come_late(browser: Browser, address: str, width: int) -> None:
    tab = new_tab(browser, viewport={"width": width, "height": 900})
    tab.add_init_script(EARLY_SHIFTS)
    held: list[Route] = []
    tab.route("**/countries/*/data.json", lambda route: held.append(route))  # noqa: PLW0108 - Playwright marks its handlers
    tab.goto(f"{address}/compare/?c=KAZ,UZB,TUR,KGZ,TJK,VCT&i=gdp_per_head_ppp,life_expectancy,visitor_arrivals")
    expect(tab.locator(".compare__figure")).to_have_count(3)
    tab.wait_for_timeout(300)
    for route in held:
        route.continue_()
    expect(tab.locator(".compare__figure table")).to_have_count(3)
    tab.wait_for_timeout(300)
    assert len(held) == 6
    assert tab.evaluate("window.shifts") == []
    tab.close()


@ONCE
def test_intervals_are_drawn_and_written(tab: Page, address: str) -> None:
    def surveyed(route: Route) -> None:
        answer = route.fetch()
        told = answer.json()
        series = told["indicators"]["life_expectancy"]
        series["lower"] = [value and value - 2 for value in series["values"]]
        series["upper"] = [value and value + 40 for value in series["values"]]
        route.fulfill(response=answer, json=told)

    tab.route("**/countries/uzbekistan/data.json", surveyed)
    tab.goto(address + "/compare/?c=KAZ,UZB&i=life_expectancy")
    figure = tab.locator(".compare__figure")
    expect(figure.locator("td").nth(1)).to_have_text(re.compile(r"^\d\d\.\d \(\d\d\.\d to 1\d\d\.\d\)$"))
    assert re.fullmatch(r"\d\d\.\d", figure.locator("td").first.inner_text())
    assert figure.locator("line.interval").count() == figure.locator("tbody tr").count()
    assert figure.locator("line.interval.own").count() == 0
    ticks = [float(text) for text in figure.locator("text.tick").all_text_contents()]
    assert any(110 <= tick < 1000 for tick in ticks)
    expect(tab.locator(".compare__told")).to_contain_text(re.compile(r"Uzbekistan \d\d\.\d \(\d\d\.\d to 1"))
    with tab.expect_download() as kept:
        tab.locator("[data-take]").click()
    lines = kept.value.path().read_text("utf-8").splitlines()
    assert lines[0].endswith(",license,lower,upper")
    assert lines[1].endswith(",,")
    assert re.search(r",[\d.]+,1[\d.]+$", lines[-1])
