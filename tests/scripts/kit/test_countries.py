"""Names of countries as the converter writes them, and as they are committed."""

import csv

import pytest

from scripts.kit.countries import ALIASES, slug
from tests.conftest import REPOSITORY


def test_readers_names_stand_in_the_committed_data() -> None:
    with (REPOSITORY / "data/countries.csv").open(encoding="utf-8", newline="") as file:
        held = {row["code"]: row["aliases"].split("; ") for row in csv.DictReader(file)}
    assert [name for code, names in ALIASES.items() for name in names if name not in held[code]] == []


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Côte d’Ivoire", "cote-divoire"), ("Türkiye", "turkiye"), ("Saint Kitts and Nevis", "saint-kitts-and-nevis")],
)
def test_slugs_are_ascii(name: str, expected: str) -> None:
    assert slug(name) == expected
