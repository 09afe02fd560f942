"""What the converter does not take over as it stands."""

from dataclasses import replace

import pytest

from scripts.kit.series import NO_NIL, _row
from tests.datasets import dataset


@pytest.mark.parametrize(
    ("country", "value", "row"),
    [
        ("TUV", "0", ("", "O", NO_NIL["co2_intensity", "TUV"])),
        ("TUV", "0.1", ("0.1", "A", "")),
        ("KAZ", "0", ("0", "A", "")),
    ],
)
def test_a_zero_that_another_series_contradicts_leaves_a_note_in_its_place(
    country: str, value: str, row: tuple[str, str, str]
) -> None:
    catalog = dataset({}).catalog
    named = replace(catalog, indicators={"co2_intensity": catalog.indicators["one"]})
    made = _row(named, "co2_intensity", country, "2023", value)
    assert (*made[2:4], made[5]) == row
