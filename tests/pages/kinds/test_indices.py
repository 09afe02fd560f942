"""The pages of composite indices."""

from dataclasses import replace

import pytest

from generator.pages.kinds.indices import plan_index, plan_index_list
from generator.pages.project import Project
from generator.pages.site import Site
from tests.indices.world import site_project
from tests.projects import prepared
from tests.starter_project import write_starter


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    folder = tmp_path_factory.mktemp("indices") / "project"
    write_starter(folder)
    site = prepared(folder).site
    assert isinstance(site, Site)
    return site.project


def test_the_list_names_every_index(project: Project) -> None:
    page = plan_index_list(project)
    assert [item.link.url for group in page.groups for item in group.items] == ["/indices/good-life/"]
    assert page.groups[0].items[0].value == "2019: 3 countries"


def test_an_index_shows_ranks_scores_and_intervals(project: Project) -> None:
    page = plan_index(project, "good-life", "good_life")
    edition = project.indices["good-life"].editions[2019]
    assert [row.country.text for row in page.rows] == ["Kazakhstan", "Uzbekistan", "Kyrgyzstan"]
    assert [row.rank for row in page.rows] == ["1", "2", "3"]
    assert page.rows[0].score == f"{edition.scores['good_life']['KAZ']:.1f}"
    assert {row.interval for row in page.rows} == {"1", "2", "3"}
    assert page.note.startswith("3 of 3 countries have values of enough of the 3 indicators. Version 1.0.")
    assert ("Scores", "/indices/good-life/2019/scores.csv") in page.files


def test_who_is_not_ranked_is_named_with_what_it_lacks(project: Project) -> None:
    result = project.indices["good-life"]
    edition = result.editions[2019]
    numbers = edition.prepared.raw.numbers.copy()
    numbers.loc["UZB", "internet_users"] = float("nan")
    raw = replace(edition.prepared.raw, numbers=numbers)
    left = [code for code in edition.ranked if code != "UZB"]
    other = replace(edition, part=edition.part.loc[left], prepared=replace(edition.prepared, raw=raw), intervals=None)
    page = plan_index(
        replace(project, indices={"good-life": replace(result, editions={2019: other})}), "good-life", "good_life"
    )
    assert [(link.text, lacks) for link, lacks in page.unranked] == [("Uzbekistan", "Internet users")]
    assert {row.interval for row in page.rows} == {""}


NESTED = """title: Nested
nodes: {top: {}, part: {parent: top, weight: 3, why: Because., minimum: 1}}
indicators:
  rising: {parent: top, direction: higher_is_better}
  late: {parent: part, direction: higher_is_better, title: Latecomers}
  falling: {parent: part, weight: 3, direction: lower_is_better}
"""


def test_a_node_has_a_page_like_an_index() -> None:
    nested = site_project(NESTED)
    index, node = (plan_index(nested, "test", key) for key in ("top", "part"))
    assert [(part.link.url, part.share, part.why) for part in index.parts] == [
        ("/indices/test/part/", "75.0%", "Because."),
        ("/indicators/rising/", "25.0%", ""),
    ]
    assert [link.url for link in node.kicker] == ["/indices/test/"]
    assert node.columns == ("Latecomers", "falling")
    assert next((row.rank, row.country.text, row.score) for row in node.rows) == ("1", "Lll", "100.0")
    assert len(node.unranked) == 9
    assert node.unranked[0][1] == "Latecomers"
    assert node.note == "3 of 12 countries have a score here."
