"""The indices of this site: UNDP's own index reckoned again, and what the essay says of Kazakhstan."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

import pytest

from generator.config import load_config
from generator.data.dataset import Dataset
from generator.data.loading.dataset import load_dataset
from generator.indices.engine.compute import Inputs, Result, compute
from generator.indices.load import load_indices
from generator.indices.observe import observe
from generator.indices.read import read_contract
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


def _differences(loaded: Loaded) -> Iterator[tuple[str, int, float, float]]:
    """Yield country, year, our score between 0 and 1 and UNDP's, wherever UNDP has published one."""
    sources, dataset, _results = loaded
    contract, _problems = read_contract(sources.files["data/indices/human-development.yaml"])
    assert contract
    reads = {name for leaf in contract.leaves.values() for name in leaf.reads}
    inputs = Inputs(
        countries=sorted(dataset.countries), groups={}, observed={name: observe(dataset, name) for name in reads}
    )
    result = compute(replace(contract, countries="all"), inputs)
    columns = dataset.observations["human_development_index_2024"]
    for code, year, value in zip(columns.countries, columns.years, columns.values, strict=True):
        assert value is not None
        scores = result.editions[year].scores["human_development"]
        yield code, year, float(scores[code]) / 100, value


def test_human_development_is_undps_own_for_all_country_years(loaded: Loaded) -> None:
    found = list(_differences(loaded))
    assert len(found) == 5808
    assert [each for each in found if abs(each[2] - each[3]) > 0.000501] == []
    assert sum(round(ours, 3) != theirs for _code, _year, ours, theirs in found) == 1


def test_kazakhstan_in_soft_power(loaded: Loaded) -> None:
    edition = loaded[2]["soft-power"].editions[2019]
    parts = ("culture", "digital", "education", "engagement", "enterprise", "government")
    ranks = {part: int(edition.ranks[part]["KAZ"]) for part in parts}
    assert min(ranks, key=lambda part: ranks[part]) == "culture"
    assert loaded[1].rank_intervals["index_soft_power"][2019]["KAZ"] == (44, 54)
    assert len(edition.ranked) == 173
