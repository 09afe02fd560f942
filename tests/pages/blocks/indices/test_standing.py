"""How a country stands in an index, on its profile."""

import pytest

from generator.pages.blocks.indices.standing import plan_standings
from generator.pages.project import Project
from generator.pages.records.indices import IndexStanding
from tests.indices.world import site_project

TREE = """title: Standing
minimum: {country: 0.4, node: 0.3}
imputation: {method: mean, at_least: 2}
nodes:
  top: {minimum: 1}
  part: {parent: top, family: survey}
indicators:
  mixed: {parent: top, direction: higher_is_better, title: A mixture}
  falling: {parent: top, direction: lower_is_better}
  late: {parent: part, direction: higher_is_better}
  share: {parent: part, indicator: square, per: rising, scale: 1000000, direction: higher_is_better}
sensitivity: {seed: 1, draws: 50, weights: 0.5}
"""


@pytest.fixture(scope="module")
def project() -> Project:
    return site_project(TREE)


def _of(project: Project, code: str) -> IndexStanding:
    (standing,) = plan_standings(project, code)
    return standing


def test_rank_and_interval_are_said_in_words(project: Project) -> None:
    edition = project.indices["test"].editions[2019]
    rank, score = int(edition.ranks["top"]["DDD"]), f"{edition.scores['top']['DDD']:.1f}"
    assert edition.intervals is not None
    low, high = (int(edition.intervals[end]["DDD"]) for end in ("low", "high"))
    said = _of(project, "DDD").sentence
    assert said == (
        f"{rank}th of 12 in 2019, with {score} points; {low}th to {high}th if weights and method were otherwise; "
        "2nd of 6 in North."
    )


def test_bars_stand_beside_the_region_and_the_peers(project: Project) -> None:
    standing, edition = _of(project, "DDD"), project.indices["test"].editions[2019]
    assert standing.groups == ("Ddd", "North")
    assert [bar.part.text for bar in standing.bars] == ["The index", "Part"]
    others = [edition.scores["top"][code] for code in ("AAA", "BBB", "CCC", "EEE", "FFF")]
    assert standing.bars[0].scores == (f"{edition.scores['top']['DDD']:.1f}", f"{sum(others) / 5:.1f}")
    assert standing.bars[0].lengths[0] == pytest.approx(edition.scores["top"]["DDD"] / 100, abs=1e-4)


def test_strengths_and_gaps_have_values_and_what_would_move_the_rank(project: Project) -> None:
    standing = _of(project, "JJJ")
    assert [(item.indicator.text, item.value, item.place) for item in standing.strengths] == [
        ("A mixture", "11.0 (2019)", "better than 10 of 11 others"),
        ("falling", "3.0 (2019)", "better than 9 of 11 others"),
        ("Share", "10M (2019)", "better than 9 of 11 others"),
    ]
    (gap,) = standing.gaps
    assert (gap.indicator.text, gap.value, gap.place) == ("late", "1.0 (2019)", "11 of 11 others are better")
    assert gap.moved.startswith("with the median score of South here ")


def test_the_account_adds_up_and_marks_what_is_filled_in_and_surveyed(project: Project) -> None:
    standing, edition = _of(project, "BBB"), project.indices["test"].editions[2019]
    rows = {row[0]: row[1:] for row in standing.account.rows}
    assert list(rows) == ["A mixture", "falling", "late †", "Share †"]
    assert standing.account.columns == ("Indicator", "Value", "Year", "Score", "Rank", "Adds", "Beside North")
    assert rows["late †"][:2] == ("..", "..")
    assert rows["late †"][2].startswith("(")
    assert rows["Share †"][:2] == ("2M", "2019")
    adds = sum(float(row[4]) for row in rows.values())
    assert adds == pytest.approx(edition.scores["top"]["BBB"], abs=0.2)
    apart = sum(float(row[5].replace("−", "-")) for row in rows.values())
    reference = float(standing.account.note.split("the difference from ")[1].split(",")[0])
    assert apart == pytest.approx(edition.scores["top"]["BBB"] - reference, abs=0.3)


def test_an_unranked_country_says_what_it_lacks() -> None:
    text = TREE.replace("imputation: {method: mean, at_least: 2}\n", "").replace(
        "part: {parent: top, ", "part: {parent: top, minimum: 1, "
    )
    standing = _of(site_project(text), "AAA")
    assert standing.sentence == "Not ranked in 2019: 3 of 4 indicators are known."
    assert standing.missing == "Missing: late. Too little is left for Part."
    assert (standing.bars, standing.strengths, standing.gaps) == ((), (), ())
    assert standing.account.columns == ("Indicator", "Value", "Year")
    assert standing.account.rows[0] == ("A mixture", "3.0", "2019")


ALONE = """title: Alone
countries: [AAA, LLL]
nodes: {top: {}}
indicators:
  rising: {parent: top, direction: higher_is_better}
  share: {parent: top, direction: higher_is_better, indicator: mixed, take: mean}
"""


def test_a_country_alone_in_its_region_is_beside_nobody() -> None:
    project = site_project(ALONE)
    assert plan_standings(project, "BBB") == ()
    standing = _of(project, "AAA")
    assert standing.sentence == "2nd of 2 in 2019, with 0.0 points."
    assert standing.groups == ("Aaa",)
    assert standing.account.columns[-1] == "Adds"
    assert [bar.part.text for bar in standing.bars] == ["The index", "rising", "Share"]
    assert standing.gaps[0].moved == "with the median score of North here 2nd, 0.0 points"


def test_a_region_of_all_that_are_ranked_is_not_said_again() -> None:
    north = ALONE.replace("[AAA, LLL]", "[AAA, BBB]")
    assert _of(site_project(north), "AAA").sentence == "2nd of 2 in 2019, with 0.0 points."


def test_a_score_of_nought_under_a_geometric_mean_has_no_difference() -> None:
    text = ALONE.replace("{top: {}}", "{top: {aggregation: geometric}}").replace(
        "countries: [AAA, LLL]", "countries: [AAA, BBB, LLL]"
    )
    text = text.replace("is_better}", "is_better, normalisation: {method: goalposts, low: 1, high: 12}}")
    text = text.replace("take: mean}", "take: mean, normalisation: {method: goalposts, low: 1, high: 12}}")
    text += "known: [{rule: index-zero-mean, reason: A test.}]\n"
    standing = _of(site_project(text), "AAA")
    assert standing.account.columns[-1] == "Adds"
    assert standing.account.note == "What the indicators add makes the score, 0.0."
