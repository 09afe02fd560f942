"""Figures as somebody who does not know the rules would type them.

What is right stands, what is wrong is named.
"""

import re
from decimal import Decimal

import pytest

from generator.claims.agreement import agrees, misfit
from generator.claims.figures import parse_figure
from generator.data.catalog import UnitKind
from tests.repository import REPOSITORY

COUNT, MONEY, SHARE, NEGATIVE = ("8515000", "count"), ("1150000000", "currency"), ("91.7", "percent"), ("-3.4", "index")

RIGHT = [
    ("8,515,000", *COUNT),
    ("8 515 000", *COUNT),
    ("8\u00a0515\u00a0000", *COUNT),
    ("8\u202f515\u202f000", *COUNT),
    ("8.5 million", *COUNT),
    ("8.5m", *COUNT),
    ("8.5\u00a0million", *COUNT),
    ("8,515 thousand", *COUNT),
    ("roughly 8.5 million visitors", *COUNT),
    ("more than eight million", *COUNT),
    ("over 8.5 million", *COUNT),
    ("nearly 9 million", *COUNT),
    ("fewer than 9 million", *COUNT),
    ("under half", "48", "percent"),
    ("$1.2 bn", *MONEY),
    ("$1.2bn", *MONEY),
    ("US$1.2 billion", *MONEY),
    ("USD 1.2 billion", *MONEY),
    ("1.2 billion dollars", *MONEY),
    ("$1,150 million", *MONEY),
    ("91.7%", *SHARE),
    ("92 per cent", *SHARE),
    ("92 percent of them", *SHARE),
    ("-3.4", *NEGATIVE),
    ("−3.4", *NEGATIVE),
    ("minus 3.4", *NEGATIVE),
    ("one in five", "21", "percent"),
    ("three out of four", "74.2", "share"),
    ("nearly a third", "31.8", "percent"),
    ("more than half", "52", "percent"),
    ("three quarters of the land", "74.2", "percent"),
    ("a dozen", "12", "count"),
    ("half a million", "520000", "count"),
    ("one and a half million", "1520000", "count"),
    ("three hundred", "300", "count"),
    ("4.1 per 1,000 births", "4.1", "rate"),
    ("seventeen", "17", "count"),
    ("twenty-five", "25", "count"),
    ("thirty-two million", "31800000", "count"),
    ("ninety-two per cent", *SHARE),
    ("forty-first", "41", "count"),
    ("sixty", "60", "count"),
]
WRONG = [
    ("8,515,001", *COUNT),
    ("8.6 million", *COUNT),
    ("8.53 million", *COUNT),
    ("8.5 billion", *COUNT),
    ("8.5 thousand", *COUNT),
    ("85 million", *COUNT),
    ("8.515.000", *COUNT),
    ("8,5 million", *COUNT),
    ("8,515 000", *COUNT),
    ("8,500,000", *COUNT),
    ("-8.5 million", *COUNT),
    ("8.5 million dollars", *COUNT),
    ("$8.5 million", *COUNT),
    ("8.5 million percent", *COUNT),
    ("3 to 9 million", *COUNT),
    ("8–9 million", *COUNT),
    ("between 8 and 9 million", *COUNT),
    ("8.5 million, twice the 4.2 million before", *COUNT),
    ("millions", *COUNT),
    ("more than 9 million", *COUNT),
    ("less than 8.5 million", *COUNT),
    ("above 9 million", *COUNT),
    ("nearly 8 million", *COUNT),
    ("€1.2 bn", *MONEY),
    ("1.2 billion euros", *MONEY),
    ("1.3 bn", *MONEY),
    ("91.8 %", *SHARE),
    ("90 %", *SHARE),
    ("91.7 percentage points", *SHARE),
    ("$91.7", *SHARE),
    ("3.4", *NEGATIVE),
    ("one in five", "23", "percent"),
    ("one in five", "5", "count"),
    ("more than half", "49", "percent"),
    ("nearly a third", "34", "percent"),
    ("half", "50", "count"),
    ("one fifth higher", "1", "count"),
    ("two or three", "2", "count"),
    ("a dozen", "15", "count"),
    ("twenty-five", "20", "count"),
    ("twenty-eleven", "31", "count"),
    ("twenty-zero", "20", "count"),
    ("ninety nine", "99", "count"),
    ("43 in 124 festivals", "43", "count"),
]


def stands(text: str, value: str, kind: str) -> bool:
    """Return whether a text would pass a check on its own.

    It is read, with marks that fit, as one figure that agrees.
    """
    typed = parse_figure(text)
    symbol = "$" if kind == "currency" else ""
    return (
        typed is not None
        and not misfit(typed, UnitKind(kind), symbol)
        and not typed.others
        and agrees(typed, Decimal(value))
    )


@pytest.mark.parametrize(("text", "value", "kind"), RIGHT)
def test_what_is_right_stands(text: str, value: str, kind: str) -> None:
    assert stands(text, value, kind)


@pytest.mark.parametrize(("text", "value", "kind"), WRONG)
def test_what_is_wrong_does_not(text: str, value: str, kind: str) -> None:
    assert not stands(text, value, kind)


def guide_figures() -> list[tuple[str, bool]]:
    """Return the figures of the author's guide with whether they agree with 8,515,000."""
    part = (REPOSITORY / "docs" / "authors.md").read_text("utf-8").split("## When does a figure agree?")[1]
    rows = re.findall(r"^\| `\[(.+?)\]` \| (yes|no) \|", part.split("\n## ")[0], re.MULTILINE)
    return [(text, answer == "yes") for text, answer in rows]


@pytest.mark.parametrize(("text", "agreeing"), guide_figures())
def test_the_guides_figures(text: str, *, agreeing: bool) -> None:
    assert stands(text, *COUNT) is agreeing
