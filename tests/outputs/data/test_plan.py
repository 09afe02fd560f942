"""Files of data come in groups, which are taken over while what they are made of is the same."""

from dataclasses import replace
from pathlib import Path

import pytest

from generator.outputs.data.plan import DataFiles
from generator.outputs.kept import Made
from tests.projects import prepared


@pytest.fixture(scope="module")
def data(starter: Path) -> DataFiles:
    files = prepared(starter).files
    assert files
    return files.data


@pytest.fixture(scope="module")
def kept(data: DataFiles) -> dict[str, Made]:
    groups = (*data.groups, *map(data.of_country, data.site.dataset.pages))
    return {name: Made(files={output.path: output.key_digest for output in files}) for name, files in groups}


def test_countries_with_other_rows_are_made_anew(data: DataFiles, kept: dict[str, Made]) -> None:
    again = replace(data, kept=kept, same_rows=lambda country: country != "KAZ")
    assert again.fresh_countries == ("KAZ",)
    for country in data.site.dataset.pages:
        name, files = again.of_country(country)
        assert name == data.of_country(country)[0]
        assert all(output.kept_digest for output in files)


def test_all_countries_are_made_anew_where_anything_but_rows_is_another(data: DataFiles, kept: dict[str, Made]) -> None:
    around, *_others = (name for name, made in kept.items() if not made.files)
    without = {name: made for name, made in kept.items() if name != around}
    everyone = data.site.dataset.pages
    assert replace(data, kept=without, same_rows=lambda _country: True).fresh_countries == everyone
    assert replace(data, kept=kept).fresh_countries == everyone
    assert data.fresh_countries == everyone


def test_of_an_index_only_the_edition_that_changed_is_looked_at(data: DataFiles, kept: dict[str, Made]) -> None:
    changed = max(path.rpartition("/")[0] for made in kept.values() for path in made.files if "/weights.json" in path)
    some = {name: made for name, made in kept.items() if not any(path.startswith(changed) for path in made.files)}
    files = replace(data, kept=some).shared
    folders = {output.path.rpartition("/")[0] for output in files if "/" in output.path and not output.kept_digest}
    assert len(kept) == len(some) + 1
    assert folders == {changed}
