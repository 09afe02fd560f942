"""The preview in a real browser: a save appears, an error is shown and goes, nothing is built twice."""

import http.client
import re
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Route, expect

from generator.cache import MemoryCache
from generator.preview.server import serve
from tests.browser.accessibility import check_accessible
from tests.browser.chromium import ONCE, by_turns
from tests.browser.live_preview import ESSAY, Live
from tests.browser.tabs import new_tab
from tests.changes import put

pytestmark = pytest.mark.browser


@ONCE
def test_a_save_appears_and_an_error_comes_and_goes(live: Live, browser: Browser) -> None:
    tab = new_tab(browser)
    said: list[str] = []
    tab.on("console", lambda message: said.append(message.text))
    tab.goto(live.url + "essays/live/")
    expect(tab.get_by_text("First text.")).to_be_visible()
    tab.wait_for_timeout(500)
    before = live.preview.builds
    live.essay.write_text(ESSAY + "Second text.\n", "utf-8")
    expect(tab.get_by_text("Second text.")).to_be_visible(timeout=10_000)
    assert live.preview.builds == before + 1
    live.essay.write_text(ESSAY + "[5](value:population)\n", "utf-8")
    expect(tab.locator("#preview-errors")).to_contain_text("content/essays/live.md:9:1", timeout=10_000)
    expect(tab.get_by_text("Second text.")).to_be_visible()
    live.essay.write_text(ESSAY + "Third text.\n", "utf-8")
    expect(tab.get_by_text("Third text.")).to_be_visible(timeout=10_000)
    expect(tab.locator("#preview-errors")).to_have_count(0)
    tab.close()
    assert said == []
    assert not (live.root / "site").exists()


@ONCE
def test_a_page_that_was_loading_during_a_save_is_told_afterwards(live: Live, browser: Browser) -> None:
    tab = new_tab(browser)
    hold: list[Route] = []
    tab.route("**/livereload.js", lambda route: hold.append(route), times=1)  # noqa: PLW0108 - Playwright marks its handlers
    tab.goto(live.url + "essays/live/", wait_until="commit")
    expect(tab.get_by_text("First text.")).to_be_visible()
    before = live.preview.builds
    live.essay.write_text(ESSAY + "Second text.\n", "utf-8")
    while live.preview.builds == before:
        tab.wait_for_timeout(20)
    hold[0].continue_()
    expect(tab.get_by_text("Second text.")).to_be_visible(timeout=10_000)
    tab.close()


@ONCE
def test_a_style_is_swapped_without_a_reload(live: Live, browser: Browser) -> None:
    tab = new_tab(browser)
    tab.goto(live.url + "essays/live/")
    expect(tab.get_by_text("First text.")).to_be_visible()
    tab.wait_for_timeout(500)
    tab.evaluate("document.body.dataset.kept = 'yes'")
    put("templates/styles/own.css", "h1{letter-spacing:7px!important}\n")(live.root)
    expect(tab.locator("h1")).to_have_css("letter-spacing", "7px", timeout=10_000)
    assert tab.evaluate("document.body.dataset.kept") == "yes"
    tab.close()


def replace(path: Path, text: str) -> None:
    """Save as many editors do: a new file takes the place of the old one."""
    new = path.with_name(f"{path.name}~")
    new.write_text(text, "utf-8")
    new.replace(path)


def until_built(live: Live, title: str) -> None:
    deadline = time.monotonic() + 10
    while (title not in _home(live)) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert title in _home(live)


def _home(live: Live) -> str:
    found = live.preview.find("")
    return found.render().decode() if found else ""


def test_settings_that_an_editor_replaces_are_followed_every_time(live: Live) -> None:
    settings = live.root / "site.yaml"
    text = settings.read_text("utf-8")
    for title in ("First title", "Second title", "Third title"):
        replace(settings, re.sub("(?m)^title: .*$", f"title: {title}", text))
        until_built(live, title)


def test_a_folder_that_goes_and_comes_back_is_followed(live: Live) -> None:
    about = live.root / "content/pages/about.md"
    (live.root / "content").rename(live.root / "away")
    time.sleep(0.3)
    (live.root / "away").rename(live.root / "content")
    time.sleep(0.3)
    replace(about, about.read_text("utf-8") + "\nNew words.\n")
    deadline = time.monotonic() + 10  # the build that the return began may end first
    while b"New words." not in _about(live) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert b"New words." in _about(live)


def _about(live: Live) -> bytes:
    found = live.preview.find("about/")
    assert found
    return found.render()


@pytest.mark.parametrize(
    ("path", "host", "status"),
    [
        ("essays/live/", "", 200),
        ("essays/live", "", 302),
        ("essays/live?x=1", "", 302),
        ("nothing/", "", 404),
        ("sitemap.xml", "", 200),
        ("", "evil.example", 403),
    ],
)
def test_answers(live: Live, path: str, host: str, status: int) -> None:
    address = live.url.split("/")[2]
    connection = http.client.HTTPConnection(address)
    base = "/" + live.url.split("/", 3)[3]
    connection.request("GET", base + path, headers={"Host": host} if host else {})
    assert connection.getresponse().status == status
    connection.close()


