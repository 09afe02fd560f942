"""BibTeX of a page, read back."""

from pathlib import Path

import pytest
from pybtex.database import parse_string

from generator.config import SiteConfig, load_config
from generator.data.dataset import Dataset
from generator.data.loading.dataset import load_dataset
from generator.pages.frame.bibtex import bibtex_entry
from generator.sources.read import read_sources


@pytest.fixture(scope="module")
def project(starter: Path) -> tuple[SiteConfig, Dataset]:
    sources, _ = read_sources(starter)
    config, _ = load_config(sources)
    assert config
    dataset, _ = load_dataset(sources, config)
    assert dataset
    return config.model_copy(update={"title": "Profiles", "base_url": "https://example.org/p"}), dataset


def test_bibtex_is_read_with_each_author_and_the_title_whole(project: tuple[SiteConfig, Dataset]) -> None:
    config, _dataset = project
    text = bibtex_entry(config, ("Ann Li", "Bureau of A, B and C"), "Rise & fall: 50 % of {x}_1", "/essays/rise/")
    entry = parse_string(text, "bibtex").entries[f"essays-rise-{config.edition.year}"]
    assert [str(person) for person in entry.persons["author"]] == ["Li, Ann", "{Bureau of A, B and C}"]
    assert entry.fields["title"] == r"{Rise \& fall: 50 \% of \textbraceleft{}x\textbraceright{}\_1}"
    assert entry.fields["url"] == "https://example.org/p/essays/rise/"


def test_the_publisher_is_one_author(project: tuple[SiteConfig, Dataset]) -> None:
    config, _dataset = project
    entry = next(iter(parse_string(bibtex_entry(config, (), "T", "/"), "bibtex").entries.values()))
    assert [str(person) for person in entry.persons["author"]] == [f"{{{config.publisher.name}}}"]
