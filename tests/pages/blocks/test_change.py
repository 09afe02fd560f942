"""Who gained and who lost places: marks with words, places and values of both years."""

from generator.pages.blocks.change import plan_change
from tests.datasets import CODES, dataset

REST = {code: {2000: str(20 + at), 2024: str(20 + at)} for at, code in enumerate(CODES[1:])}


def test_who_climbed_stands_first_and_who_was_passed_below() -> None:
    table = plan_change(dataset({"one": {**REST, "AAA": {2000: "1", 2024: "90"}}}), "one")
    assert table is not None
    (first,) = table.gained
    assert (first.mark, first.words, first.places, first.figures) == (
        "▲11",
        "11 places gained",
        ("12", "1"),
        ("1.0", "90.0"),
    )
    assert {(row.mark, row.words) for row in table.lost} == {("▼1", "1 place lost")}
    assert "12 countries" in table.note


def test_where_nobody_moved_or_too_few_are_known_there_is_no_table() -> None:
    assert plan_change(dataset({"one": REST}), "one") is None
    assert plan_change(dataset({"one": {c: {2000: "1", 2024: "2"} for c in CODES[:5]}}), "one") is None
