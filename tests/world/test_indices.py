"""The indices of this site: UNDP's own index reckoned again, and what the essay says of Kazakhstan."""

from collections.abc import Mapping

import pytest

from generator.config import load_config
from generator.data.dataset import Dataset
from generator.data.loading.dataset import load_dataset
from generator.indices.engine.compute import Result
from generator.indices.load import load_indices
from generator.indices.published import compare_published
from generator.memo import Memo
from generator.sources.files import Sources
from generator.sources.read import read_sources
from tests.repository import REPOSITORY

pytestmark = [pytest.mark.slow, pytest.mark.unmeasured]
Loaded = tuple[Sources, Dataset, Mapping[str, Result]]


@pytest.fixture(scope="module")
def loaded() -> Loaded:
    sources, _problems = read_sources(REPOSITORY)
    config, _faults = load_config(sources)
    assert config
    dataset, _in_data = load_dataset(sources, config)
    assert dataset
    with_indices, results, problems = load_indices(sources, config, dataset, Memo())
    assert problems == ()
    return sources, with_indices, results


def test_human_development_is_undps_own_for_all_country_years(loaded: Loaded) -> None:
    _sources, dataset, results = loaded
    compared = compare_published(results["human-development"], dataset)
    assert compared
    assert (len(compared.both), compared.theirs_alone) == (5808, ())
    assert compared.largest <= 0.000501
    assert [(row.country, row.year) for row in compared.unexplained] == [("COL", 1999)]


def test_kazakhstan_in_soft_power(loaded: Loaded) -> None:
    edition = loaded[2]["soft-power"].editions[2019]
    parts = ("culture", "digital", "education", "engagement", "enterprise", "government")
    ranks = {part: int(edition.ranks[part]["KAZ"]) for part in parts}
    assert min(ranks, key=lambda part: ranks[part]) == "culture"
    assert loaded[1].rank_intervals["index_soft_power"][2019]["KAZ"] == (44, 54)
    assert len(edition.ranked) == 173
