"""JSON of a series: digits as typed, one letter for one status."""

from dataclasses import replace

import pytest

from generator.data.columns import Columns, numbers_of
from generator.pages.downloads.json_series import json_text, series_parts


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


def test_a_series_of_one_status_names_it_once() -> None:
    assert series_parts(columns(["1.10", "2"], "AA"), range(2)) == {
        "from": "2000",
        "values": "[1.10,2]",
        "status": '"A"',
        "origin": '"o"',
    }


def test_a_series_of_many_statuses_and_origins_names_each() -> None:
    parts = series_parts(columns(["1", ""], "BM", ["o", "p"], ["", "no army"]), range(2))
    assert parts["values"] == "[1,null]"
    assert parts["status"] == '"BM"'
    assert parts["origin"] == '{"2000":"o","2001":"p"}'
    assert parts["notes"] == '{"2001":"no army"}'


def test_a_year_without_a_row_is_null_and_has_no_status() -> None:
    held = replace(columns(["73.20", "-0.5", "8"], "AEE"), years=[1999, 2001, 2002])
    parts = series_parts(held, range(3))
    assert (parts["from"], parts["values"], parts["status"]) == ("1999", "[73.20,null,-0.5,8]", '"A-EE"')
    assert series_parts(held, range(1, 3))["status"] == '"E"'


def test_an_origin_or_note_that_lasts_stands_at_its_first_year() -> None:
    held = columns(["1", "2", "3", "4"], "AAAA", list("oopo"), ["", "by hand", "by hand", ""])
    parts = series_parts(held, range(4))
    assert parts["origin"] == '{"2000":"o","2002":"p","2003":"o"}'
    assert parts["notes"] == '{"2001":"by hand","2003":""}'


def test_intervals_stand_beside_the_values_that_have_one() -> None:
    held = replace(columns(["73.20", "8"], "AA"), years=[1999, 2001], lowers=["70", ""], uppers=["75.0", ""])
    parts = series_parts(held, range(2))
    assert (parts["lower"], parts["upper"]) == ("[70,null,null]", "[75.0,null,null]")


def test_what_json_cannot_say_is_refused() -> None:
    with pytest.raises(ValueError, match="JSON"):
        json_text({"value": float("nan")})
