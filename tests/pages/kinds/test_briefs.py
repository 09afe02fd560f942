"""News briefs on pages: by issue, theme and country."""

from pathlib import Path

import pytest

from tests.issues import ISSUE, made, page
from tests.projects import prepared


def test_the_issue_shows_each_brief_with_source_figures_and_check(starter: Path, tmp_path: Path) -> None:
    html = page(made(starter, tmp_path, {"2021-01": ISSUE}), "briefs/2021-01/index.html")
    assert html.count("<article class=brief ") == 2
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
    assert "id=cite-page" in html


def test_each_country_named_has_a_timeline_newest_first(starter: Path, tmp_path: Path) -> None:
    project = made(starter, tmp_path, {"2021-01": ISSUE})
    kazakhstan = page(project, "countries/kazakhstan/index.html")
    timeline = kazakhstan[kazakhstan.index('id="briefs"') :]
    assert timeline.index("#visit") < timeline.index("#poll")
    assert 'type=application/atom+xml title="Kazakhstan" href="/base/countries/kazakhstan/feed.xml"' in kazakhstan
    uzbekistan = page(project, "countries/uzbekistan/index.html")
    assert "#poll" in uzbekistan
    assert "#visit" not in uzbekistan
    listed = page(project, "briefs/index.html")
    assert 'href="/base/countries/uzbekistan/#briefs">Uzbekistan</a> <span>1 brief<' in listed
