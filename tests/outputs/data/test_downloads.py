"""Files of data of the starter project: which there are, what is said in them, what stops them."""

import json
import re
import shutil
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest

from generator.cache import MemoryCache
from generator.output import Output
from generator.prepare import prepare
from generator.rules import Rule
from tests.starter_project import write_starter

pytestmark = pytest.mark.uncounted  # others count the lines it runs


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Output]:
    folder = tmp_path_factory.mktemp("downloads") / "starter"
    write_starter(folder)
    made = prepare(folder, base_url="https://example.org/p", cache=MemoryCache())
    return {output.path: output for output in made.outputs}


def read(files: Mapping[str, Output], path: str) -> Any:  # noqa: ANN401 - JSON of any shape
    return json.loads(files[path].render())


def test_each_country_and_indicator_has_its_files(files: Mapping[str, Output]) -> None:
    pages = [
        path.removesuffix("index.html")
        for path in files
        if re.fullmatch(r"(countries|indicators)/[^/]+/index.html", path)
    ]
    assert len(pages) > 6
    for page in pages:
        assert {f"{page}data.csv", f"{page}data.json", f"{page}data.csv-metadata.json"} <= set(files), page


def test_a_country_s_file_explains_itself(files: Mapping[str, Output]) -> None:
    said = read(files, "countries/kazakhstan/data.json")
    assert (said["code"], said["slug"]) == ("KAZ", "kazakhstan")
    assert said["page"] == "https://example.org/p/countries/kazakhstan/"
    series = said["indicators"]["population"]
    assert series["unit"] == "people"
    assert read(files, "data/catalog.json")["indicators"]["population"]["title"] == "Population"
    assert series["values"][2024 - series["from"]] == 20592571
    assert series["origin"] in said["origins"]
    assert set(series["status"]) <= set(said["statuses"])
    assert "[dataset]" in said["citation"]["data"]


@pytest.mark.parametrize("page", ["countries/kazakhstan", "groups/central-asia"])
def test_origins_have_their_terms_with_the_figures_and_the_rest_in_the_catalog(
    files: Mapping[str, Output], page: str
) -> None:
    said = read(files, f"{page}/data.json")
    catalog = read(files, said["catalog"].removeprefix("https://example.org/p/"))["origins"]
    for name, origin in said["origins"].items():
        assert origin.items() <= catalog[name].items()
        assert {"producer", "attribution", "vintage", "license"} <= set(origin)
    full = read(files, "indicators/population/data.json")["origins"]
    assert all(catalog[name] == origin for name, origin in full.items())


def test_a_group_s_files_say_how_its_figures_are_made(files: Mapping[str, Output]) -> None:
    said = read(files, "groups/central-asia/data.json")
    assert (said["id"], said["name"], said["members"]) == ("central-asia", "Central Asia", ["KAZ", "KGZ", "UZB"])
    series = said["indicators"]["gdp_per_head_ppp"]
    assert (series["method"], series["weight"], series["of"]) == ("mean", "population", 3)
    assert {len(series[name]) for name in ("values", "members", "share")} == {len(series["values"])}
    assert series["from"] + len(series["values"]) > 2020
    assert "visitor_arrivals" not in said["indicators"]
    rows = files["groups/central-asia/data.csv"].render().decode().splitlines()[1:]
    figures = [value for each in said["indicators"].values() for value in each["values"] if value is not None]
    assert len(rows) == len(figures)
    described = read(files, "groups/central-asia/data.csv-metadata.json")["notes"][0]["methods"]
    assert described == {
        name: {part: of[part] for part in ("method", "weight")} for name, of in said["indicators"].items()
    }
    assert rows[0] == "population,1990,42010246,3,1.0000"


def test_an_indicator_s_file_holds_every_country_with_a_row(files: Mapping[str, Output]) -> None:
    said = read(files, "indicators/population/data.json")
    assert said["unit"] == {"kind": "count", "symbol": "people"}
    codes = {line.split(",")[0] for line in files["indicators/population/data.csv"].render().decode().splitlines()[1:]}
    assert set(said["countries"]) == codes
    assert said["countries"]["KAZ"]["name"] == "Kazakhstan"
    assert said["shared"] == {"status": "A", "origin": "wdi_extract_2025b"}
    assert set(said["countries"]["KAZ"]) == {"name", "from", "values"}
    several = read(files, "indicators/visitor_arrivals/data.json")
    series = [{**several.get("shared", {}), **each} for each in several["countries"].values()]
    assert all({"status", "origin"} <= set(each) for each in series)


