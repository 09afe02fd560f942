"""Equal key, equal bytes, whatever was edited; and what an edit does not touch keeps its key."""

import shutil
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator.cache import MemoryCache
from generator.data.columns import prefer
from generator.output import Output
from generator.outputs.data.keys import countries_apart, key_of, rows_apart, rows_key
from generator.pages.downloads.csv_rows import indicator_columns
from generator.prepare import prepare
from tests.changes import Change, swap
from tests.datasets import dataset

pytestmark = pytest.mark.uncounted  # others count the lines it runs

LIFE, RULE = "data/observations/life_expectancy.csv", "data/observations/rule_of_law.csv"
ORIGINS, INDICATORS, COUNTRIES = "data/catalog/origins.yaml", "data/catalog/indicators/all.yaml", "data/countries.csv"


def everywhere(old: str, new: str) -> Change:
    """Return what puts one code in place of another in all texts of a project but shapes."""

    def change(project: Path) -> None:
        for file in (path for path in project.rglob("*") if path.suffix in {".csv", ".yaml", ".md"}):
            file.write_text(file.read_text("utf-8").replace(old, new), encoding="utf-8")

    return change


EDITS: Mapping[str, Change] = {
    "a value": swap(LIFE, "KAZ,2021,70.23,A", "KAZ,2021,70.24,A"),
    "a value that no index uses": swap("data/observations/co2_per_head.csv", "KAZ,2021,14.335,", "KAZ,2021,14.331,"),
    "a digit nobody sees": swap(RULE, "UZB,2022,-0.852307260036,E", "UZB,2022,-0.852307260037,E"),
    "a status": swap(LIFE, "KAZ,2021,70.23,A", "KAZ,2021,70.23,P"),
    "a note": swap(LIFE, "KAZ,2021,70.23,A,wdi_extract_2023,", "KAZ,2021,70.23,A,wdi_extract_2023,by hand"),
    "a row less": swap(LIFE, "KAZ,2021,70.23,A,wdi_extract_2023,\n", ""),
    "a row without a figure": swap(LIFE, "KAZ,2021,70.23,A", "KAZ,2021,,M"),
    "a code of a country": everywhere("UZB", "UZX"),
    "a producer": swap(ORIGINS, 'producer: "World Bank"', 'producer: "The World Bank"'),
    "a year of an origin": swap(ORIGINS, "year: 2025", "year: 2026"),
    "a licence": swap(ORIGINS, 'license: "CC BY 4.0"', 'license: "CC BY 3.0"'),
    "a day of a copy": swap(ORIGINS, "2025-10-16", "2025-10-17"),
    "a title of an indicator": swap(INDICATORS, 'title: "Population"', 'title: "Inhabitants"'),
    "a unit": swap(INDICATORS, 'symbol: "people"', 'symbol: "persons"'),
    "a method of groups": swap(INDICATORS, "aggregate: {sum: population}", "aggregate: {mean: population}"),
    "decimals": swap(INDICATORS, "decimals: 0", "decimals: 1"),
    "a name of a country": swap(COUNTRIES, "398,Kazakhstan,kazakhstan", "398,Qazaqstan,kazakhstan"),
    "a title of the site": swap("site.yaml", "title: Our country profiles", "title: Their country profiles"),
    "an address": swap("site.yaml", "our-institute.github.io", "their-institute.github.io"),
    "an edition": swap("site.yaml", "edition: 2026-11-24", "edition: 2026-11-25"),
    "a publisher": swap("site.yaml", "name: Our institute", "name: Their institute"),
    "a colour": swap("templates/foundation/tokens.css", "--ink: #17191c", "--ink: #27191c"),
}


def outputs(project: Path, cache: MemoryCache) -> dict[str, Output]:
    """Return every file by its path but the pages, which have keys of their own."""
    made = prepare(project, base_url=None, cache=cache)
    assert made.site, made.diagnostics
    return {output.path: output for output in made.outputs if not output.path.endswith(".html")}


@pytest.fixture(scope="module")
def cache() -> MemoryCache:
    return MemoryCache()


@pytest.fixture(scope="module")
def before(starter: Path, cache: MemoryCache) -> dict[str, tuple[str, bytes]]:
    return {path: (output.key, output.render()) for path, output in outputs(starter, cache).items()}


def edited(starter: Path, folder: Path, edit: Change, cache: MemoryCache) -> dict[str, Output]:
    project = Path(shutil.copytree(starter, folder / "project"))
    edit(project)
    return outputs(project, cache)


@pytest.mark.slow
@pytest.mark.parametrize("name", EDITS)
def test_equal_keys_mean_equal_bytes(
    name: str, starter: Path, tmp_path: Path, before: dict[str, tuple[str, bytes]], cache: MemoryCache
) -> None:
    after = edited(starter, tmp_path, EDITS[name], cache)
    assert any(key != after[path].key for path, (key, _data) in before.items() if path in after)
    for path, (key, data) in before.items():
        if path in after and after[path].key == key:
            assert after[path].render() == data, path


