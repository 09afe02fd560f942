"""The files of data of the real site: whole, readable without options, and nothing withheld in them."""

import csv
import gzip
import io
import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from tests.repository import REPOSITORY

pytestmark = pytest.mark.slow


def refuse(constant: str) -> None:
    pytest.fail(f"{constant} is no JSON")


def read_json(path: Path) -> Mapping[str, Any]:
    held: Mapping[str, Any] = json.loads(path.read_text("utf-8"), parse_constant=refuse, parse_float=str, parse_int=str)
    return held


def read_csv(path: Path) -> list[list[str]]:
    return list(csv.reader(io.StringIO(path.read_text("utf-8"))))


def test_the_values_of_an_indicator_are_those_of_the_repository(real_site: Path) -> None:
    ours = (REPOSITORY / "data/observations/gini_index.csv").read_text("utf-8")
    about = read_json(real_site / "indicators/gini_index/data.csv-metadata.json")["tableSchema"]["columns"]
    shared = {column["name"]: column["default"] for column in about if "virtual" in column}
    head, *rows = csv.reader(io.StringIO(ours))
    published = csv.DictReader(io.StringIO((real_site / "indicators/gini_index/data.csv").read_text("utf-8")))
    assert set(shared) >= {"origin"}
    assert [[{"note": "", **shared, **row}[name] for name in head] for row in published] == rows


def test_pandas_reads_a_country_without_options(real_site: Path) -> None:
    table = pd.read_csv(real_site / "countries/kazakhstan/data.csv")
    arrivals = table[table.indicator == "visitor_arrivals"]
    assert arrivals["2019"].dropna().tolist() == [8515000]
    assert set(table.country) == {"KAZ"}
    assert all(table[year].dtype == "float64" for year in table.columns if year.isdigit())


def test_csv_and_json_of_each_country_say_the_same(real_site: Path) -> None:
    files = sorted((real_site / "countries").glob("*/data.csv"))
    assert len(files) == 197
    for file in files[::20]:
        said = read_json(file.with_suffix(".json"))
        lines = list(csv.DictReader(io.StringIO(file.read_text("utf-8"))))
        for name, series in said["indicators"].items():
            mine = {
                year: (None if figure == "NA" else figure, line["status"])
                for line in lines
                if line["indicator"] == name
                for year, figure in line.items()
                if year.isdigit() and figure
            }
            first, count = int(series["from"]), len(series["values"])
            told = [mine.get(str(year), (None, "-")) for year in range(first, first + count)]
            assert (str(first), str(first + count - 1)) == (min(mine), max(mine))
            assert [figure for figure, _status in told] == series["values"]
            letters = "".join(status for _figure, status in told)
            assert series["status"] in {letters, "".join(set(letters.replace("-", "")))}
        assert {line["indicator"] for line in lines} == set(said["indicators"])


def test_every_file_carries_source_licence_date_and_citation(real_site: Path) -> None:
    files = [*real_site.glob("countries/*/data.json"), *real_site.glob("indicators/*/data.json")]
    assert len(files) > 250
    for file in files:
        said = read_json(file)
        assert said["origins"], file
        undated = {name for name, origin in said["origins"].items() if "date_accessed" not in origin}
        own = {name for name in said["origins"] if name.startswith("index_")}  # calculated here, so never retrieved
        assert own <= undated, file
        assert all(said["origins"][name]["vintage"].startswith("version ") for name in own), file
        assert undated - own <= {"undp_components", "wdi_2023_09"}, file  # how they came to us was not dated
        assert all({"producer", "license"} <= set(o) for o in said["origins"].values()), file
        assert "[dataset]" in said["citation"]["data"], file
        assert said["statuses"], file


def test_what_a_file_names_is_in_the_catalog(real_site: Path) -> None:
    catalog = read_json(real_site / "data/catalog.json")
    for file in real_site.glob("countries/*/data.json"):
        said = read_json(file)
        assert catalog["countries"][said["code"]]["slug"] == said["slug"]
        assert set(said["indicators"]) <= set(catalog["indicators"])
        origins = [series["origin"] for series in said["indicators"].values()]
        named = {o for held in origins for o in ([held] if isinstance(held, str) else held.values())}
        assert named <= set(catalog["origins"])


def unpacked(path: Path) -> bytes:
    return gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()


def test_nothing_withheld_is_in_any_file(real_site: Path) -> None:
    catalog = read_json(real_site / "data/catalog.json")
    withheld = set(catalog["withheld"])
    assert withheld
    assert all(entry["reason"] for entry in catalog["withheld"].values())
    assert not withheld & set(catalog["indicators"])
    assert all(origin["redistribution"] != "no" for origin in catalog["origins"].values())
    names = re.compile(rb"\b(?:" + b"|".join(map(str.encode, withheld)) + rb")\b")
    kinds = ("csv", "json", "jsonld", "xml", "html", "svg", "gz")
    files = [path for kind in kinds for path in real_site.rglob(f"*.{kind}")]
    assert len(files) > 3_000
    assert [path for path in files if names.search(unpacked(path))] == [real_site / "data/catalog.json"]
    assert not [path for path in files if path.parent.name in withheld]
    text = (real_site / "data/index.html").read_text("utf-8")
    assert all(str(entry["reason"]).replace("'", "&#39;") in text for entry in catalog["withheld"].values())


def test_the_description_of_a_csv_names_its_columns(real_site: Path) -> None:
    for page in ("countries/kazakhstan", "indicators/population"):
        head = (real_site / page / "data.csv").read_text("utf-8").split("\n", 1)[0]
        about = json.loads((real_site / page / "data.csv-metadata.json").read_text("utf-8"))
        columns = about["tableSchema"]["columns"]
        assert [column["titles"] for column in columns if "virtual" not in column] == head.split(",")
        assert about["url"] == "data.csv"
