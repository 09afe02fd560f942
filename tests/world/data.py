"""The project's own data, loaded once for all tests of a process: they are half a million rows."""

from functools import cache

from generator.config import SiteConfig, load_config
from generator.content.narrative import Narrative
from generator.data.dataset import Dataset
from generator.data.loading.dataset import load_dataset
from generator.sources.files import Sources
from generator.sources.read import read_sources
from tests.coverage_pause import unmeasured
from tests.repository import REPOSITORY

World = tuple[Dataset, Narrative]
"""The data of all countries, and how sentences speak of them."""


@cache
def real_data() -> tuple[Sources, SiteConfig, Dataset]:
    """Return sources, settings and data of the repository, which are without a fault."""
    with unmeasured():
        sources, unread = read_sources(REPOSITORY)
        config, faults = load_config(sources)
        assert config is not None
        dataset, problems = load_dataset(sources, config)
    assert dataset is not None
    assert (*unread, *faults, *problems) == ()
    return sources, config, dataset


def world_data() -> Dataset:
    return real_data()[2]
