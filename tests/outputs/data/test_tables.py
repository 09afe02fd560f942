"""Whole tables: equal bytes from equal data, read back by pandas and fastparquet."""

import csv
import gzip
import io
from dataclasses import replace
from pathlib import Path

from fastparquet import ParquetFile

from generator.outputs.data.tables import all_csv, all_parquet, countries_csv, packed
from generator.pages.downloads.json_series import series_parts
from tests.datasets import dataset

DATA = dataset({"one": {"ABA": {2000: "1.50", 2001: "2 E"}}, "two": {"AAA": {2000: "7"}}})


def test_all_observations_stand_in_one_table() -> None:
    assert all_csv(DATA).splitlines() == [
        "country,indicator,year,value,status,origin,note",
        "ABA,one,2000,1.50,A,origin,",
        "ABA,one,2001,2,E,origin,",
        "AAA,two,2000,7,A,origin,",
    ]


def test_packed_bytes_have_neither_name_nor_time() -> None:
    data = packed(all_csv(DATA))
    assert gzip.decompress(data).decode() == all_csv(DATA)
    assert data[3:8] == b"\0\0\0\0\0"
    assert data == packed(all_csv(DATA))


def test_parquet_has_the_same_rows_and_doubles() -> None:
    data = all_parquet(DATA)
    assert data == all_parquet(DATA)
    table = ParquetFile(io.BytesIO(data)).to_pandas()
    assert table["value"].tolist() == [1.5, 2.0, 7.0]
    assert table["year"].tolist() == [2000, 2001, 2000]
    assert table["country"].tolist() == ["ABA", "ABA", "AAA"]


def test_the_countries_have_their_codes(published: Path) -> None:
    rows = {
        row["country"]: row
        for row in csv.DictReader(io.StringIO((published / "data/countries.csv").read_text("utf-8")))
    }
    assert (rows["KAZ"]["alpha2"], rows["KAZ"]["m49"], rows["KAZ"]["name"]) == ("KZ", "398", "Kazakhstan")
    assert countries_csv(DATA).count("\n") == len(DATA.countries) + 1


def test_intervals_are_two_more_columns_everywhere() -> None:
    columns = replace(DATA.observations["one"], lowers=["1.2", ""], uppers=["1.9", ""])
    held = replace(DATA, observations={**DATA.observations, "one": columns}, digest="with intervals")
    lines = all_csv(held).splitlines()
    assert lines[0].endswith(",note,lower,upper")
    assert lines[1:] == [
        "ABA,one,2000,1.50,A,origin,,1.2,1.9",
        "ABA,one,2001,2,E,origin,,,",
        "AAA,two,2000,7,A,origin,,,",
    ]
    parts = series_parts(columns, range(2))
    assert (parts["lower"], parts["upper"]) == ("[1.2,null]", "[1.9,null]")
