"""The files of data of the starter's site, written to a folder for judges from outside to read."""

import gc
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.cache import MemoryCache
from generator.prepare import prepare

OF_DATA = (".csv", ".json", ".gz", ".jsonld", ".xml")


@pytest.fixture(scope="session")
def published(starter: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a site with its files of data, and no pages."""
    folders = ("data", "indicators/", "countries/", "groups/", "indices/")
    folder = tmp_path_factory.mktemp("published")
    for output in prepare(starter, base_url="https://example.org/p", cache=MemoryCache()).outputs:
        if output.path.startswith(folders) and output.path.endswith(OF_DATA):
            path = folder / output.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(output.render())
    return folder


@pytest.fixture
def judged() -> Iterator[None]:
    """Let judges leave files open: what they leave is closed before the next test."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        yield
        gc.collect()
