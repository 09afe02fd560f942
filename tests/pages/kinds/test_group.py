"""The page of a region: its own figures, who leads, and its members in panels."""

from generator.pages.records.page import GroupPage
from generator.pages.site import Site
from tests.pages.kinds.test_compare import site

__all__ = ("site",)


def test_a_region_has_its_members_and_who_leads(site: Site) -> None:
    region = next(p for p in site.pages if isinstance(p, GroupPage))
    assert region.title == "Central Asia"
    assert [row.country.text for row in region.rows] == ["Kazakhstan", "Kyrgyzstan", "Uzbekistan"]
    population = next(row for row in region.leaders if row.title.text == "Population")
    assert population.highest.link is not None
    assert population.highest.link.text == "Uzbekistan"
    assert [panel.country.text for panel in region.panels[0].panels] == ["Uzbekistan", "Kazakhstan", "Kyrgyzstan"]
    assert region.groups == ()


def test_of_its_own_figures_it_asks_as_readers_see_them(site: Site) -> None:
    _page, asked = site.asking(site.by_url["/groups/central-asia/"])
    names = {str(question[0]) for question in asked}
    assert {"group_cell", "plan_group_figure"} <= names
    assert "group_figures" not in names
