"""The scatter of two indices on the page of the index of both."""

from generator.pages.blocks.indices.pair import plan_pair
from generator.pages.kinds.indices import plan_index
from generator.pages.project import Project
from tests.indices.world import contract, site_project

UP = "direction: higher_is_better, normalisation: {method: goalposts, low: 0, high: 12}"
FIRST = f"nodes: {{top: {{}}}}\nindicators:\n  rising: {{parent: top, {UP}}}\n"
BOTH = f"""nodes: {{top: {{}}}}
indicators:
  one: {{parent: top, indicator: index_test, {UP}}}
  two: {{parent: top, indicator: index_second, {UP}}}
"""


def _project() -> Project:
    second = contract(FIRST.replace("rising", "mixed"), name="second")
    return site_project(FIRST, second=second, both=contract(BOTH, name="both"))


def test_an_index_of_two_indices_shows_both() -> None:
    project = _project()
    both = project.indices["both"].contract
    chart = plan_pair(project, both, "CCC")
    assert chart is not None
    assert (chart.id, len(chart.drawings)) == ("scatter-both", 1)
    assert chart.title == "Ccc: 10th in Test, 12th in Second"
    page = plan_index(project, "both", "top")
    assert page.scatter
    assert len(page.scatter.drawings) == 2
    assert [part.link.url for part in page.parts] == ["/indices/test/", "/indices/second/"]


def test_an_index_of_indicators_shows_none() -> None:
    project = _project()
    assert plan_pair(project, project.indices["test"].contract) is None
