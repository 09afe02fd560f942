"""The titles of a profile's sections, which only its template reads.

They are put into the record at the end: a page is planned from a layout without them, and one that gets another title is not planned again.
"""

from dataclasses import replace

from generator.content.layout import ProfileLayout
from generator.pages.records.page import CountryPage, Page

Titles = tuple[tuple[str, str], ...]
"""Ids of sections, each with its title."""


def titles_of(layout: ProfileLayout) -> Titles:
    """Return the titles of the sections of a layout by id."""
    return tuple((section.id, section.title) for section in layout.sections)


def without_titles(layout: ProfileLayout) -> ProfileLayout:
    """Return a layout whose sections have no titles."""
    return replace(layout, sections=tuple(replace(section, title="") for section in layout.sections))


def with_titles(page: Page, titles: Titles) -> Page:
    """Return a profile whose sections have these titles, empty ones without; any other page as it is."""
    if not isinstance(page, CountryPage):
        return page
    of = dict(titles)
    return replace(page, sections=tuple(replace(each, title=of.get(each.id, "")) for each in page.sections))


def titles_on(page: Page) -> dict[str, str]:
    """Return the titles of the sections of a profile by id; none of any other page."""
    return {section.id: section.title for section in page.sections} if isinstance(page, CountryPage) else {}
