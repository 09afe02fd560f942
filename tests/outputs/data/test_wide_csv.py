"""A country's CSV with a column for each year: nothing of a tidy row is lost."""

import csv
import io
from dataclasses import replace

import pandas as pd

from generator.data.columns import Columns
from generator.outputs.data.csvw import meanings_for
from generator.outputs.data.wide_csv import PART, Series, line_keys, wide_columns, wide_csv, wide_meanings
from tests.datasets import dataset

HELD = dataset({"one": {"ABA": {1999: "73.20", 2001: "-0.5", 2002: "8"}}, "two": {"ABA": {2000: "1"}}})


ONE = HELD.observations["one"]


def series_of(one: Columns) -> tuple[Series, ...]:
    """Return the series of the made-up country, its first one as given."""
    held = replace(HELD, observations={**HELD.observations, "one": one})
    found = ((held.indicator(name), held.preferred(name)) for name in held.observations)
    return tuple((indicator, rows.columns, rows.of("ABA")) for indicator, rows in found if rows)


def tidy(text: str) -> set[tuple[str, ...]]:
    """Return the rows that a file without intervals stands for."""
    lines = csv.DictReader(io.StringIO(text))
    years = [name for name in lines.fieldnames or () if name.isdigit()]
    return {
        (line["indicator"], year, line[year].replace("NA", ""), line["status"], line["origin"], line["note"])
        for line in lines
        for year in years
        if line[year]
    }


def rows(indicator: str, columns: Columns) -> set[tuple[str, ...]]:
    held = zip(columns.years, columns.texts, columns.statuses, columns.origins, columns.notes, strict=True)
    return {(indicator, str(year), *rest) for year, *rest in held}


def test_a_series_is_a_line_with_the_producer_s_digits() -> None:
    assert wide_csv(series_of(ONE)).splitlines() == [
        "country,indicator,status,origin,note,1999,2000,2001,2002",
        f"ABA,one,A,{HELD.observations['one'].origins[0]},,73.20,,-0.5,8",
        f"ABA,two,A,{HELD.observations['two'].origins[0]},,,1,,",
    ]


def test_another_status_or_note_is_another_line_and_no_row_is_lost() -> None:
    notes = ["", "never collected", "=1+1"]
    series = series_of(replace(ONE, statuses=["A", "L", "A"], notes=notes, texts=["73.20", "", "8"]))
    text = wide_csv(series)
    assert len(text.splitlines()) == 5
    guarded = replace(series[0][1], notes=["", "never collected", "'=1+1"])
    assert tidy(text) == rows("one", guarded) | rows("two", series[1][1])
    table = pd.read_csv(io.StringIO(text))
    assert all(table[year].dtype == "float64" for year in ("1999", "2001"))


def test_ends_of_intervals_are_lines_of_their_own() -> None:
    series = series_of(replace(ONE, lowers=["70", "", ""], uppers=["75.0", "", ""]))
    told = [line.split(",") for line in wide_csv(series).splitlines()]
    assert told[0] == ["country", "indicator", "status", "origin", "note", PART, "1999", "2000", "2001", "2002"]
    assert [line[5:] for line in told[1:]] == [
        ["value", "73.20", "", "-0.5", "8"],
        ["lower", "70", "", "", ""],
        ["upper", "75.0", "", "", ""],
        ["value", "", "1", "", ""],
    ]
    assert PART not in line_keys(series_of(ONE))
    meanings = wide_meanings(series, meanings_for(HELD.entities))
    assert tuple(meanings) == wide_columns(series)
    assert [name for name, meaning in meanings.items() if meaning.get("datatype") != "string"] == told[0][6:]
