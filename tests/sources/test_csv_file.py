"""CSV files read strictly; what is free is the order of the columns."""

import pytest

from generator.diagnostics import Location
from generator.sources.csv_file import parse_table
from generator.sources.files import Source


def test_columns_come_in_any_order_and_a_cell_keeps_its_place() -> None:
    source = Source(path="data/a.csv", data=b"value,country\n12,KAZ\n")
    table, problems = parse_table(source, ("country", "value"))
    assert problems == ()
    assert table is not None
    assert table.rows == [(2, ["KAZ", "12"])]
    assert table.location(2, "country") == Location(path="data/a.csv", line=2, column=4)
    assert table.location(2, "value") == Location(path="data/a.csv", line=2, column=1)


def test_a_column_that_stands_twice_is_an_error() -> None:
    _table, problems = parse_table(Source(path="data/a.csv", data=b"a,a,b\n1,2,3\n"), ("a", "b"))
    assert [problem.message for problem in problems] == ["A column stands here twice."]


POINT, PLAIN = "Write a point in the number: ", "Write the number without commas: "
WHOLE, COLUMNS = "Write one whole number, without a comma.", "The columns are country,value,note"


@pytest.mark.parametrize(
    ("number", "counts", "hint"),
    [
        ("31,200", True, f"{PLAIN}31200"),
        ("1,569,174", True, f"{PLAIN}1569174"),
        ("-1,569,174", False, f"{PLAIN}-1569174"),
        ("18,5", True, f"{POINT}18.5"),
        ("1569,174", False, f"{POINT}1569.174"),
        ("0,174", False, f"{POINT}0.174"),
        ("31,200", False, f"{POINT}31.200, or 31200 if the comma is between thousands."),
        ("1,5,2", False, COLUMNS),
        ("1569,174", True, WHOLE),
        ("0,123", True, WHOLE),
        ("1234567,000", True, WHOLE),
        ("0,123,456", True, COLUMNS),
        ("1569,123,456", False, COLUMNS),
        ("1,234.5", False, f"{PLAIN}1234.5"),
        ("0,12.5", False, COLUMNS),
        ("12,34,567", True, f"{PLAIN}1234567"),
        ("1,23,45,678", False, f"{PLAIN}12345678"),
        ("+1,234", True, f"{PLAIN}1234"),
        ("+18,5", False, f"{POINT}18.5"),
        ("1,A", False, COLUMNS),
    ],
)
def test_a_comma_in_a_number_is_of_fractions_or_of_thousands(number: str, counts: bool, hint: str) -> None:
    source = Source(path="data/a.csv", data=f"country,value,note\nKAZ,{number},\n".encode())
    _table, problems = parse_table(source, ("country", "value", "note"), counts=counts)
    assert [problem.hint for problem in problems] == [hint]


def test_of_columns_in_another_order_no_number_is_made_of_two_cells() -> None:
    source = Source(path="data/a.csv", data=b"country,year,value\nKAZ,2020,18,5\n")
    _table, problems = parse_table(source, ("country", "value", "year"))
    assert [problem.hint for problem in problems] == ["The columns are country,value,year"]
