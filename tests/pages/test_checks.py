"""The navigation of a site: what is in it, and what leads nowhere."""

import re
import shutil
from pathlib import Path

import pytest

from tests.changes import put
from tests.projects import HEAD, prepared, problems_of

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
    assert re.findall(r'href="([^"]+)"( aria-current="page")?>([^<]+)<', nav) == [
        ("/country-profiles/countries/", "", "Countries"),
        ("/country-profiles/fund/", ' aria-current="page"', "Our fund"),
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
