"""Pages of this world in a real Chromium: the fullest, of each kind the longest words, and others.

None scrolls sideways, the fullest are accessible and short enough to print.
"""

import re
from collections import defaultdict
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
PARTS = 3
"""They take half a minute: in parts, so that processes end together."""
LONGEST = 6
"""So many pages of each kind are looked at for their longest words, which nothing breaks."""
STEP, FEWER = 8, 48
"""One in so many of the others of a kind is looked at; fewer in letters that are narrower everywhere."""
MARKUP = re.compile(r"<svg.*?</svg>|<[^>]*>", re.DOTALL)
SHEETS = re.compile(rb"/Type\s*/Page\b")


@pytest.fixture(scope="module")
def address(real_site: Path) -> Iterator[str]:
    with serve(real_site) as served:
        yield served


@pytest.fixture(scope="module")
def kinds(real_site: Path) -> list[list[Path]]:
    """The pages that are one, and do not only lead on to another: of each kind the longest words first."""
    found = defaultdict[str, list[Path]](list)
    for path in sorted(real_site.rglob("index.html")):
        if b'http-equiv="refresh"' not in path.read_bytes()[:2000]:
            found[path.relative_to(real_site).parts[0]].append(path)
    return [sorted(pages, key=longest_word, reverse=True) for pages in found.values()]


def longest_word(page: Path) -> int:
    """Return how long the longest word in the main part of a page is; addresses break anywhere."""
    main = re.split("<main[^>]*>|</main>", page.read_text("utf-8"))[1]
    return max((len(word) for word in MARKUP.sub(" ", main).split() if "://" not in word), default=0)


def some(kinds: list[list[Path]], site: Path, longest: int, step: int) -> list[str]:
    """Return the addresses of those pages of each kind that have the longest words, and of some others."""
    chosen = [page for pages in kinds for page in (*pages[:longest], *pages[longest::step])]
    return [f"/{path.parent.relative_to(site).as_posix()}/".replace("/./", "/") for path in chosen]


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
    browser: Browser, address: str, kinds: list[list[Path]], real_site: Path, part: int
) -> None:
    pages = [*FULLEST, *some(kinds, real_site, LONGEST, STEP)]
    assert len(pages) > 60
    assert scrolling(browser, address, pages[part::PARTS]) == {}


@pytest.mark.long
@pytest.mark.parametrize("browser", ["serif-and-sans"], indirect=True)
def test_nor_does_one_of_each_kind_in_narrower_letters(
    browser: Browser, address: str, kinds: list[list[Path]], real_site: Path
) -> None:
    assert scrolling(browser, address, [*FULLEST, *some(kinds, real_site, 1, FEWER)]) == {}


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


def test_on_paper_a_section_has_its_charts_in_a_row(browser: Browser, address: str) -> None:
    tab = browser.new_page(viewport={"width": 680, "height": 990})
    tab.emulate_media(media="print")
    tab.goto(f"{address}/countries/kazakhstan/")
    heights = "parts => parts.map(part => new Set([...part.querySelectorAll('.figure')].map(f => f.offsetTop)).size)"
    assert set(tab.locator(".section > .columns").evaluate_all(heights)) == {1}
    tab.close()