def test_a_port_in_use_is_said(live: Live, capsys: pytest.CaptureFixture[str]) -> None:
    port = int(live.url.split("/")[2].split(":")[1])
    with ThreadPoolExecutor(1) as executor:  # the browser's own loop runs in this thread
        memory = MemoryCache()
        code = executor.submit(lambda: serve(live.root, port=port, base_url=None, cache=memory, state=memory)).result()
    assert code == 1
    assert f"cannot use port {port}" in capsys.readouterr().err


def test_a_foreign_page_gets_no_socket(live: Live) -> None:
    address = live.url.split("/")[2]
    connection = http.client.HTTPConnection(address)
    upgrade = {
        "Upgrade": "websocket",
        "Connection": "Upgrade",
        "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
        "Sec-WebSocket-Version": "13",
        "Origin": "http://evil.example",
    }
    connection.request("GET", "/livereload", headers=upgrade)
    assert connection.getresponse().status == 403
    connection.close()


def test_a_head_is_answered_as_a_get_without_the_text(live: Live) -> None:
    connection = http.client.HTTPConnection(live.url.split("/")[2])
    lengths = []
    for method in ("GET", "HEAD"):
        connection.request(method, "/" + live.url.split("/", 3)[3] + "essays/live/")
        answer = connection.getresponse()
        assert answer.status == 200
        lengths.append((answer.headers["Content-Length"], bool(answer.read())))
    connection.close()
    assert lengths == [(lengths[0][0], True), (lengths[0][0], False)]


@ONCE
def test_another_base_url_is_followed_by_the_open_page(live: Live, browser: Browser) -> None:
    tab = new_tab(browser)
    tab.goto(live.url + "essays/live")
    assert tab.url == live.url + "essays/live/"
    tab.wait_for_timeout(500)
    settings = live.root / "site.yaml"
    replace(settings, re.sub("(?m)^base_url: .*$", "base_url: https://example.org/other/", settings.read_text("utf-8")))
    tab.wait_for_url("**/other/essays/live/", timeout=10_000)
    expect(tab.get_by_text("First text.")).to_be_visible()
    tab.goto(live.url)
    assert tab.url.endswith("/other/")
    tab.close()


WRONG = ESSAY + "[5](value:population) and [6](value:population)\n\n" + "Words.\n\n" * 40 + "## Last\n\nThe end.\n"


@by_turns("width,scheme", (320, "light"), (1280, "dark"))
def test_the_bar_of_problems_stands_on_top_and_covers_nothing(
    live: Live, browser: Browser, width: int, scheme: str
) -> None:
    tab = new_tab(
        browser,
        viewport={"width": width, "height": 800},
        color_scheme="dark" if scheme == "dark" else "light",
        permissions=["clipboard-read", "clipboard-write"],
        bypass_csp=True,
    )
    live.essay.write_text(ESSAY + "Words.\n\n" * 40 + "## Last\n\nThe end.\n", "utf-8")
    tab.goto(live.url + "essays/live/")
    expect(tab.get_by_role("heading", name="Last")).to_have_count(1)
    tab.wait_for_timeout(500)
    live.essay.write_text(WRONG, "utf-8")
    bar = tab.locator("#preview-errors")
    expect(bar.get_by_role("status").first).to_contain_text("2 problems; this is the last good page.", timeout=10_000)
    expect(bar.get_by_role("status").first).to_contain_text("content/essays/live.md:9:1")
    height = bar.evaluate("e => e.offsetHeight")
    expect(bar).to_have_css("top", "0px")
    tab.wait_for_function("h => document.querySelector('.masthead').getBoundingClientRect().top >= h", arg=height)
    tab.mouse.wheel(0, 600)
    tab.wait_for_function("scrollY > 0")
    assert bar.bounding_box()["y"] == 0  # type: ignore[index]
    tab.get_by_text("All problems").click()
    expect(bar.get_by_role("listitem")).to_have_count(2)
    bar.get_by_role("listitem").nth(1).get_by_role("button").click()
    expect(bar.get_by_role("status").last).to_have_text("Copied: content/essays/live.md:9:27")
    assert tab.evaluate("navigator.clipboard.readText()") == "content/essays/live.md:9:27"
    check_accessible(tab)
    live.essay.write_text(ESSAY + "Good text.\n", "utf-8")
    expect(tab.get_by_text("Good text.")).to_be_visible(timeout=10_000)
    expect(bar).to_have_count(0)
    assert tab.evaluate("getComputedStyle(document.body).paddingTop") == "0px"
    tab.close()


@ONCE
def test_a_style_that_mends_a_problem_takes_the_bar_away(live: Live, browser: Browser) -> None:
    unused = live.root / "templates/components/unused.css"
    put("templates/components/unused.css", "a { color: red; }")(live.root)
    tab = new_tab(browser)
    deadline = time.monotonic() + 10
    while not live.preview.diagnostics and time.monotonic() < deadline:
        time.sleep(0.02)
    tab.goto(live.url + "essays/live/")
    expect(tab.locator("#preview-errors")).to_contain_text("templates/components/unused.css:1:1")
    tab.wait_for_timeout(500)
    unused.unlink()
    expect(tab.locator("#preview-errors")).to_have_count(0, timeout=10_000)
    tab.close()
