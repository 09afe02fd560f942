"""Texts of a file read at once stay texts; what is irregular is left to the reader of rows."""

import pytest

from generator.sources.csv_frame import parse_frame
from generator.sources.files import Source

COLUMNS = ("country", "value")


def source(text: str) -> Source:
    return Source(path="data/a.csv", data=text.encode())


@pytest.mark.parametrize("numbers", [(), ("country",)])
def test_texts_stay_texts_and_columns_come_in_any_order(numbers: tuple[str, ...]) -> None:
    frame = parse_frame(source("value,country\n007,NA\n1.50,001\n,nan\n"), COLUMNS, ("country",), numbers)
    assert frame is not None
    assert frame["country"].tolist() == ["NA", "001", "nan"]
    assert frame["value"].tolist() == ["007", "1.50", ""]
    assert frame["country"].cat.categories.tolist() == ["001", "NA", "nan"]


@pytest.mark.parametrize("numbers", [(), ("country",)])
def test_categories_that_are_all_numbers_stay_texts_too(numbers: tuple[str, ...]) -> None:
    frame = parse_frame(source("country,value\n007,1\n10,2\n"), COLUMNS, ("country",), numbers)
    assert frame is not None
    assert frame["country"].tolist() == frame["country"].cat.categories.tolist() == ["007", "10"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "country,value\n",
        "country\nKAZ\n",
        'country,value\nKAZ,"1"\n',
        "country,value\nKAZ\n",
        "country,value\nKAZ,1,2\nUZB\n",
        "country,value\nKAZ,1\nTJK,1,2\nUZB\n",
        "country,value\nKAZ,1\n\n",
        "country,value\nKAZ,\x011\n",
    ],
    ids=["empty", "no row", "a column less", "quotes", "short", "long first", "long later", "blank", "control"],
)
def test_what_is_irregular_is_left_to_the_reader_of_rows(text: str) -> None:
    assert parse_frame(source(text), COLUMNS, ("country",)) is None
