"""A Chromium for tests of any room; without one the tests fail with the one thing to do.

Each test runs in two surroundings with fonts, time zone and language of their own, so that none depends on the machine's.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Playwright

ARGUMENTS = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

NAMES = ("chromium-headless-shell", "chromium", "google-chrome")
FONTS = Path(__file__).parent / "fonts"
SURROUNDINGS: dict[str, dict[str, str | float | bool]] = {
    "one-family": {
        "FONTCONFIG_FILE": f"{FONTS}/single.conf",
        "TZ": "Pacific/Kiritimati",
        "LANGUAGE": "tr",
        "LANG": "tr_TR.UTF-8",
    },
    "serif-and-sans": {
        "FONTCONFIG_FILE": f"{FONTS}/several.conf",
        "TZ": "Etc/GMT+12",
        "LANGUAGE": "en",
        "LANG": "C.UTF-8",
    },
}
"""What a browser of the tests finds in place of the machine's fonts, time zone and language."""
ONCE = pytest.mark.parametrize("browser", ["one-family"], indirect=True)
"""For a test that asks what a page does, and not where it stands: the stranger surrounding is enough."""


def by_turns(names: str, *values: tuple[object, ...]) -> pytest.MarkDecorator:
    """Run a test with each of these values, in the surroundings by turns.

    `by_turns("width", (390,), (1280,))` has a phone with one family of fonts and a desk with several.
    """
    pairs = [(surrounding, *each) for surrounding, each in zip(cycle(SURROUNDINGS), values, strict=False)]
    return pytest.mark.parametrize(f"browser,{names}", pairs, indirect=["browser"])


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of a Chromium: CHROMIUM, or one on PATH."""
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if not found:
        pytest.fail("The browser tests need Chromium. Type: .venv/bin/playwright install chromium")
    return found


@pytest.fixture(scope="session")
def playwright() -> Iterator["Playwright"]:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only tests in a browser wait for it

    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def launched(playwright: "Playwright", chromium: str) -> Iterator[Callable[[str], "Browser"]]:
    """What launches a Chromium in a surrounding and keeps it: to start one takes as long as several tests."""
    browsers: dict[str, Browser] = {}

    def launch(surrounding: str) -> "Browser":
        if surrounding not in browsers:
            sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
            browsers[surrounding] = playwright.chromium.launch(
                executable_path=chromium,
                args=[*ARGUMENTS, *sandbox],
                env={**os.environ, **SURROUNDINGS[surrounding]},
            )
        return browsers[surrounding]

    yield launch
    for browser in browsers.values():
        browser.close()


@pytest.fixture(scope="session", params=SURROUNDINGS)
def browser(launched: Callable[[str], "Browser"], request: pytest.FixtureRequest) -> "Browser":
    """A Chromium in one of the surroundings."""
    return launched(request.param)
