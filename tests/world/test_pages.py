"""All pages of this world in a real Chromium.

None scrolls sideways, the fullest are accessible and short enough to print.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.accessibility import IN_LIGHT_AND_DARK, check_accessible, shown
from tests.browser.serving import serve

pytestmark = [pytest.mark.browser, pytest.mark.slow]

FULLEST = (
    "/countries/kazakhstan/",
    "/indicators/visitor_arrivals/",
    "/essays/kazakhstan-soft-power/",
    "/charts/",
)
PARTS = 4
"""All pages take a minute: in parts, so that processes end together."""
ALIKE = ("/countries/", "/indicators/")
"""Folders of pages of one kind: in letters that are narrower everywhere one in `STEP` is enough."""
STEP = 16
SHEETS = re.compile(rb"/Type\s*/Page\b")


@pytest.fixture(scope="module")
def address(real_site: Path) -> Iterator[str]:
    with serve(real_site) as served:
        yield served


@pytest.fixture(scope="module")
def pages(real_site: Path) -> list[str]:
    """The addresses of all pages that are one, and do not only lead on to another."""
    paths = sorted(real_site.rglob("index.html"))
    own = [path for path in paths if b'http-equiv="refresh"' not in path.read_bytes()[:2000]]
    return [f"/{path.parent.relative_to(real_site).as_posix()}/".replace("/./", "/") for path in own]


WIDTHS = """async ([addresses, width]) => {
  const found = {}, frame = document.createElement("iframe");
  frame.width = width;
  frame.style = "position: absolute; top: -1000px; visibility: hidden";
  document.body.replaceChildren(frame);
  for (const address of addresses) {
    await new Promise(done => { frame.onload = done; frame.src = address; });
    const page = frame.contentDocument;
    for (const part of page.querySelectorAll("details")) part.open = true;
    found[address] = [page.documentElement.clientWidth, page.documentElement.scrollWidth];
  }
  return found;
}"""
"""One frame, out of sight, is quicker than a tab for each page: what nobody sees is not painted."""
PHONE = 320
"""The narrowest phone there is, in pixels."""


def scrolling(browser: Browser, address: str, pages: list[str]) -> dict[str, list[int]]:
    """Return the widths of window and page for those that scroll sideways on the narrowest phone."""
    tab = browser.new_page()
    tab.goto(f"{address}/robots.txt")  # of the same origin, and without a policy
    widths = tab.evaluate(WIDTHS, [[address + page for page in pages], PHONE])
    tab.close()
    return {page: found for page, found in widths.items() if found != [PHONE, PHONE]}


@pytest.mark.long
@pytest.mark.parametrize("browser", ["one-family"], indirect=True)
@pytest.mark.parametrize("part", range(PARTS))
def test_no_page_scrolls_sideways_on_the_narrowest_phone(
    browser: Browser, address: str, pages: list[str], part: int
) -> None:
    assert scrolling(browser, address, pages[part::PARTS]) == {}


@pytest.mark.long
@pytest.mark.parametrize("browser", ["serif-and-sans"], indirect=True)
def test_nor_does_one_of_each_kind_in_narrower_letters(browser: Browser, address: str, pages: list[str]) -> None:
    few = [page for at, page in enumerate(pages) if at % STEP == 0 or not page.startswith(ALIKE)]
    assert scrolling(browser, address, [*FULLEST, *few]) == {}


@pytest.mark.parametrize("page", FULLEST)
@IN_LIGHT_AND_DARK
def test_axe_finds_nothing_on_the_fullest_pages(
    browser: Browser, address: str, page: str, width: int, scheme: str
) -> None:
    with shown(browser, address + page, width, scheme) as tab:
        check_accessible(tab)


def test_a_printed_profile_is_a_brief(browser: Browser, address: str) -> None:
    tab = browser.new_page()
    for country, most in {"kazakhstan": 18, "tuvalu": 12}.items():
        tab.goto(f"{address}/countries/{country}/")
        assert 4 <= len(SHEETS.findall(tab.pdf(prefer_css_page_size=True))) <= most, country
    tab.close()
