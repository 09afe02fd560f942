"""The Data Packages, judged by frictionless: descriptions, digests, and every row by its schema."""

import json
from pathlib import Path

import pytest
from frictionless import Package, validate

PACKAGES = ("datapackage.json", "data/datapackage.json")


@pytest.mark.parametrize("path", PACKAGES)
@pytest.mark.usefixtures("judged")
def test_frictionless_finds_no_fault(published: Path, path: str) -> None:
    package = Package.from_descriptor(str(published / path))
    report = package.validate()
    assert report.valid, report.flatten(["name", "type", "message"])
    assert report.stats["tasks"] == len(package.resources) > 1


@pytest.mark.usefixtures("judged")
def test_a_row_that_is_another_is_found(published: Path, tmp_path: Path) -> None:
    for name in ("datapackage.json", "countries.csv", "all.csv.gz"):
        (tmp_path / name).write_bytes((published / "data" / name).read_bytes())
    countries = tmp_path / "countries.csv"
    countries.write_text(countries.read_text("utf-8").replace("KAZ,KZ", "KAX,KZ"), "utf-8")
    found = {kind for _name, kind in validate(str(tmp_path / "datapackage.json")).flatten(["name", "type"])}
    assert {"hash-count", "foreign-key"} <= found


def test_every_table_says_where_it_came_from_and_under_which_licence(published: Path) -> None:
    said = json.loads((published / "datapackage.json").read_bytes())
    assert said["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    tables = [resource for resource in said["resources"] if resource["name"] != "countries"]
    assert all(table["sources"] and table["licenses"] and table["hash"].startswith("sha256:") for table in tables)
