"""News briefs: read strictly, bound to their own figures, shown by issue, theme and country, and told in feeds."""

import re
import shutil
from pathlib import Path

import pytest
from lxml import etree

from generator.build import Prepared
from generator.starter import write_starter
from tests.prepared import prepared

ATOM = {"a": "http://www.w3.org/2005/Atom"}
ISSUE = """title: News
date: 2021-01-03
summary: Short items.
source: A bulletin.
briefs:
- id: poll
  date: 2020-12-29
  countries: [KAZ, UZB]
  theme: politics
  headline: A poll is held
  summary: |
    A first line.
    Of those asked, [67.3%](brief:poll#support) agreed in [Kazakhstan](country:KAZ).
  figures:
    support: {title: Support, value: "67.3", unit: "% of respondents", period: December 2020}
    fruit: {title: Fruit, value: "242.4", scale: million, unit: tonnes, period: "2020", check: {result: mislabelled, note: Impossible}}
  source: {publisher: Agency, date: 2020-12-29}
- id: visit
  date: 2021-01-02
  countries: [KAZ]
  theme: society
  headline: A visit <takes> place
  summary: See [the poll](brief:poll).
  source: {publisher: Paper, date: 2021-01-02, url: "https://example.org/a"}
"""


@pytest.fixture(scope="module")
def starter(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("briefs") / "project"
    write_starter(folder)
    return folder


def made(starter: Path, tmp_path: Path, issues: dict[str, str]) -> Prepared:
    project = tmp_path / "project"
    shutil.copytree(starter, project)
    (project / "content" / "briefs").mkdir(parents=True, exist_ok=True)
    for name, text in issues.items():
        (project / "content" / "briefs" / f"{name}.yaml").write_text(text, encoding="utf-8")
    return prepared(project, base_url="https://example.org/base")


FAULTS = [
    ("theme: politics", "charts: [visitor_arrivels]\n  theme: politics", "indicator-unknown", 9, 12),
    ("theme: politics", "theme: politic", "yaml-value", 9, 10),
    ("  source: {publisher: Agency, date: 2020-12-29}\n", "", "yaml-value", 6, 3),
    ("headline: A poll", "headlin: A poll", "yaml-unknown-key", 10, 3),
    ("[KAZ, UZB]", "[KAZ, UZZ]", "country-unknown", 8, 20),
    ("id: visit", "id: poll", "brief-duplicate", 18, 7),
    ("67.3%](", "76.3%](", "claim-disagrees", 13, 21),
    ("brief:poll#support", "brief:poll#suport", "brief-unknown", 13, 21),
    ("[67.3%](brief:poll#support)", "67.3%", "figure-unbound", 13, 21),
    ("[the poll](brief:poll)", "[the poll](brief:pol)", "brief-unknown", 23, 16),
    ("brief:poll#support", "value:poll#support", "reference-syntax", 13, 21),
    ('value: "67.3"', 'value: "67,3"', "yaml-value", 15, 38),
    ("    A first line.", "    A <script>first</script> line.", "html-not-allowed", 12, 7),
]


@pytest.mark.parametrize(("right", "wrong", "rule", "line", "column"), FAULTS, ids=[f"{f[2]}-{f[3]}" for f in FAULTS])
def test_a_fault_is_told_at_its_place(
    starter: Path, tmp_path: Path, right: str, wrong: str, rule: str, line: int, column: int
) -> None:
    assert right in ISSUE
    found = made(starter, tmp_path, {"2021-01": ISSUE.replace(right, wrong, 1)}).diagnostics
    places = [(str(d.rule), d.location.path, d.location.line, d.location.column) for d in found]
    assert (rule, "content/briefs/2021-01.yaml", line, column) in places


def test_an_id_is_used_once_in_all_issues(starter: Path, tmp_path: Path) -> None:
    found = made(starter, tmp_path, {"2021-01": ISSUE, "2021-02": ISSUE}).diagnostics
    assert [d.location.path for d in found if d.rule == "brief-duplicate"] == ["content/briefs/2021-02.yaml"] * 2


def test_a_near_id_is_suggested(starter: Path, tmp_path: Path) -> None:
    (found,) = made(starter, tmp_path, {"a": ISSUE.replace("#support", "#suport")}).diagnostics
    assert found.hint == "Did you mean 'support'?"


def page(project: Prepared, path: str) -> str:
    assert project.diagnostics == ()
    return next(o for o in project.outputs if o.path == path).render().decode()


def test_the_issue_shows_each_brief_with_source_figures_and_check(starter: Path, tmp_path: Path) -> None:
    html = page(made(starter, tmp_path, {"2021-01": ISSUE}), "briefs/2021-01/index.html")
    assert html.count('<article class="brief"') == 2
    assert html.index('id="poll"') < html.index('id="visit"')  # politics before society
    assert '<data value="67.3">67.3%</data></a> agreed' in html
    assert '<data value="242400000">242.4 million</data>' in html
    assert "carries the wrong label. Impossible." in html
    assert '<a href="/base/briefs/2021-01/#poll">the poll</a>' in html
    assert '<a href="https://example.org/a">Paper</a>' in html
    assert "A visit &lt;takes&gt; place" in html
    assert '"@type":"NewsArticle","datePublished":"2020-12-29","headline":"A poll is held"' in html


ESSAY = """---
title: Votes at the turn of the year
date: 2021-02-01
authors: [A. Author]
countries: [KGZ]
summary: What the polls said.
---
{body}
"""


@pytest.mark.parametrize(
    ("body", "named"),
    [
        ("See [the items](../briefs/2021-01.yaml).", True),
        ("See [the poll](brief:poll).", True),
        ("See [the method](../pages/about.md).", False),
    ],
)
def test_an_issue_leads_back_to_the_essays_that_speak_of_it(
    starter: Path, tmp_path: Path, body: str, named: bool
) -> None:
    made(starter, tmp_path, {"2021-01": ISSUE})
    (tmp_path / "project/content/essays/votes.md").write_text(ESSAY.format(body=body), encoding="utf-8")
    project = prepared(tmp_path / "project", base_url="https://example.org/base")
    html = page(project, "briefs/2021-01/index.html")
    assert ('href="/base/essays/votes/">Votes at the turn of the year</a>' in html) is named
    assert 'id="cite-page"' in html


def test_each_country_named_has_a_timeline_newest_first(starter: Path, tmp_path: Path) -> None:
    project = made(starter, tmp_path, {"2021-01": ISSUE})
    kazakhstan = page(project, "countries/kazakhstan/index.html")
    timeline = kazakhstan[kazakhstan.index('id="briefs"') :]
    assert timeline.index("#visit") < timeline.index("#poll")
    assert 'type="application/atom+xml" title="Kazakhstan" href="/base/countries/kazakhstan/feed.xml"' in kazakhstan
    uzbekistan = page(project, "countries/uzbekistan/index.html")
    assert "#poll" in uzbekistan
    assert "#visit" not in uzbekistan
    listed = page(project, "briefs/index.html")
    assert 'href="/base/countries/uzbekistan/#briefs">Uzbekistan</a> <span>1 brief<' in listed


def feed(project: Prepared, path: str) -> etree._Element:
    return etree.fromstring(page(project, path).encode())


def test_the_feeds_have_what_atom_asks_for(starter: Path, tmp_path: Path) -> None:
    project = made(starter, tmp_path, {"2021-01": ISSUE})
    for path in ("feed.xml", "countries/kazakhstan/feed.xml", "countries/uzbekistan/feed.xml"):
        root = feed(project, path)
        assert root.tag == "{http://www.w3.org/2005/Atom}feed"
        for of in (root, *root.iterfind("a:entry", ATOM)):
            assert [len(of.findall(f"a:{tag}", ATOM)) for tag in ("id", "title", "updated")] == [1, 1, 1]
            assert of.findtext("a:updated", "", ATOM).endswith("T00:00:00Z")
        assert root.findtext("a:author/a:name", "", ATOM)
        assert root.xpath("string(a:link[@rel='self']/@href)", namespaces=ATOM) == f"https://example.org/base/{path}"
        ids = [each.text for each in root.iterfind("a:entry/a:id", ATOM)]
        assert len(ids) == len(set(ids)) > 0
        days = [each.text or "" for each in root.iterfind("a:entry/a:updated", ATOM)]
        assert days == sorted(days, reverse=True)
        assert root.findtext("a:updated", "", ATOM) == days[0]


def test_an_entry_is_plain_text_under_a_lasting_id(starter: Path, tmp_path: Path) -> None:
    root = feed(made(starter, tmp_path, {"2021-01": ISSUE}), "countries/uzbekistan/feed.xml")
    entry = next(e for e in root.iterfind("a:entry", ATOM) if e.findtext("a:title", "", ATOM) == "A poll is held")
    assert entry.findtext("a:id", "", ATOM) == "tag:example.org,2026:brief/poll"
    assert entry.findtext("a:summary", "", ATOM) == "A first line. Of those asked, 67.3% agreed in Kazakhstan."
    link = entry.find("a:link", ATOM)
    assert link is not None
    assert link.get("href") == "https://example.org/base/briefs/2021-01/#poll"


def test_a_country_nobody_writes_about_yet_has_a_feed_of_the_edition(starter: Path, tmp_path: Path) -> None:
    quiet = tmp_path / "quiet"
    shutil.copytree(starter, quiet)
    essay = quiet / "content" / "essays" / "first-essay.md"
    essay.write_text(essay.read_text(encoding="utf-8").replace("[KAZ, KGZ, UZB]", "[KAZ, KGZ]"), encoding="utf-8")
    project = made(quiet, tmp_path, {"2021-01": ISSUE.replace("[KAZ, UZB]", "[KAZ]")})
    root = feed(project, "countries/uzbekistan/feed.xml")
    assert root.findall("a:entry", ATOM) == []
    assert root.findtext("a:id", "", ATOM) == "https://example.org/base/countries/uzbekistan/"
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00Z", root.findtext("a:updated", "", ATOM))
