"""JSON of a series: digits as typed, one letter for one status."""

import pytest

from generator.data.columns import Columns
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
        values=[float(text) if text else None for text in texts],
    )


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