def changed(before: dict[str, tuple[str, bytes]], after: dict[str, Output], *kinds: str) -> set[str]:
    paths = (path for path in before if path.endswith(kinds))
    return {path for path in paths if path not in after or after[path].key != before[path][0]}


def test_a_value_touches_the_files_that_hold_it(
    starter: Path, tmp_path: Path, before: dict[str, tuple[str, bytes]], cache: MemoryCache
) -> None:
    after = edited(starter, tmp_path, EDITS["a value that no index uses"], cache)
    assert changed(before, after, "/data.csv", "/data.json") == {
        "countries/kazakhstan/data.csv",
        "countries/kazakhstan/data.json",
        "groups/central-asia/data.csv",
        "groups/central-asia/data.json",
        "indicators/co2_per_head/data.csv",
        "indicators/co2_per_head/data.json",
    }
    explored = changed(before, after, "/explore.json")
    assert "indicators/co2_per_head/explore.json" in explored
    assert not [path for path in explored if path.startswith("indicators/") and "co2_per_head" not in path]


def test_a_producer_touches_no_figures(
    starter: Path, tmp_path: Path, before: dict[str, tuple[str, bytes]], cache: MemoryCache
) -> None:
    after = edited(starter, tmp_path, EDITS["a producer"], cache)
    assert {path for path in changed(before, after, ".csv") if "indices/" not in path} == set()
    assert "countries/kazakhstan/data.json" in changed(before, after, ".json")


ROWS = {"AAA": {2019: "8", 2020: "9"}, "ABA": {2019: "8"}}


@pytest.mark.parametrize(
    ("name", "cells", "apart"),
    [
        ("texts", ("8", "9", "8"), set()),
        ("texts", ("8", "9.0", "8"), {"AAA"}),
        ("years", (2019, 2021, 2019), {"AAA"}),
        ("statuses", ("A", "A", "E"), {"ABA"}),
        ("origins", ("origin", "origin", "other"), {"ABA"}),
        ("notes", ("", "", "by hand"), {"ABA"}),
        ("countries", ("AAA", "ABA", "ABA"), {"AAA", "ABA"}),
        ("countries", ("AAA", "AAA", "ACA"), {"ABA", "ACA"}),
        ("lowers", ("", "", ""), {"AAA", "ABA"}),
    ],
)
def test_countries_are_apart_that_have_other_rows(name: str, cells: tuple[object, ...], apart: set[str]) -> None:
    columns = dataset({"visitors": ROWS}).observations["visitors"]
    other = prefer(replace(columns, **{name: cells}), ("origin",))  # type: ignore[arg-type]  # a column of the record
    assert countries_apart(prefer(columns, ("origin",)), other) == apart
    assert countries_apart(None, other) == set(other.spans)
    assert countries_apart(None, None) == set()


@pytest.mark.parametrize("name", ["lowers", "uppers"])
def test_an_end_of_an_interval_sets_a_country_apart(name: str) -> None:
    plain = dataset({"visitors": ROWS}).observations["visitors"]
    ranged = replace(plain, lowers=["1", "1", "1"], uppers=["9", "9", "9"])
    other = replace(ranged, **{name: ["1", "9", "8"]})  # type: ignore[arg-type]  # a column of the record
    assert "ABA" in countries_apart(prefer(ranged, ("origin",)), prefer(other, ("origin",)))
    assert countries_apart(prefer(ranged, ("origin",)), prefer(ranged, ("origin",))) == set()


@pytest.mark.parametrize(
    ("name", "cells", "apart"),
    [
        ("texts", ["8", "9", "8"], []),
        ("texts", ["8", "9.0", "7"], [("AAA", 2020), ("ABA", 2019)]),
        ("years", [2019, 2021, 2019], [("AAA", 2020), ("AAA", 2021)]),
        ("lowers", ["", "", "7"], [("AAA", 2019), ("AAA", 2020), ("ABA", 2019)]),
    ],
)
def test_rows_are_apart_that_have_another_cell(name: str, cells: list[Any], apart: list[tuple[str, int]]) -> None:
    columns = dataset({"visitors": ROWS}).observations["visitors"]
    other = prefer(replace(columns, **{name: cells}), ("origin",))  # type: ignore[arg-type]  # a column of the record
    assert list(rows_apart(prefer(columns, ("origin",)), other)) == apart
    assert list(rows_apart(None, prefer(columns, ("origin",)))) == [("AAA", 2019), ("AAA", 2020), ("ABA", 2019)]


def test_columns_of_intervals_without_any_are_part_of_a_key() -> None:
    plain = dataset({"visitors": {"AAA": {2019: "8"}}})
    ranged = replace(plain.observations["visitors"], lowers=("",), uppers=("",))
    others = replace(plain, observations={"visitors": ranged})
    assert indicator_columns(plain, "visitors") != indicator_columns(others, "visitors")
    assert rows_key(plain, [("visitors", "AAA")]) != rows_key(others, [("visitors", "AAA")])


def test_where_a_text_ends_is_part_of_a_key() -> None:
    assert len({key_of("ab", "c"), key_of("a", "bc"), key_of("abc"), key_of("", "abc"), key_of()}) == 5
