"""Tables sorted and filtered by keyboard alone; they stay tables, and nothing moves when they gain it."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.accessibility import check_accessible, shown
from tests.browser.chromium import ONCE, by_turns
from tests.browser.tabs import new_tab

pytestmark = [pytest.mark.browser, pytest.mark.slow]
SORTED = "th[aria-sort]"


def awake(tab: Page, url: str, part: str) -> None:
    """Open a page and wait until the part's tools are there."""
    tab.goto(url)
    tab.locator(part).first.scroll_into_view_if_needed()
    tab.keyboard.press("Shift")
    expect(tab.get_by_role("searchbox")).to_be_visible()


def column(tab: Page, table: str, number: int) -> list[str]:
    return tab.locator(f"{table} tbody tr:not(.group-row):visible > :nth-child({number})").all_inner_texts()


def press(tab: Page, table: str, head: str) -> None:
    tab.locator(table).get_by_role("button", name=head).focus()
    tab.keyboard.press("Enter")


@ONCE
def test_a_ranking_is_sorted_by_name_and_value_and_back(browser: Browser, address: str) -> None:
    tab = new_tab(browser)
    awake(tab, address + "/indicators/life_expectancy/", ".ranking")
    before = column(tab, ".ranking", 2)
    press(tab, ".ranking", "Country")
    assert tab.locator(SORTED).get_attribute("aria-sort") == "ascending"
    assert column(tab, ".ranking", 2)[:2] == ["Azerbaijan", "Brazil"]
    press(tab, ".ranking", "Country")
    assert tab.locator(SORTED).get_attribute("aria-sort") == "descending"
    assert column(tab, ".ranking", 2)[0] == "Uzbekistan"
    press(tab, ".ranking", "Country")
    assert tab.locator(SORTED).count() == 0
    assert column(tab, ".ranking", 2) == before
    press(tab, ".ranking", "Value")
    values = [float(v) for v in tab.locator(".ranking data").evaluate_all("all => all.map(one => one.value)")]
    assert values == sorted(values, reverse=True)
    tab.close()


@ONCE
def test_the_members_of_a_group_are_sorted_by_their_figures(browser: Browser, address: str) -> None:
    tab = new_tab(browser)
    tab.goto(address + "/groups/central-asia/")
    tab.keyboard.press("Shift")
    expect(tab.locator(".section:has(#members) .members th button")).to_have_count(5)
    press(tab, ".section:has(#members) .members", "GDP per head")
    heads = tab.locator(".section:has(#members) .members tbody th").all_inner_texts()
    assert heads == ["Kazakhstan", "Turkmenistan", "Uzbekistan", "Kyrgyzstan", "Tajikistan"]
    press(tab, ".section:has(#members) .members", "Visitor arrivals")
    assert tab.locator(".section:has(#members) .members tbody th").last.inner_text() == "Turkmenistan"  # which has none
    tab.close()


@ONCE
def test_what_is_missing_stands_last_in_either_direction(browser: Browser, address: str) -> None:
    tab = new_tab(browser)
    awake(tab, address + "/countries/tuvalu/", ".indicators")
    for direction in ("descending", "ascending"):
        press(tab, ".indicators", "Year")
        assert tab.locator(SORTED).get_attribute("aria-sort") == direction
        years = column(tab, ".indicators", 3)
        held = [year for year in years if year]
        assert 0 < len(held) < len(years)
        assert years[: len(held)] == sorted(held, reverse=direction == "descending")
    expect(tab.locator(".indicators .group-row").first).to_be_hidden()
    press(tab, ".indicators", "Year")
    expect(tab.locator(".indicators .group-row").first).to_be_visible()
    tab.close()


