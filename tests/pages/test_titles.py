"""Titles of sections: a layout is planned without them, a profile has them."""

from generator.content.layout import ProfileLayout, ProfileSection
from generator.pages.titles import titles_of, without_titles

LAYOUT = ProfileLayout(
    key_figures=("population",), scorecard="", sections=(ProfileSection(id="people", title="People", charts=()),)
)


def test_a_layout_without_titles_is_the_same_whatever_they_were() -> None:
    assert titles_of(LAYOUT) == (("people", "People"),)
    assert titles_of(without_titles(LAYOUT)) == (("people", ""),)
    assert without_titles(LAYOUT).key_figures == LAYOUT.key_figures
