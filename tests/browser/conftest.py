"""A Chromium and the real site on a loopback address; without a Chromium the tests fail with the one thing to do.

Each test runs in two surroundings with fonts, time zone and language of their own, so that none depends on the machine's.
"""

import functools
import os
import shutil
import sys
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Playwright, sync_playwright

from generator.starter import write_starter
from tests.browser.live_preview import Live
from tests.repository import WORLD_IS_OURS

collect_ignore_glob = [] if WORLD_IS_OURS else ["test_[!p]*.py", "test_pages.py"]  # they visit pages of this world

ARGUMENTS = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

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


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of a Chromium: CHROMIUM, or one on PATH."""
    found = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if not found:
        pytest.fail("The browser tests need Chromium. Type: .venv/bin/playwright install chromium")
    return found


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session", params=SURROUNDINGS)
def browser(playwright: Playwright, chromium: str, request: pytest.FixtureRequest) -> Iterator[Browser]:
    """A Chromium in one of the surroundings."""
    sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
    around = {**os.environ, **SURROUNDINGS[request.param]}
    opened = playwright.chromium.launch(executable_path=chromium, args=[*ARGUMENTS, *sandbox], env=around)
    yield opened
    opened.close()


class Quiet(SimpleHTTPRequestHandler):
    """Serves the site below its base path, as GitHub Pages does."""

    def __init__(self, *arguments: object, site: Path, base: str) -> None:
        self.base = base
        super().__init__(*arguments, directory=str(site))  # type: ignore[arg-type]  # the server passes socket and address

    def translate_path(self, path: str) -> str:
        return super().translate_path(path.removeprefix(self.base))

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class Patient(ThreadingHTTPServer):
    """A server to which a page that leaves before its files have come is no fault."""

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a reader who has left; the rest is told."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]  # the server passes socket and address


@pytest.fixture(scope="session")
def address(real_site: Path) -> Iterator[str]:
    base = "/country-profiles"
    server = Patient(("127.0.0.1", 0), functools.partial(Quiet, site=real_site, base=base))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}{base}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def live(tmp_path: Path) -> Iterator[Live]:
    """A preview of a starter project."""
    write_starter(tmp_path / "project")
    started = Live(tmp_path / "project")
    yield started
    started.stop()
