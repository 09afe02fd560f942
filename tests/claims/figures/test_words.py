"""Figures in the words of a hostile reader: hedges, bases, measures, currencies, parts."""

from decimal import Decimal

import pytest

from generator.claims.agreement import agrees, misfit
from generator.claims.figures import parse_figure
from generator.claims.grammar import load_grammar
from generator.data.catalog import UnitKind

PEOPLE, MONEY, SHARE = (
    ("20592571", "count", "people"),
    ("261421121086", "currency", "$"),
    ("62.07253", "share", "% of population"),
)
DEATHS, LIFE, GINI = ("9.1", "rate", "per 1,000 live births"), ("70.23", "years", "years"), ("28.7", "index", "points")

RIGHT = [
    ("at least 20 million", *PEOPLE),
    ("at least 20,592,571", *PEOPLE),
    ("up to 21 million", *PEOPLE),
    ("no more than 20,592,571", *PEOPLE),
    ("exactly 20,592,571", *PEOPLE),
    ("just over 20 million", *PEOPLE),
    ("just under 21 million", *PEOPLE),
    ("close to 21 million", *PEOPLE),
    ("US$ 261 billion", *MONEY),
    ("$\u00a0261\u00a0billion", *MONEY),
    ("$36k", "35973.96", "currency", "$"),
    ("8½ million", "8515000", "count", "visitors"),
    ("eight and a half million", "8515000", "count", "visitors"),
    ("three-fifths", *SHARE),
    ("nearly two-thirds", *SHARE),
    ("62 in 100", *SHARE),
    ("62 out of 100", *SHARE),
    ("a sixth", "17", "share", "% of GDP"),
    ("\u20130.45", "-0.4468", "index", ""),
    ("\u20110.45", "-0.4468", "index", ""),
    ("9.1 per 1,000", *DEATHS),
    ("9.1 of every 1,000", *DEATHS),
    ("9.1 per thousand", *DEATHS),
    ("9.1‰", *DEATHS),
    ("70.2 years", *LIFE),
    ("28.7 points", *GINI),
    ("2.7 million square kilometres", "2724902", "count", "km²"),
    ("2.7 million km", "2724902", "count", "km²"),
    ("950 km", "950", "count", "km"),
    ("950 kilometres", "950", "count", "km"),
]
WRONG = [
    ("at least 21 million", *PEOPLE),
    ("at least 19 million", *PEOPLE),
    ("up to 20 million", *PEOPLE),
    ("no more than 20 million", *PEOPLE),
    ("exactly 20.5 million", *PEOPLE),
    ("just over 21 million", *PEOPLE),
    ("just under 20 million", *PEOPLE),
    ("20.6 million km²", *PEOPLE),
    ("20.6 million square kilometres", *PEOPLE),
    ("20.6 million km", *PEOPLE),
    ("950 km²", "950", "count", "km"),
    ("950 square kilometres", "950", "count", "km"),
    ("950 sq km", "950", "count", "km"),
    ("950 km2", "950", "count", "km"),
    ("261 billion Swiss francs", *MONEY),
    ("261 billion tenge", *MONEY),
    ("7½ million", "8515000", "count", "visitors"),
    ("63 in 100", *SHARE),
    ("three-quarters", *SHARE),
    ("62.1‰", *SHARE),
    ("62 years", *SHARE),
    ("62°", *SHARE),
    ("62 pp", *SHARE),
    ("62 basis points", *SHARE),
    ("9.1 per 100", *DEATHS),
    ("9.1 per 10,000", *DEATHS),
    ("9.1 per million", *DEATHS),
    ("70.2 months", *LIFE),
    ("70.2 days", *LIFE),
    ("28.7 percentage points", *GINI),
    ("five dozen", "5", "count", "entries"),
]


def stands(text: str, value: str, kind: str, symbol: str) -> bool:
    """Return whether a text would pass a check on its own."""
    typed = parse_figure(text)
    return (
        typed is not None
        and not misfit(typed, UnitKind(kind), symbol)
        and not typed.others
        and agrees(typed, Decimal(value))
    )


@pytest.mark.parametrize(("text", "value", "kind", "symbol"), RIGHT)
def test_what_is_right_stands(text: str, value: str, kind: str, symbol: str) -> None:
    assert stands(text, value, kind, symbol)


@pytest.mark.parametrize(("text", "value", "kind", "symbol"), WRONG)
def test_what_is_wrong_does_not(text: str, value: str, kind: str, symbol: str) -> None:
    assert not stands(text, value, kind, symbol)


@pytest.mark.parametrize(
    ("language", "text", "value", "right"),
    [
        ("de", "mindestens 20 Millionen", "20592571", True),
        ("de", "höchstens 20 Millionen", "20592571", False),
        ("de", "genau 20,6 Millionen", "20592571", True),
        ("de", "8½ Millionen", "8515000", True),
    ],
)
def test_other_languages_hedge_alike(language: str, text: str, value: str, *, right: bool) -> None:
    typed = parse_figure(text, load_grammar(language))
    assert (typed is not None and agrees(typed, Decimal(value))) is right
