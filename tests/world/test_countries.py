"""Names that readers use stand in the data."""

import csv

from tests.repository import REPOSITORY

ALIASES = {
    "BLR": ("Belorussia",),
    "CHN": ("PRC",),
    "GBR": ("Britain", "England", "Scotland", "Wales"),
    "IRN": ("Persia",),
    "KGZ": ("Kirghizia",),
    "LKA": ("Ceylon",),
    "USA": ("America",),
}
"""Names that readers type in search, beside those that statisticians use."""


def test_readers_names_stand_in_the_committed_data() -> None:
    with (REPOSITORY / "data/countries.csv").open(encoding="utf-8", newline="") as file:
        held = {row["code"]: row["aliases"].split("; ") for row in csv.DictReader(file)}
    assert [name for code, names in ALIASES.items() for name in names if name not in held[code]] == []
