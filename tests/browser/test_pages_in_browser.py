"""Every kind of page in a real Chromium: accessible, complete without JavaScript, nothing asked of others."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PAGES = (
    "/",
    "/countries/",
    "/countries/kazakhstan/",
    "/countries/turkmenistan/",
    "/indicators/",
    "/indicators/population/",
    "/indicators/visitor_arrivals/",
    "/topics/health/",
    "/groups/",
    "/groups/central-asia/",
    "/essays/",
    "/essays/kazakhstan-soft-power/",
    "/compare/",
    "/compare/?c=KAZ,UZB,TUR&i=life_expectancy,visitor_arrivals",
    "/about/",
    "/methods/",
    "/search/",
    "/404.html",
)


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize(("width", "scheme"), [(390, "light"), (1280, "dark")])
def test_axe_finds_nothing(browser: Browser, address: str, page: str, width: int, scheme: str) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if scheme == "dark" else "light",
        bypass_csp=True,  # axe is injected as an inline script
    )
    tab = context.new_page()
    tab.goto(address + page)
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    results = Axe().run(tab, options={"runOnly": {"type": "tag", "values": tags}})
    context.close()
    assert results.violations_count == 0, results.generate_report()


@pytest.mark.parametrize("page", PAGES)
def test_no_errors_no_strangers_no_sideways_scroll(browser: Browser, address: str, page: str) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 800})
    tab = context.new_page()
    asked: list[str] = []
    said: list[str] = []
    tab.on("request", lambda request: asked.append(request.url))
    tab.on("console", lambda message: said.append(message.text))
    tab.goto(address + page, wait_until="networkidle")
    overflow = tab.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    context.close()
    assert said == []
    assert all(url.startswith(address) for url in asked)
    assert overflow <= 0


@pytest.mark.parametrize("page", ["/countries/kazakhstan/", "/indicators/population/", "/"])
def test_complete_without_javascript(browser: Browser, address: str, page: str) -> None:
    texts = []
    for enabled in (True, False):
        context = browser.new_context(java_script_enabled=enabled)
        tab = context.new_page()
        tab.goto(address + page)
        tab.evaluate("for (const b of document.querySelectorAll('main button')) b.remove()")  # they need a script
        texts.append((tab.locator("main").inner_text(), tab.locator("figure svg").count()))
        context.close()
    assert texts[0] == texts[1]
    assert texts[1][1] > 0


def test_the_first_screen_of_a_phone_says_what_matters(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    tab = context.new_page()
    tab.goto(address + "/countries/kazakhstan/")
    bottom = tab.locator(".key .big").first.evaluate("e => e.getBoundingClientRect().bottom")
    context.close()
    assert bottom <= 844
