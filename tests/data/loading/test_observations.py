"""Files of observations come to the same, read as frames or row by row."""

import shutil
from pathlib import Path

import pytest

from generator.config import load_config
from generator.data.loading.catalog import load_catalog
from generator.data.loading.countries import load_countries
from generator.data.loading.observations import load_observations
from generator.data.packed import Rows
from generator.diagnostics import Diagnostic
from generator.sources.read import read_sources
from tests.changes import Change, put, swap
from tests.repository import REPOSITORY

FILE = "data/observations/population.csv"
FILES = 8
CHANGES: dict[str, Change] = {
    "as it is": lambda _project: None,
    "columns moved": put(
        FILE,
        "year,country,note,origin,status,value\n2020,KAZ,,wdi_extract_2025b,A,1.50\n2021,KAZ,,wdi_extract_2025b,M,\n",
    ),
    "a fault": swap(FILE, "KAZ,2020,", "XAZ,2020,"),
    "intervals": put(
        FILE, "country,year,value,lower,upper,status,origin,note\nKAZ,2020,2,1,3,A,wdi_extract_2025b,a note\n"
    ),
}


def read(project: Path, *, by_rows: bool) -> tuple[Rows, tuple[Diagnostic, ...]]:
    sources, _ = read_sources(project)
    config, _ = load_config(sources)
    assert config
    catalog, _ = load_catalog(sources)
    countries, _ = load_countries(sources, config.entities)
    assert catalog
    assert countries
    return load_observations(sources, catalog, countries, config.edition.year, by_rows=by_rows)


@pytest.mark.parametrize("change", CHANGES)
def test_frames_and_rows_come_to_the_same(tmp_path: Path, change: str) -> None:
    project = Path(shutil.copytree(REPOSITORY / "tests/three_countries", tmp_path / "project"))
    CHANGES[change](project)
    found, faults = read(project, by_rows=True)
    assert (found, faults) == read(project, by_rows=False)
    assert len(found) == FILES
    assert bool(faults) == (change == "a fault")
