"""Sources of a page, with links to producer and copy."""

from dataclasses import replace
from pathlib import Path

import pytest

from generator.config import SiteConfig, load_config
from generator.data.dataset import Dataset
from generator.data.loading.dataset import load_dataset
from generator.pages.frame.provenance import plan_sources
from generator.sources.read import read_sources


@pytest.fixture(scope="module")
def project(starter: Path) -> tuple[SiteConfig, Dataset]:
    sources, _ = read_sources(starter)
    config, _ = load_config(sources)
    assert config
    dataset, _ = load_dataset(sources, config)
    assert dataset
    return config.model_copy(update={"title": "Profiles", "base_url": "https://example.org/p"}), dataset


def one_origin(dataset: Dataset, **changes: object) -> Dataset:
    """Return the dataset with one indicator's origin changed."""
    name = dataset.indicator("life_expectancy").origins[0]
    catalog = dataset.catalog
    origins = {**catalog.origins, name: replace(catalog.origins[name], **changes)}  # type: ignore[arg-type]  # named fields
    return replace(dataset, catalog=replace(catalog, origins=origins))


def test_a_source_leads_to_its_producer_and_to_the_state_that_was_copied(project: tuple[SiteConfig, Dataset]) -> None:
    _config, dataset = project
    used = ((dataset.indicator("life_expectancy").origins[0], "life_expectancy"),)
    here = {"url": "https://example.org/", "license_url": "https://example.org/l", "commit": "0123456789abcdef"}

    def addresses(mirror: str) -> dict[str, str]:
        changed = one_origin(dataset, retrieved_from=mirror, **here)
        return {fact.label: fact.address for block in plan_sources(changed, used) for fact in block.fields}

    found = addresses("github.com/a/b")
    assert found["Retrieved from"] == "https://github.com/a/b/tree/0123456789ab"
    assert (found["Producer’s page"], found["Licence"]) == ("https://example.org/", "https://example.org/l")
    assert found["Published by"] == ""
    assert addresses("example.org/a")["Retrieved from"] == ""
