"""Tabs in windows that stay open: to open a window costs more than most pages do."""

import json
from functools import cache
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page


def new_tab(browser: Browser, **options: Any) -> Page:  # noqa: ANN401 - those of Playwright
    """Open a tab in the window with these options, which are those of `browser.new_context`.

    Windows keep what pages store and what was fetched: a test of that opens one of its own.
    """
    return _window(browser, json.dumps(options)).new_page()


@cache
def _window(browser: Browser, options: str) -> BrowserContext:
    """A window that is closed with the browser; its first tab stays, and with it the process of all."""
    window = browser.new_context(**json.loads(options))
    window.new_page()
    return window
