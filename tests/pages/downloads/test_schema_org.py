"""What pages say to search engines: schema.org's words, complete entries, digests of the files."""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from rdflib.namespace import SDO

from generator.config import load_config
from generator.data.loading.dataset import load_dataset
from generator.pages.downloads.indicator import indicator_csv
from generator.pages.downloads.metadata import Published
from generator.pages.downloads.schema_org import catalog_thing, dataset_thing
from generator.sources.read import read_sources

ASKED = {"name", "description", "identifier", "url", "license", "creator", "temporalCoverage", "spatialCoverage"}
ASKED |= {"version", "citation", "distribution", "includedInDataCatalog", "keywords", "dateModified", "publisher"}


@pytest.fixture(scope="module")
def site(starter: Path) -> Published:
    sources, _problems = read_sources(starter)
    config, _problems = load_config(sources)
    assert config
    dataset, _problems = load_dataset(sources, config)
    assert dataset
    return Published(config=config, dataset=dataset)


def words(thing: object) -> Iterator[str]:
    """Yield each property and type of a thing and of the things within."""
    if isinstance(thing, list):
        for each in thing:
            yield from words(each)
    elif isinstance(thing, dict):
        for name, value in thing.items():
            yield from (str(value),) if name == "@type" else () if name == "@id" else (name,)
            yield from words(value)


def test_an_indicator_is_a_complete_dataset(site: Published) -> None:
    indicator = site.dataset.indicator("population")
    thing = dataset_thing(site, indicator)
    assert thing.keys() >= ASKED
    data = indicator_csv(site.dataset, indicator).encode()
    said = json.loads(json.dumps(thing["distribution"]))
    assert said[0]["sha256"] == hashlib.sha256(data).hexdigest()
    assert said[0]["contentSize"] == f"{len(data)} B"


def test_the_catalog_names_every_dataset_as_its_page_does(site: Published) -> None:
    named = json.loads(json.dumps(catalog_thing(site)["dataset"]))
    things = [dataset_thing(site, indicator) for indicator in site.dataset.catalog.indicators.values()]
    assert [each["@id"] for each in named] == [thing["@id"] for thing in things]


def test_every_word_is_schema_org_s(site: Published) -> None:
    known = {str(word).rpartition("/")[2] for word in dir(SDO)}
    things = [catalog_thing(site), *(dataset_thing(site, i) for i in site.dataset.catalog.indicators.values())]
    assert {word for thing in things for word in words(thing)} - known == set()
