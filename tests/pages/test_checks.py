"""The navigation and the story of a site: what is in them, and what leads nowhere."""

import re
import shutil
from pathlib import Path

import pytest

from generator.pages.records.page import HomePage
from tests.changes import put
from tests.projects import HEAD, prepared, problems_of

pytestmark = pytest.mark.uncounted  # others count the lines it runs

NAVIGATION = """navigation:
  - {text: Countries, url: /countries/}
  - {text: Our fund, url: /fund/}
  - {text: The institute, url: "https://example.org/"}
"""


def project_with(starter: Path, tmp_path: Path, settings: str) -> Path:
    project = shutil.copytree(starter, tmp_path / "project")
    put("site.yaml", (project / "site.yaml").read_text("utf-8") + settings)(project)
    return project


def test_a_page_of_ones_own_stands_in_the_navigation_and_needs_no_other_link(starter: Path, tmp_path: Path) -> None:
    project = project_with(starter, tmp_path, NAVIGATION)
    put("content/pages/fund.md", f"{HEAD}\nText.\n")(project)
    put("content/pages/about.md", f"{HEAD}\n[How](methods.md).\n")(project)
    put("content/pages/methods.md", f"{HEAD}\n[Who](about.md).\n")(project)
    made = prepared(project)
    assert made.diagnostics == ()
    page = next(o.render().decode() for o in made.outputs if o.path == "fund/index.html")
    nav = re.findall(r'<nav aria-label="Site">.*?</nav>', page, re.DOTALL)[0]
    assert re.findall(r'href="([^"]+)"( aria-current=page)?>([^<]+)<', nav) == [
        ("/country-profiles/countries/", "", "Countries"),
        ("/country-profiles/fund/", " aria-current=page", "Our fund"),
        ("https://example.org/", "", "The institute"),
    ]


@pytest.mark.parametrize(
    ("url", "rule"),
    [
        ("/fnud/", "link-broken"),
        ("fund", "yaml-value"),
        ("javascript:alert(1)", "yaml-value"),
    ],
)
def test_a_link_that_leads_nowhere_is_named_at_its_place(starter: Path, tmp_path: Path, url: str, rule: str) -> None:
    project = project_with(starter, tmp_path, NAVIGATION.replace("/fund/", url))
    lines = (project / "site.yaml").read_text("utf-8").split("\n")
    line = next(number for number, text in enumerate(lines, start=1) if "Our fund" in text)
    found = [f"{d.location} {d.rule}" for d in problems_of(project) if d.location.path == "site.yaml"]
    assert found == [f"site.yaml:{line}:27 {rule}"]


def test_the_story_that_site_yaml_names_leads_and_another_is_named_at_its_place(starter: Path, tmp_path: Path) -> None:
    project = project_with(starter, tmp_path, "story: chosen\n")
    for name, day in (("chosen", "2020-01-01"), ("newest", "2026-01-01")):
        head = f"---\ntitle: {name}\ndate: {day}\nauthors: [A]\ncountries: [KAZ]\nsummary: S.\n---\n"
        chart = "\n![Life is longer](chart:life_expectancy/KAZ)\n" if name == "chosen" else ""
        put(f"content/essays/{name}.md", f"{head}\nText.\n{chart}")(project)
    made = prepared(project)
    assert made.diagnostics == ()
    assert made.site is not None
    home = next(page for page in made.site.pages if isinstance(page, HomePage))
    assert home.story is not None
    assert home.story.link.text == "chosen"
    others = {item.link.text for item in home.essays}
    assert ("newest" in others, "chosen" in others) == (True, False)
    assert home.chart is not None
    assert (home.chart.id, home.chart.title) == ("lead", "Life is longer")
    put("site.yaml", (project / "site.yaml").read_text("utf-8").replace("story: chosen", "story: choosen"))(project)
    (found,) = (d for d in problems_of(project) if d.location.path == "site.yaml")
    assert (found.rule, found.hint) == ("link-broken", "Did you mean 'chosen'?")
