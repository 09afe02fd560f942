"""Every kind of page in a real Chromium: axe finds nothing, in light and dark, on a phone and a desk."""

import pytest
from playwright.sync_api import Browser

from tests.browser.accessibility import IN_LIGHT_AND_DARK, check_accessible, shown
from tests.browser.addresses import PAGES

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.mark.parametrize("page", PAGES)
@IN_LIGHT_AND_DARK
def test_axe_finds_nothing(browser: Browser, address: str, page: str, width: int, scheme: str) -> None:
    with shown(browser, address + page, width, scheme) as tab:
        check_accessible(tab)
