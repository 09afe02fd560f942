"""One way to ask axe about a page, for all tests that do."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.browser.chromium import by_turns

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
OPTIONS = {"runOnly": {"type": "tag", "values": list(TAGS)}, "resultTypes": ["violations"]}
"""Only violations are told in full.

What passes on a page of five thousand elements takes longer to list than to test.
"""


IN_LIGHT_AND_DARK = by_turns("width,scheme", (390, "light"), (1280, "dark"))
"""Each page once in light and once in dark: axe looks at colours, names and roles, not at fonts."""

ONE_OF_EACH_LOOK = """() => {
  const told = a => a.name + (/^(class|style|role|hidden|aria-(selected|current|pressed|expanded|hidden|sort))$/.test(a.name) ? a.value : "");
  const one = e => [e.tagName, ...Array.from(e.attributes, told), !e.textContent.trim(), e.getAttribute("href") === ""].join(" ");
  const look = row => [row, ...row.querySelectorAll("*")].map(one).join();
  for (const list of document.querySelectorAll("tbody, ul, ol")) {
    const seen = new Set();
    for (const row of [...list.children]) if (seen.size === seen.add(look(row)).size) row.remove();
  }
}"""
"""Of rows and items made of the same elements, in the same classes and states, one is enough.

It tells what axe has to say of all.
"""


@contextmanager
def shown(browser: Browser, address: str, width: int, scheme: str) -> Iterator[Page]:
    """Open an address at a width, in light or dark, in the one tab of that width and scheme."""
    tab = _tab(browser, width, scheme)
    tab.goto(address)
    yield tab
    tab.goto("about:blank")


@cache
def _tab(browser: Browser, width: int, scheme: str) -> Page:
    """Return a tab that is closed with the browser: opening one costs more than most pages."""
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if scheme == "dark" else "light",
        bypass_csp=True,  # axe is injected as an inline script
    )
    return context.new_page()


ALL_AWAKE = """async () => {
  const parts = [...document.querySelectorAll("[data-near]")], modules = parts.map(part => part.dataset.near);
  dispatchEvent(new Event("scroll"));
  for (const part of parts) {
    part.scrollIntoView();
    while (part.dataset.near) await new Promise(requestAnimationFrame);
  }
  await Promise.all(modules.map(module => import(module)));
  scrollTo(0, 0);
}"""
"""What a part of a page loads when a reader comes near has come: tables have buttons in their heads."""


def check_accessible(tab: Page, part: str | None = None) -> None:
    """Fail where axe finds a violation on the page, or within the part of it that a test changed.

    The page is spent then.
    """
    tab.evaluate(ALL_AWAKE)
    tab.evaluate(ONE_OF_EACH_LOOK)
    results = Axe().run(tab, context=part, options=OPTIONS)
    assert results.violations_count == 0, results.generate_report()
