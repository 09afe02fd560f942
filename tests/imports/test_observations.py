"""Rows of an origin replaced in a file: the columns of intervals are there only if some row has one."""

from generator.imports.observations import replaced, rows_of
from generator.imports.rows import Row
from generator.sources.files import Source

HEAD = "country,year,value,status,origin,note"
PLAIN: Row = ("KAZ", "2000", "1", "A", "o", "", "", "")
SURVEYED: Row = ("KAZ", "2001", "2", "A", "p", "", "1", "3")


def test_a_file_without_intervals_has_six_columns() -> None:
    assert replaced([], "o", [PLAIN]).decode() == f"{HEAD}\nKAZ,2000,1,A,o,\n"


def test_intervals_of_another_origin_stay() -> None:
    text = f"{HEAD},lower,upper\nKAZ,2000,1,A,o,,,\nKAZ,2001,2,A,p,,1,3\n"
    rows = rows_of(Source(path="data/observations/a.csv", data=text.encode()))
    assert rows == [PLAIN, SURVEYED]
    assert replaced(rows, "o", [PLAIN]).decode() == text
