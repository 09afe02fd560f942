"""The indices of this site: UNDP's own index reckoned again, and what the essay says of Kazakhstan."""

import pytest

from generator.data.dataset import Dataset
from generator.indices.engine.compute import Result
from generator.indices.engine.rank import rank
from generator.indices.published import compare_published
from tests.world.data import with_indices

pytestmark = pytest.mark.slow


def test_human_development_is_undps_own_for_all_country_years() -> None:
    dataset, results = with_indices()
    compared = compare_published(results["human-development"], dataset)
    assert compared
    assert (len(compared.both), compared.theirs_alone) == (5808, ())
    assert compared.largest <= 0.000501
    assert [(row.country, row.year) for row in compared.unexplained] == [("COL", 1999)]


WEST = {"Western Europe", "Northern Europe", "Southern Europe", "Northern America", "Australia and New Zealand"}
ASIA = {"Eastern Asia", "South-eastern Asia", "Southern Asia", "Central Asia", "Western Asia"}


def test_what_the_essay_counts_of_west_and_east() -> None:
    dataset, results = with_indices()
    stated = {key.removeprefix("editions-"): each for key, each in dataset.statements.items() if "editions-" in key}
    found = {
        **_moves(results["soft-power"], dataset, 2012),
        **_firm(dataset),
        **{f"{key}-2015": each for key, each in _moves(results["soft-power"], dataset, 2015).items()},
    }
    assert {key: each.value for key, each in stated.items()} == {key: found[key] for key in stated}


def _moves(result: Result, dataset: Dataset, first: int) -> dict[str, str]:
    """Return counts and mean ranks of West and Asia among the countries ranked in both editions."""
    both = sorted(set(result.editions[first].ranked) & set(result.editions[2019].ranked))
    ranks = {year: rank(result.editions[year].scores.loc[both])["soft_power"] for year in (first, 2019)}
    found = {f"both-{first}": str(len(both))}
    for name, regions in (("west", WEST), ("east", ASIA), ("west-asia", {"Western Asia"})):
        codes = [code for code in both if dataset.countries[code].region in regions]
        rises = [float(ranks[first][code] - ranks[2019][code]) for code in codes]
        found |= {name: str(len(codes)), f"{name}-rose": str(sum(rise > 0 for rise in rises))}
        found |= {f"{name}-fell": str(sum(rise < 0 for rise in rises))}
        found |= {f"{name}-mean-{year}": f"{ranks[year][codes].mean():.1f}" for year in (first, 2019)}
    return found


def _firm(dataset: Dataset) -> dict[str, str]:
    """Return how many countries have intervals of both years that do not overlap, by part of the world."""
    first, last = (dataset.rank_intervals["index_soft_power"][year] for year in (2012, 2019))
    rose = {code for code in first.keys() & last.keys() if last[code][1] < first[code][0]}
    fell = {code for code in first.keys() & last.keys() if first[code][1] < last[code][0]}
    asian = {code for code in rose | fell if dataset.countries[code].region in ASIA}
    western = {code for code in rose | fell if dataset.countries[code].region in WEST}
    assert (asian - rose, western - fell) == (set(), set())
    return {"firm": str(len(rose | fell)), "firm-east": str(len(asian)), "firm-west": str(len(western))}


def test_kazakhstan_in_soft_power() -> None:
    dataset, results = with_indices()
    edition = results["soft-power"].editions[2019]
    parts = ("culture", "digital", "education", "engagement", "enterprise", "government")
    ranks = {part: int(edition.ranks[part]["KAZ"]) for part in parts}
    assert min(ranks, key=lambda part: ranks[part]) == "culture"
    assert dataset.rank_intervals["index_soft_power"][2019]["KAZ"] == (44, 54)
    assert len(edition.ranked) == 173
