"""Fifty edits of every kind while a page is open: it shows each of them, none is lost and none stale."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.chromium import ONCE
from tests.browser.conftest import SMALL_SITE
from tests.browser.live_preview import Live
from tests.changes import Change, put, rename, swap
from tests.photos import CREDIT, photo_with_place

pytestmark = [pytest.mark.browser, pytest.mark.long]

TRAVEL, PROFILE, ESSAYS, FRONT = "essays/travel/", "countries/kazakhstan/", "essays/", ""
TEXT, CATALOG = "content/essays/travel.md", "data/catalog/indicators/all.yaml"
LAYOUT, COUNTRY, STYLE = "content/profile.yaml", "templates/country.html", "templates/styles/own.css"
NEW = "---\ntitle: {title}\ndate: 2026-01-01\nauthors: [A]\ncountries: [KAZ]\nsummary: A test.\n---\n\n{text}\n"
PHRASE = "sections:\n  people:\n    - {{indicator: life_expectancy, noun: {noun}, unit: years}}\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """A change, the page that is open, and what it shows after it; or what it no longer shows."""

    page: str
    change: Change
    shows: str = ""
    hides: str = ""


def remove(name: str) -> Change:
    return lambda project: (project / name).unlink()


def photo(project: Path) -> None:
    (project / "content/images").mkdir()
    (project / "content/images/port.jpg").write_bytes(photo_with_place(240, 150))
    put("content/images.yaml", f"port.jpg: {CREDIT}")(project)
    swap(TEXT, "## In one table", "![A port](../images/port.jpg 'The old port')\n\n## In one table")(project)


def sentence(number: int) -> Edit:
    return Edit(
        page=TRAVEL, change=swap(TEXT, " arrivals.", f" arrivals. No. {number}."), shows=f"arrivals. No. {number}."
    )


def edit(page: str, name: str, old: str, new: str, shows: str = "") -> Edit:
    """Return an edit that exchanges a text; the page shows the new one, or what is given."""
    return Edit(page=page, change=swap(name, old, new), shows=shows or new)


EDITS = (
    *map(sentence, range(1, 11)),
    edit(TRAVEL, TEXT, "internet in five countries", "internet in three countries"),
    edit(TRAVEL, TEXT, "## In a table", "## In one table", "In one table"),
    edit(TRAVEL, TEXT, "has more.", "has more than this.", "has more than this."),
    edit(TRAVEL, TEXT, "A note stands", "Guests: […](claim:kaz-guests). A note stands", "Guests: 12. A note"),
    edit(TRAVEL, "data/claims/guests.yaml", '"12"', '"14"', "Guests: 14. A note"),
    edit(TRAVEL, TEXT, "Guests:", "Online: […](value:internet_users/KAZ@2024). Guests:", "Online: 93.4%."),
    edit(TRAVEL, TEXT, "Tourism came", "[It](trend:nothing) came", "There is no indicator 'nothing'"),
    Edit(page=TRAVEL, change=swap(TEXT, "[It](trend:nothing) came", "Tourism came"), hides="There is no indicator"),
    edit(TRAVEL, "content/references.bib", "and its Rivers", "and its Lakes"),
    Edit(page=TRAVEL, change=photo, shows="The old port"),
    edit(TRAVEL, TEXT, "The old port", "The new port"),
    edit(TRAVEL, "content/images.yaml", "A. Author", "Somebody Else"),
    edit(PROFILE, "site.yaml", "Each country is a square", "Each country is a box"),
    edit(PROFILE, "data/observations/population.csv", "KAZ,2024,20592571", "KAZ,2024,20592572", "20,592,572"),
    edit(PROFILE, "data/observations/population.csv", "KAZ,2024,20592572", "KAZ,2024,20592573", "20,592,573"),
    edit(PROFILE, "data/observations/life_expectancy.csv", "KAZ,2021,70.2", "KAZ,2021,70.4", "70.4"),
    edit(PROFILE, CATALOG, 'short_title: "Population"', 'short_title: "All inhabitants"', "All inhabitants"),
    edit(PROFILE, CATALOG, "GDP per head, purchasing power", "Output per head, purchasing power"),
    edit(PROFILE, "data/catalog/topics.yaml", 'title: "Economy"', 'title: "Work and money"', "Work and money"),
    edit(
        PROFILE,
        "data/catalog/origins.yaml",
        'producer: "World Bank"',
        'producer: "Bank of the World"',
        "Bank of the World",
    ),
    edit(PROFILE, "data/countries.csv", ",Astana,", ",Akmola,", "Akmola"),
    edit(PROFILE, "data/geo/points.csv", "KAZ,", "KAX,", "KAX"),
    Edit(page=PROFILE, change=swap("data/geo/points.csv", "KAX,", "KAZ,"), hides="KAX"),
    Edit(page=PROFILE, change=put(STYLE, '@import "nowhere.css";'), shows="own.css:1"),
    Edit(page=PROFILE, change=put(STYLE, "h1 { letter-spacing: 1px; }"), hides="own.css:1"),
    edit("groups/ots/", "data/groups.yaml", "of Turkic States", "of Turkic Nations"),
    edit(PROFILE, "data/indices/good-life.yaml", "title: Good life", "title: Fine life", "Fine life"),
    edit(PROFILE, "content/briefs/2026-05.yaml", "Tashkent is planned", "Tashkent is built"),
    edit(PROFILE, LAYOUT, "title: In the world", "title: Around the globe", "Around the globe"),
    edit(PROFILE, LAYOUT, "indicator: internet_users}", "indicator: internet_users, title: The net}", "The net"),
    Edit(
        page=PROFILE,
        change=swap(LAYOUT, "      - {kind: trend, indicator: internet_users, title: The net}\n", ""),
        hides="The net",
    ),
    Edit(
        page="countries/uzbekistan/",
        change=put("content/narrative.yaml", PHRASE.format(noun="length of life")),
        shows="length of life",
    ),
    Edit(
        page="countries/uzbekistan/",
        change=put("content/narrative.yaml", PHRASE.format(noun="years of life")),
        shows="years of life",
    ),
    edit(PROFILE, COUNTRY, "{{ page.name }}</h1>", "{{ page.name }}</h1><p>Of a template.</p>", "Of a template."),
    edit(PROFILE, COUNTRY, "Of a template.", "Of another template.", "Of another template."),
    Edit(page=PROFILE, change=remove(COUNTRY), hides="Of another template."),
    edit(PROFILE, "site.yaml", "title: Small site", "title: Tiny site", "Tiny site"),
    edit(FRONT, "site.yaml", "Twenty countries in figures", "A score of countries in figures"),
    edit(FRONT, "content/essays/travel.md", "What two indicators say", "What few indicators say"),
    Edit(
        page=ESSAYS,
        change=put("content/essays/new.md", NEW.format(title="A new essay", text="Text.")),
        shows="A new essay",
    ),
    Edit(page=ESSAYS, change=swap("content/essays/new.md", "A new essay", "An essay"), shows="An essay"),
    Edit(page="essays/renamed/", change=rename("content/essays/new.md", "content/essays/renamed.md"), shows="An essay"),
    edit("essays/renamed/", "content/essays/renamed.md", "Text.", "Other text."),
    Edit(page=ESSAYS, change=remove("content/essays/renamed.md"), hides="An essay"),
    Edit(page="note.txt", change=put("static/note.txt", "A first note."), shows="A first note."),
)


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Live]:
    shutil.copytree(SMALL_SITE, tmp_path / "project")
    started = Live(tmp_path / "project")
    yield started
    started.stop()


@ONCE
def test_every_edit_reaches_the_open_page(small: Live, browser: Browser) -> None:
    window = browser.new_context()
    tab, opened = window.new_page(), None
    assert len(EDITS) >= 50
    for at, each in enumerate(EDITS):
        if each.page != opened:
            tab.close()  # what is being loaded anew cannot go elsewhere
            tab, opened = window.new_page(), each.page
            tab.goto(small.url + each.page)
        shown = tab.locator("body")
        if each.shows:
            expect(shown, f"before edit {at}").not_to_contain_text(each.shows)
        if each.hides:
            expect(shown, f"before edit {at}").to_contain_text(each.hides)
        each.change(small.root)
        if each.shows:
            expect(shown, f"edit {at}").to_contain_text(each.shows, timeout=10_000)
        if each.hides:
            expect(shown, f"edit {at}").not_to_contain_text(each.hides, timeout=10_000)
    expect(tab.locator("#preview-errors")).to_have_count(0)
    window.close()
