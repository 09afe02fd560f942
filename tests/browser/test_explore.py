"""Charts to explore in a real browser, by keyboard alone; the picture stays or comes back."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from generator.charts.describe import amount
from generator.data.catalog import Unit, UnitKind
from generator.outputs.charts.explorations import written
from tests.browser.accessibility import check_accessible, shown
from tests.browser.chromium import ONCE, by_turns
from tests.browser.tabs import new_tab
from tests.datasets import dataset

pytestmark = [pytest.mark.browser, pytest.mark.slow]

UNITS = (
    Unit(kind=UnitKind.COUNT, symbol="medals", one="medal"),
    Unit(kind=UnitKind.CURRENCY, symbol="$"),
    Unit(kind=UnitKind.CURRENCY, symbol="2011 US$"),
    Unit(kind=UnitKind.CURRENCY, symbol="tenge"),
    Unit(kind=UnitKind.PERCENT, symbol="% of GDP"),
    Unit(kind=UnitKind.INDEX, symbol=""),
)
VIOLATIONS = "window.broken = []; addEventListener('securitypolicyviolation', e => broken.push(e.violatedDirective))"
WATCH = """() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => {
  window.moved = 0;
  new PerformanceObserver(list => { for (const e of list.getEntries()) moved += e.value; }).observe({type: "layout-shift"});
  done();
})))"""
SHIFTS = (
    "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(moved)))))"
)
"""What moves once a chart has opened; the opening is not counted, however slow a machine is."""


WIDE_AND_PHONE = pytest.mark.parametrize(
    ("browser", "tab"),
    [("one-family", (1280, "light")), ("serif-and-sans", (390, "dark"))],
    ids=["wide", "phone"],
    indirect=True,
)


@pytest.fixture
def tab(browser: Browser, address: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A profile that must stay silent, break no policy and ask nobody else."""
    width, scheme = request.param
    opened = new_tab(browser, viewport={"width": width, "height": 844}, color_scheme=scheme)
    said: list[str] = []
    asked: list[str] = []
    opened.on("console", lambda message: said.append(message.text))
    opened.on("pageerror", lambda error: said.append(str(error)))
    opened.on("request", lambda wanted: asked.append(wanted.url))
    opened.add_init_script(VIOLATIONS)
    opened.goto(address + "/countries/kazakhstan/", wait_until="networkidle")
    assert not [url for url in asked if url.endswith("/explore.json") or "/assets/vega." in url]
    yield opened
    broken = opened.evaluate("broken")
    opened.close()
    assert (said, broken) == ([], [])
    assert [url for url in asked if not url.startswith(address)] == []


def life(tab: Page) -> Locator:
    """Return the figure of life expectancy."""
    return tab.locator("figure:has(.explore)", has=tab.get_by_role("heading", name="Life expectancy at birth")).first


def enter(tab: Page) -> Locator:
    """Open the chart by keyboard and return its figure."""
    life(tab).locator(".explore").focus()
    tab.keyboard.press("Enter")
    return opened(tab)


def opened(tab: Page) -> Locator:
    """The figure, once its chart is drawn."""
    figure = life(tab)
    expect(figure.locator("[data-live]")).to_have_count(1)
    return figure


@WIDE_AND_PHONE
def test_a_chart_is_walked_by_keyboard(tab: Page) -> None:
    life(tab).locator(".explore").focus()
    before = life(tab).locator(".figure__plot").bounding_box()
    asked: list[Route] = []
    tab.route("**/vega.*.js", lambda route: asked.append(route))  # noqa: PLW0108 - Playwright wants a function of Python
    with tab.expect_request("**/vega.*.js"):
        tab.keyboard.press("Enter")
    tab.evaluate(WATCH)
    (drawer,) = asked
    drawer.continue_()
    figure = opened(tab)
    assert figure.locator(".figure__plot").bounding_box() == before
    assert figure.locator(".explore__stage svg").bounding_box() == before
    told = figure.locator(".explore__told")
    tab.keyboard.press("ArrowLeft")
    expect(told).to_contain_text("Kazakhstan, ")
    year = int(told.inner_text().split(", ")[1].split(":")[0])
    tab.keyboard.press("ArrowLeft")
    expect(told).to_contain_text(f"Kazakhstan, {year - 1}: ")
    expect(told).to_contain_text(" years")
    tab.keyboard.press("ArrowDown")
    expect(told).not_to_contain_text("Kazakhstan")
    assert tab.evaluate(SHIFTS) <= 0.01