@ONCE
def test_a_filter_hides_rows_and_says_how_many_are_left(browser: Browser, address: str) -> None:
    tab = new_tab(browser)
    awake(tab, address + "/countries/kazakhstan/", ".indicators")
    count = len(column(tab, ".indicators", 1))
    wanted = [name for name in column(tab, ".indicators", 1) if "life expect" in name.lower()]
    tab.get_by_role("searchbox", name="Filter the indicators").focus()
    tab.keyboard.type("life EXPECT")
    expect(tab.locator(".filter [role=status]")).to_have_text(f"Shown: {len(wanted)} of {count}")
    assert column(tab, ".indicators", 1) == wanted != []
    assert tab.locator(".indicators .group-row:visible").count() == 1
    assert tab.locator(".indicators").get_by_role("row").count() == len(wanted) + 2
    for _ in "life EXPECT":
        tab.keyboard.press("Backspace")
    assert len(column(tab, ".indicators", 1)) == count
    tab.close()


@ONCE
def test_countries_are_found_by_their_other_names(browser: Browser, address: str) -> None:
    tab = new_tab(browser)
    awake(tab, address + "/countries/", ".filter")
    rows = tab.locator(".members tbody tr:visible")
    tab.locator(".filter input").focus()
    for name in ("turkiye", "Turkey", "TUR", "Турция"):
        tab.locator(".filter input").fill(name)
        expect(rows.filter(has_text="Türkiye")).to_have_count(1)
    expect(rows).to_have_count(1)
    tab.close()


@ONCE
def test_a_list_is_filtered_with_its_headings_by_words_and_choices(browser: Browser, address: str) -> None:
    with shown(browser, address + "/indicators/", 390, "light") as tab:
        tab.keyboard.press("Shift")
        field, entries, said = (
            tab.get_by_role("searchbox"),
            tab.locator(".items > li:visible"),
            tab.locator(".facets [role=status]"),
        )
        all_of_them = tab.locator(".items > li").count()
        field.fill("life expectancy at birth")
        expect(entries).to_have_count(1)
        expect(tab.locator("main section h2:visible")).to_have_count(1)
        expect(said).to_have_text(f"Shown: 1 of {all_of_them}")
        tab.get_by_role("button", name="Clear").press("Enter")
        expect(entries).to_have_count(all_of_them)
        expect(field).to_be_focused()
        tab.get_by_label("Figures until").select_option(index=1)
        expect(entries).not_to_have_count(all_of_them)
        found, asked = entries.count(), tab.url
        assert "until=20" in asked
        check_accessible(tab)
        tab.goto(asked + "&topic=nothing-of-the-kind")
        expect(entries).to_have_count(found)
        expect(tab.get_by_label("Topic")).to_have_value("")


@by_turns("width", (390,), (1280,))
@pytest.mark.parametrize(
    ("page", "part"), [("/countries/kazakhstan/", ".indicators"), ("/indicators/population/", ".ranking")]
)
def test_nothing_moves_when_the_tools_come(browser: Browser, address: str, page: str, part: str, width: int) -> None:
    tab = new_tab(browser, viewport={"width": width, "height": 800})
    tab.goto(address + page)
    boxes = f"[...document.querySelectorAll('{part}, {part} tr')].map(e => JSON.stringify(e.getBoundingClientRect()))"
    tab.locator(part).evaluate("e => e.scrollIntoView()")
    before = tab.evaluate(boxes)
    tab.keyboard.press("Shift")
    expect(tab.get_by_role("searchbox")).to_be_visible()
    assert tab.evaluate(boxes) == before
    tab.close()


@by_turns("width,scheme", (390, "dark"), (1280, "light"))
@pytest.mark.parametrize(
    ("page", "part"), [("/countries/kazakhstan/", ".indicators"), ("/indicators/population/", ".ranking")]
)
def test_axe_finds_nothing_in_a_sorted_table(
    browser: Browser, address: str, page: str, part: str, width: int, scheme: str
) -> None:
    with shown(browser, "about:blank", width, scheme) as tab:
        awake(tab, address + page, part)
        press(tab, part, "Rank")
        check_accessible(tab, part)


@ONCE
def test_without_scripts_there_is_nothing_to_press(browser: Browser, address: str) -> None:
    tab = new_tab(browser, java_script_enabled=False)
    tab.goto(address + "/countries/kazakhstan/")
    assert tab.locator(".indicators button").count() == 0
    expect(tab.locator(".filter")).to_be_hidden()
    tab.close()
