"""Rows of CSV: digits kept, text guarded."""

import csv
import io
from dataclasses import replace

import pytest

from generator.data.columns import Columns, numbers_of
from generator.pages.downloads.csv_rows import COLUMNS, csv_text, guard, indicator_columns, shared_cells, tidy_rows
from tests.datasets import dataset


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
        values=numbers_of(texts),
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


@pytest.mark.parametrize(
    "rows",
    [
        [("a", "b"), ("", "")],
        [("a", 1), (2.5, "b")],
        [("a", "b,c"), ("d", 'e"f')],
        [("a", "b\nc"), ("d", "e\rf")],
        [("a,b",), ("c", "d", "e")],
        [("a",), ("",)],
        [("a", "b"), ("c",), ()],
    ],
)
def test_every_cell_is_written_as_the_library_for_csv_writes_it(rows: list[tuple[str | int, ...]]) -> None:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([("x", "y"), *rows])
    assert csv_text(("x", "y"), rows) == out.getvalue()


def test_a_head_and_the_indicator_stand_in_every_row() -> None:
    rows = tidy_rows(columns(["1", "2"], "AA"), range(2), intervals=True, head=("x", "y"), named=True)
    assert [row[:5] for row in rows] == [("x", "y", "KAZ", "i", "2000"), ("x", "y", "KAZ", "i", "2001")]


def test_only_the_places_asked_for_are_written() -> None:
    assert list(tidy_rows(columns(["1", "2", "3"], "AAA"), range(1, 2))) == [("KAZ", "2001", "2", "A", "o", "")]


def test_columns_that_are_named_are_left_out() -> None:
    held = columns(["1", "2"], "AE", notes=["=1", ""])
    assert list(tidy_rows(held, range(2), without=("origin",))) == [
        ("KAZ", "2000", "1", "A", "'=1"),
        ("KAZ", "2001", "2", "E", ""),
    ]
    assert list(tidy_rows(held, range(1), without=("status", "origin", "note"))) == [("KAZ", "2000", "1")]


def test_what_all_rows_share_is_written_as_its_cells_would_be() -> None:
    made = dataset({"one": {"ABA": {2000: "1", 2001: "2"}}, "two": {"ABA": {2000: "1", 2001: "2 E"}}})
    one = replace(made.observations["one"], notes=["=1+1"] * 2)
    held = replace(made, observations={**made.observations, "one": one})
    assert shared_cells(held, "one") == {"status": "A", "origin": "origin", "note": "'=1+1"}
    assert shared_cells(held, "two") == {"origin": "origin", "note": ""}
    assert indicator_columns(held, "two") == ("country", "year", "value", "status")
    assert shared_cells(held, "none") == {}
