"""All pages of this world in a real Chromium.

None scrolls sideways, the fullest are accessible and short enough to print.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.accessibility import check_accessible, shown
from tests.browser.serving import serve

pytestmark = [pytest.mark.browser, pytest.mark.slow]

FULLEST = (
    "/countries/kazakhstan/",
    "/indicators/visitor_arrivals/",
    "/essays/kazakhstan-soft-power/",
    "/charts/",
)
PARTS = 4
"""All pages take a minute and more: in parts, so that processes end together."""
SHEETS = re.compile(rb"/Type\s*/Page\b")


@pytest.fixture(scope="module")
def address(real_site: Path) -> Iterator[str]:
    with serve(real_site) as served:
        yield served


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """A tab of the narrowest phone there is."""
    context = browser.new_context(viewport={"width": 320, "height": 800})
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("part", range(PARTS))
def test_no_page_scrolls_sideways_on_the_narrowest_phone(phone: Page, address: str, real_site: Path, part: int) -> None:
    wide = []
    for path in sorted(real_site.rglob("index.html"))[part::PARTS]:
        if b'http-equiv="refresh"' in path.read_bytes()[:2000]:
            continue
        page = path.parent.relative_to(real_site).as_posix()
        phone.goto(f"{address}/{page}/", wait_until="domcontentloaded")
        phone.evaluate("for (const part of document.querySelectorAll('details')) part.open = true")
        overflow = phone.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        wide += [(page, overflow)] if overflow > 0 else []
    assert wide == []


@pytest.mark.parametrize("page", FULLEST)
@pytest.mark.parametrize(("width", "scheme"), [(390, "light"), (1280, "dark")])
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
