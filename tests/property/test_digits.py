"""Files of data keep every digit."""

import csv
import io
import json
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from generator.data.columns import Columns, numbers_of
from generator.data.observations import NUMBER
from generator.pages.downloads.csv_rows import COLUMNS, csv_text, tidy_rows
from generator.pages.downloads.json_series import json_object, series_parts


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


@given(st.lists(st.from_regex(NUMBER, fullmatch=True), min_size=1, max_size=9))
def test_every_number_the_data_may_have_is_json_and_csv_with_the_same_digits(texts: list[str]) -> None:
    held = columns(texts, "A" * len(texts))
    read = json.loads(json_object(series_parts(held, range(len(texts)))), parse_float=str, parse_int=str)
    assert read["values"] == texts
    rows = list(csv.DictReader(io.StringIO(csv_text(COLUMNS, tidy_rows(held, range(len(texts)))))))
    assert [Decimal(row["value"]) for row in rows] == [Decimal(text) for text in texts]
    assert [row["value"] for row in rows] == texts