@ONCE
@pytest.mark.parametrize("tab", [(1280, "light")], ids=["wide"], indirect=True)
def test_values_are_written_as_on_the_page(tab: Page) -> None:
    module = tab.locator("#explorer").get_attribute("data-module")
    values = ["0", "1", "2", "-3.5", "0.003", "-0.04", "2.345", "2.5", "1234567.891", "8515000"]
    entries = [replace(dataset({}).indicator("one"), unit=unit, decimals=n) for unit in UNITS for n in (0, 1, 2)]
    pairs = [[float(value), dict(written(entry))] for entry in entries for value in values]
    said = tab.evaluate(
        "async ([url, pairs]) => { const { amount } = await import(url); return pairs.map(([v, w]) => amount(v, w)); }",
        [module, pairs],
    )
    assert said == [amount(entry, Decimal(value), "exact") for entry in entries for value in values]


@WIDE_AND_PHONE
def test_lines_are_hidden_and_shown_from_a_list(tab: Page) -> None:
    figure = enter(tab)
    name = figure.locator(".explore__stage text", has_text="Uzbekistan")
    expect(name).to_have_count(1)
    box = figure.locator("input[value=Uzbekistan]")
    box.focus()
    tab.keyboard.press("Space")
    expect(name).to_have_count(0)
    tab.keyboard.press("Space")
    expect(name).to_have_count(1)


@WIDE_AND_PHONE
def test_the_nearest_point_is_told_to_a_pointer(tab: Page) -> None:
    figure = enter(tab)
    box = figure.locator(".explore__stage").bounding_box()
    assert box is not None
    for step in (0, 3):
        tab.mouse.move(box["x"] + box["width"] * 0.4 + step, box["y"] + box["height"] * 0.5)
    tip = tab.locator("#vg-tooltip-element")
    expect(tip).to_be_visible()
    expect(figure.locator(".explore__told")).to_have_text(tip.inner_text())
    assert " years" in tip.inner_text()


@WIDE_AND_PHONE
def test_the_picture_comes_back_for_paper_and_on_escape(tab: Page) -> None:
    figure = enter(tab)
    picture = figure.locator(".figure__plot svg[role=img]:visible")
    expect(picture).to_have_count(0)
    tab.emulate_media(media="print")
    expect(picture).to_have_count(1)
    expect(figure.locator(".explore__stage")).to_be_hidden()
    tab.emulate_media(media="screen")
    figure.locator(".explore__stage").focus()
    tab.keyboard.press("Escape")
    expect(picture).to_have_count(1)
    expect(figure.locator(".explore__stage")).to_have_count(0)
    assert tab.evaluate("document.activeElement.className") == "explore"
    tab.keyboard.press("Enter")
    expect(figure.locator("[data-live]")).to_have_count(1)


@ONCE
def test_an_open_chart_is_accessible(browser: Browser, address: str) -> None:
    with shown(browser, address + "/countries/kazakhstan/", 1280, "light") as tab:
        enter(tab)
        check_accessible(tab, "figure:has([data-live])")


@by_turns("lost", ("**/explore.json",), ("**/assets/vega.*.js",))
def test_whatever_fails_the_picture_stays(browser: Browser, address: str, lost: str) -> None:
    tab = new_tab(browser)
    tab.route(lost, lambda route: route.fulfill(status=404, body=""))
    tab.goto(address + "/countries/kazakhstan/")
    figure = life(tab)
    figure.locator(".explore").focus()
    tab.keyboard.press("Enter")
    expect(figure.locator(".explore__told")).to_have_text("The chart could not be loaded; the picture stays.")
    expect(figure.locator(".figure__plot svg[role=img]:visible")).to_have_count(1)
    tab.keyboard.press("Enter")
    expect(figure.locator(".explore__tools")).to_have_count(0)
    tab.close()


@ONCE
def test_without_javascript_nothing_offers_it(browser: Browser, address: str) -> None:
    tab = new_tab(browser, java_script_enabled=False)
    tab.goto(address + "/countries/kazakhstan/")
    expect(tab.locator(".explore:visible")).to_have_count(0)
    tab.close()
