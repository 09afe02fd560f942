"""CSV and JSON of observations: the producer's digits, guarded text, nothing that JSON cannot say."""

import csv
import io
import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.data.columns import Columns
from generator.data.observations import NUMBER
from generator.outputs.data.csv_rows import COLUMNS, csv_text, guard, tidy_rows
from generator.outputs.data.json_series import json_object, json_text, series_parts


def columns(
    texts: list[str], statuses: str, origins: list[str] | None = None, notes: list[str] | None = None
) -> Columns:
    count = len(texts)
    return Columns(
        indicator="i",
        countries=["KAZ"] * count,
        years=list(range(2000, 2000 + count)),
        texts=texts,
        statuses=list(statuses),
        origins=origins or ["o"] * count,
        notes=notes or [""] * count,
        values=[float(text) if text else None for text in texts],
    )


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"])
def test_a_text_that_a_spreadsheet_would_run_is_guarded(text: str) -> None:
    assert guard(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "suspect: as 2019", "a=b", "1-2", "'=1"])
def test_another_text_stays(text: str) -> None:
    assert guard(text) == text


def test_rows_keep_digits_and_signs_and_guard_notes() -> None:
    held = columns(["-3.50", "8515000", ""], "AEO", notes=["=HYPERLINK(1)", "", "war, no census"])
    assert csv_text(COLUMNS, tidy_rows(held, range(3))) == (
        "country,year,value,status,origin,note\n"
        "KAZ,2000,-3.50,A,o,'=HYPERLINK(1)\n"
        "KAZ,2001,8515000,E,o,\n"
        'KAZ,2002,,O,o,"war, no census"\n'
    )


def test_only_the_places_asked_for_are_written() -> None:
    assert list(tidy_rows(columns(["1", "2", "3"], "AAA"), range(1, 2))) == [("KAZ", 2001, "2", "A", "o", "")]


def test_a_series_of_one_status_names_it_once() -> None:
    assert series_parts(columns(["1.10", "2"], "AA"), range(2)) == {
        "years": "[2000,2001]",
        "values": "[1.10,2]",
        "status": '"A"',
        "origin": '"o"',
    }


def test_a_series_of_many_statuses_and_origins_names_each() -> None:
    parts = series_parts(columns(["1", ""], "BM", ["o", "p"], ["", "no army"]), range(2))
    assert parts["values"] == "[1,null]"
    assert parts["status"] == '"BM"'
    assert parts["origin"] == '["o","p"]'
    assert parts["notes"] == '{"2001":"no army"}'


def test_what_json_cannot_say_is_refused() -> None:
    with pytest.raises(ValueError, match="JSON"):
        json_text({"value": float("nan")})


@given(st.lists(st.from_regex(NUMBER, fullmatch=True), min_size=1, max_size=9))
def test_every_number_the_data_may_have_is_json_and_csv_with_the_same_digits(texts: list[str]) -> None:
    held = columns(texts, "A" * len(texts))
    read = json.loads(json_object(series_parts(held, range(len(texts)))), parse_float=str, parse_int=str)
    assert read["values"] == texts
    rows = list(csv.DictReader(io.StringIO(csv_text(COLUMNS, tidy_rows(held, range(len(texts)))))))
    assert [Decimal(row["value"]) for row in rows] == [Decimal(text) for text in texts]
    assert [row["value"] for row in rows] == texts
