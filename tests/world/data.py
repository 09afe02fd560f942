"""The project's own data, loaded once for all tests of a process: they are half a million rows."""

from collections.abc import Mapping
from functools import cache

from generator.config import SiteConfig, load_config
from generator.content.narrative import Narrative
from generator.data.dataset import Dataset
from generator.data.loading.dataset import load_dataset
from generator.indices.engine.compute import Result
from generator.indices.load import load_indices
from generator.memo import Memo
from generator.sources.files import Sources
from generator.sources.read import read_sources
from tests.repository import REPOSITORY

World = tuple[Dataset, Narrative]
"""The data of all countries, and how sentences speak of them."""


@cache
def real_data() -> tuple[Sources, SiteConfig, Dataset]:
    """Return sources, settings and data of the repository, which are without a fault."""
    sources, unread = read_sources(REPOSITORY)
    config, faults = load_config(sources)
    assert config is not None
    dataset, problems = load_dataset(sources, config)
    assert dataset is not None
    assert (*unread, *faults, *problems) == ()
    return sources, config, dataset


@cache
def with_indices() -> tuple[Dataset, Mapping[str, Result]]:
    """Return the data with the indices that are calculated from them, and how."""
    dataset, results, problems = load_indices(*real_data(), Memo())
    assert problems == ()
    return dataset, results


def world_data() -> Dataset:
    return real_data()[2]
