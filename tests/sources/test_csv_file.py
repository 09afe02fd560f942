"""CSV files read strictly; what is free is the order of the columns."""

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
