"""Files of data come in groups, which are taken over while what they are made of is the same."""

from dataclasses import replace
from pathlib import Path

import pytest

from generator.indices.contract import Published
from generator.indices.engine.compute import Result
from generator.memo import Memo
from generator.outputs.data.plan import DataFiles
from generator.outputs.kept import Made
from generator.outputs.traces import NoAnswers
from tests.projects import prepared


class Others(NoAnswers):
    """The answers of a last build that had other rows of some countries."""

    def __init__(self, *countries: str) -> None:
        self._countries = countries

    def has_same_rows(self, country: str) -> bool:
        return country not in self._countries


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
    again = replace(data, kept=kept, last=Others("KAZ"))
    assert again.fresh_countries == ("KAZ",)
    for country in data.site.dataset.pages:
        name, files = again.of_country(country)
        assert name == data.of_country(country)[0]
        assert all(output.kept_digest for output in files)


def test_all_countries_are_made_anew_where_anything_but_rows_is_another(data: DataFiles, kept: dict[str, Made]) -> None:
    around, *_others = (name for name, made in kept.items() if not made.files)
    without = {name: made for name, made in kept.items() if name != around}
    everyone = data.site.dataset.pages
    assert replace(data, kept=without, last=Others()).fresh_countries == everyone
    assert replace(data, kept=kept).fresh_countries == everyone
    assert data.fresh_countries == everyone


def test_a_status_that_occurs_nowhere_else_changes_what_every_table_says(
    data: DataFiles, kept: dict[str, Made]
) -> None:
    dataset = data.site.dataset
    rows = dataset.observations["population"]
    others = {**dataset.observations, "population": replace(rows, statuses=["B", *rows.statuses[1:]])}
    site = replace(data.site, project=replace(data.site.project, dataset=replace(dataset, observations=others)))
    again = replace(data, site=site, memo=Memo(), kept=kept, last=Others())
    assert again.fresh_countries == dataset.pages
    assert kept.keys().isdisjoint(name for name, _files in (again.groups[0], *map(again.of_country, dataset.pages)))


def names_of(data: DataFiles, result: Result) -> set[str]:
    """Return the names of all groups where an index has come to another result."""
    project = replace(data.site.project, indices={result.contract.id: result})
    return {name for name, _files in replace(data, site=replace(data.site, project=project), memo=Memo()).groups}


def test_files_of_an_index_depend_on_its_sources_and_on_what_it_stands_beside(data: DataFiles) -> None:
    (result,) = data.site.project.indices.values()
    used = dict.fromkeys(result.used, frozenset[str]())
    editions = len(result.editions)
    assert len(names_of(data, result) - names_of(data, replace(result, used=used))) == editions
    beside = replace(result, contract=replace(result.contract, published=Published(indicator="population")))
    rows = data.site.dataset.rows
    others = replace(data.site.dataset, rows={**rows, "population": "another"})
    other = replace(data, site=replace(data.site, project=replace(data.site.project, dataset=others)))
    assert len(names_of(data, beside) - names_of(data, result)) == 1
    assert len(names_of(other, beside) - names_of(data, beside) - names_of(other, result)) == 1


def test_of_an_index_only_the_edition_that_changed_is_looked_at(data: DataFiles, kept: dict[str, Made]) -> None:
    changed = max(path.rpartition("/")[0] for made in kept.values() for path in made.files if "/weights.json" in path)
    some = {name: made for name, made in kept.items() if not any(path.startswith(changed) for path in made.files)}
    files = replace(data, kept=some).shared
    folders = {output.path.rpartition("/")[0] for output in files if "/" in output.path and not output.kept_digest}
    assert len(kept) == len(some) + 1
    assert folders == {changed}
