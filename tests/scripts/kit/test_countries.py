"""Names of countries as the converter writes them, and as they are committed."""

import pytest

from scripts.kit.countries import slug


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Côte d’Ivoire", "cote-divoire"), ("Türkiye", "turkiye"), ("Saint Kitts and Nevis", "saint-kitts-and-nevis")],
)
def test_slugs_are_ascii(name: str, expected: str) -> None:
    assert slug(name) == expected
