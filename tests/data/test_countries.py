"""Names of countries within a sentence: with their article, and as an owner."""

from dataclasses import replace

import pytest

from generator.data.countries import Country
from tests.datasets import CODES, dataset

KAZAKHSTAN = replace(dataset({}).countries[CODES[0]], name="Kazakhstan")


def named(name: str, *, definite: bool, plural: bool) -> Country:
    return replace(KAZAKHSTAN, name=name, definite=definite, plural=plural)


@pytest.mark.parametrize(
    ("country", "within", "owner"),
    [
        (KAZAKHSTAN, "Kazakhstan", "Kazakhstan’s"),
        (named("Gambia", definite=True, plural=False), "the Gambia", "the Gambia’s"),
        (named("Netherlands", definite=True, plural=True), "the Netherlands", "the Netherlands’"),
        (named("Seychelles", definite=False, plural=True), "Seychelles", "Seychelles’"),
    ],
    ids=lambda value: value.name if isinstance(value, Country) else "",
)
def test_a_country_knows_how_a_sentence_names_it(country: Country, within: str, owner: str) -> None:
    assert (country.with_article, country.possessive) == (within, owner)


def test_a_dataset_with_another_grammar_has_another_digest() -> None:
    """What is kept under the digest may name countries."""
    plain = dataset({})
    spoken = plain.with_grammar({CODES[1]}, {CODES[2]})
    assert [code for code, country in spoken.countries.items() if country.definite] == [CODES[1]]
    assert [code for code, country in spoken.countries.items() if country.plural] == [CODES[2]]
    assert len({plain.digest, spoken.digest, plain.with_grammar({CODES[2]}, {CODES[1]}).digest}) == 3
