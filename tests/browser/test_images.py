"""Images in a real browser: none moves the page, and each comes small and when it is needed."""

import pytest
from playwright.sync_api import Browser, Response, Route, expect

from tests.browser.chromium import ONCE
from tests.browser.live_preview import ESSAY, Live
from tests.browser.tabs import new_tab
from tests.changes import put
from tests.photos import CREDIT, photo

pytestmark = pytest.mark.browser

SHIFTS = """() => new Promise(told => new PerformanceObserver(list => told(list.getEntries().map(e => e.value)))
  .observe({type: "layout-shift", buffered: true}) ?? setTimeout(() => told([]), 100))"""


def test_a_phone_gets_small_pictures_when_it_needs_them_and_nothing_moves(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 600})
    tab = context.new_page()
    pictures: dict[str, int] = {}
    held: list[Route] = []

    def note(response: Response) -> None:
        if "/images/port." in response.url:
            pictures[response.url.rpartition("/")[2].split(".", 2)[2]] = len(response.body())

    tab.on("response", note)
    tab.route("**/images/quay.*", lambda route: held.append(route))  # noqa: PLW0108 - Playwright marks its handlers
    tab.goto(f"{address}/essays/travel/")
    lead, quay = tab.get_by_alt_text("Cranes over a port"), tab.get_by_alt_text("Ships at a quay")
    expect(lead).to_have_js_property("complete", True)
    assert list(pictures) == ["480.webp"]
    assert pictures["480.webp"] < 20_000
    assert [each.get_attribute("loading") for each in (lead, quay)] == [None, "lazy"]
    quay.scroll_into_view_if_needed()
    while not held:  # some browsers ask for it before it is in sight
        tab.wait_for_timeout(10)
    assert quay.evaluate("e => e.complete") is False
    room = quay.evaluate("e => e.clientHeight")
    held[0].continue_()
    expect(quay).to_have_js_property("complete", True)
    assert [each.evaluate("e => e.currentSrc.split('.').slice(-2).join('.')") for each in (lead, quay)] == [
        "480.webp"
    ] * 2
    assert quay.evaluate("e => e.clientHeight") == room > 100
    assert sum(tab.evaluate(SHIFTS)) == 0
    context.close()


@ONCE
def test_the_preview_shows_another_photo_at_once(live: Live, browser: Browser) -> None:
    put("content/images.yaml", f"port.jpg: {CREDIT}")(live.root)
    image = live.root / "content/images/port.jpg"
    image.parent.mkdir()
    image.write_bytes(photo(600, 300))
    live.essay.write_text(f"{ESSAY}\n![A port](../images/port.jpg)\n", "utf-8")
    tab = new_tab(browser)
    tab.goto(live.url + "essays/live/")
    shown = tab.get_by_alt_text("A port")
    expect(shown).to_have_attribute("height", "300", timeout=10_000)
    image.write_bytes(photo(500, 500))
    expect(shown).to_have_attribute("height", "500", timeout=10_000)
    assert shown.evaluate("e => e.decode().then(() => e.naturalWidth === e.naturalHeight)")
    tab.close()
