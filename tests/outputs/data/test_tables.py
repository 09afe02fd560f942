"""Whole tables: equal bytes from equal data, read back by pandas and fastparquet."""

import csv
import gzip
import io
from dataclasses import replace
from pathlib import Path

from fastparquet import ParquetFile

from generator.outputs.data.tables import all_packed, all_parquet, countries_csv, packed
from generator.pages.downloads.csv_rows import csv_parts, csv_text
from generator.pages.downloads.json_series import series_parts
from tests.datasets import dataset

DATA = dataset({"one": {"ABA": {2000: "1.50", 2001: "2 E"}}, "two": {"AAA": {2000: "7"}}})


def test_all_observations_stand_in_one_table() -> None:
    assert gzip.decompress(all_packed(DATA)).decode().splitlines() == [
        "country,indicator,year,value,status,origin,note",
        "ABA,one,2000,1.50,A,origin,",
        "ABA,one,2001,2,E,origin,",
        "AAA,two,2000,7,A,origin,",
    ]


def test_packed_bytes_have_neither_name_nor_time() -> None:
    data = packed(("Å,", "1\n"))
    assert gzip.decompress(data).decode() == "Å,1\n"
    assert data[3:8] == b"\0\0\0\0\0"
    assert data == packed(("Å,1\n",))


def test_parts_of_a_long_table_are_packed_as_the_whole_is() -> None:
    rows = [(str(at), f"{at * at % 997}") for at in range(20_000)]
    whole = csv_text(("at", "value"), rows)
    assert packed(csv_parts(("at", "value"), rows)) == packed((whole,))
    assert gzip.decompress(packed((whole,))).decode() == whole


def test_digits_are_packed_in_less_than_gzip_makes_of_them() -> None:
    text = "".join(f"{(at * 7919) ** 3 % 1_000_003},A,wdi\n" for at in range(20_000))
    assert len(packed((text,))) < 0.97 * len(gzip.compress(text.encode(), 6))


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
    lines = gzip.decompress(all_packed(held)).decode().splitlines()
    assert lines[0].endswith(",note,lower,upper")
    assert lines[1:] == [
        "ABA,one,2000,1.50,A,origin,,1.2,1.9",
        "ABA,one,2001,2,E,origin,,,",
        "AAA,two,2000,7,A,origin,,,",
    ]
    parts = series_parts(columns, range(2))
    assert (parts["lower"], parts["upper"]) == ("[1.2,null]", "[1.9,null]")
