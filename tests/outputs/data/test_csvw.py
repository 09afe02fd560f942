"""The descriptions of CSV files, judged by a reader of CSV on the Web."""

import warnings
from pathlib import Path

import pytest
from csvw import CSVW, Table

TABLES = ("raw", "treated", "scores", "ranks", "intervals", "correlations", "treatment", "coverage")


@pytest.mark.parametrize(
    "path",
    [
        *(f"{page}/data" for page in ("indicators/population", "countries/kazakhstan", "groups/central-asia")),
        *(f"indices/good-life/2019/{name}" for name in TABLES),
    ],
)
def test_a_table_is_what_its_description_says(published: Path, path: str) -> None:
    """Also where a table's key is of many columns, as in a country's."""
    described = str(published / f"{path}.csv-metadata.json")
    assert CSVW(described, validate=True).is_valid
    table = Table.from_file(described)
    assert table.check_primary_key()
    lines = (published / f"{path}.csv").read_text("utf-8").splitlines()
    assert len(list(table.iterdicts(strict=True))) == len(lines) - 1


def test_a_table_that_is_another_is_found(published: Path, tmp_path: Path) -> None:
    for name in ("data.csv", "data.csv-metadata.json"):
        (tmp_path / name).write_bytes((published / "indicators/population" / name).read_bytes())
    with (tmp_path / "data.csv").open("a", encoding="utf-8") as file:
        file.write("KAZ,2014,many\n")
    with warnings.catch_warnings():
        warnings.simplefilter("always")  # it counts its own warnings
        assert not CSVW(str(tmp_path / "data.csv-metadata.json"), validate=True).is_valid