def test_the_catalog_leads_to_every_file(files: Mapping[str, Output]) -> None:
    catalog = read(files, "data/catalog.json")
    named = [
        url
        for kind in ("indicators", "countries", "groups")
        for entry in catalog[kind].values()
        for url in entry["data"]
    ]
    assert {url.removeprefix("https://example.org/p/") for url in named} == {
        path for path in files if path.endswith(("/data.csv", "/data.json"))
    }
    origins = {origin for entry in catalog["indicators"].values() for origin in entry["origins"]}
    assert origins <= set(catalog["origins"])


def test_the_description_of_a_csv_is_csv_on_the_web(files: Mapping[str, Output]) -> None:
    about = read(files, "countries/kazakhstan/data.csv-metadata.json")
    head = files["countries/kazakhstan/data.csv"].render().decode().split("\n", 1)[0]
    assert about["@context"] == "http://www.w3.org/ns/csvw"
    assert [column["titles"] for column in about["tableSchema"]["columns"]] == head.split(",")
    assert about["tableSchema"]["primaryKey"] == ["country", "indicator", "status", "origin", "note"]
    assert about["notes"] == [{"statuses": read(files, "countries/kazakhstan/data.json")["statuses"]}]
    assert (about["tableSchema"]["null"], about["tableSchema"]["datatype"]) == (["", "NA"], "number")
    assert about["tableSchema"]["columns"][-1] == {"titles": "2024"}
    assert all(isinstance(value, str | list) for name, value in about.items() if name.startswith("dc:"))


def test_what_all_rows_say_alike_is_said_once(files: Mapping[str, Output]) -> None:
    """The columns that a file lacks are virtual ones of its description, and in the package."""
    head = files["indicators/population/data.csv"].render().decode().split("\n", 1)[0]
    about = read(files, "indicators/population/data.csv-metadata.json")["tableSchema"]
    shared = {column["name"]: column["default"] for column in about["columns"] if column.get("virtual")}
    assert head == "country,year,value"
    assert shared == {"status": "A", "origin": "wdi_extract_2025b"}
    package = read(files, "datapackage.json")["resources"]
    assert shared.items() <= next(table for table in package if table["name"] == "population").items()
    of_group = read(files, "groups/central-asia/data.csv-metadata.json")["tableSchema"]["columns"]
    assert {column["name"]: column["default"] for column in of_group if column.get("virtual")} == {
        "group": "central-asia",
        "of": "3",
    }


def test_a_series_that_may_not_be_republished_stops_the_build(tmp_path: Path) -> None:
    folder = tmp_path / "starter"
    write_starter(folder)
    origins = folder / "data/catalog/origins.yaml"
    origins.write_text(origins.read_text("utf-8").replace("redistribution: yes", "redistribution: no"), "utf-8")
    made = prepare(folder, base_url=None, cache=MemoryCache())
    assert Rule.DATA_WITHHELD in {problem.rule for problem in made.diagnostics}
    assert made.outputs == ()


def test_an_indicator_is_described_in_whole_sentences(files: Mapping[str, Output]) -> None:
    said = read(files, "indicators/population/data.csv-metadata.json")["dc:description"]
    assert said.endswith(". Unit: people.")
    assert ".." not in said


def test_parquet_is_there_where_it_is_asked_for(starter: Path, tmp_path: Path) -> None:
    project = shutil.copytree(starter, tmp_path / "project")
    with (project / "site.yaml").open("a", encoding="utf-8") as settings:
        settings.write("\nparquet: true\n")
    made = {output.path: output for output in prepare(project, base_url=None, cache=MemoryCache()).outputs}
    assert made["data/all.parquet"].render().startswith(b"PAR1")
    assert made["data/all.parquet"].key.endswith(version("fastparquet"))
    assert 'href="/country-profiles/data/all.parquet"' in made["data/index.html"].render().decode()


def test_parquet_without_its_library_is_a_problem(
    starter: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = shutil.copytree(starter, tmp_path / "project")
    with (project / "site.yaml").open("a", encoding="utf-8") as settings:
        settings.write("\nparquet: true\n")
    monkeypatch.setattr("generator.config.find_spec", lambda _name: None)
    found = prepare(project, base_url=None, cache=MemoryCache())
    assert [(p.rule, p.location.path) for p in found.diagnostics] == [(Rule.YAML_VALUE, "site.yaml")]
    assert "country-profiles[parquet]" in found.diagnostics[0].hint
