from decimal import Decimal

import pytest

from generator.claims.agreement import agrees, misfit, rounding
from generator.claims.figures import TypedFigure, parse_figure
from generator.data.catalog import UnitKind

AGREE = [
    ("20.3 million", "20330104"),
    ("979,781", "979781"),
    ("about 8.5 million", "8515000"),
    ("around 8,500,000", "8515000"),
    ("more than 20 million", "20330104"),
    ("nearly 21 million", "20592571"),
    ("91.7 %", "91.7"),
    ("91.7%", "91.74"),
    ("10 per cent", "10.4"),
    ("$1.2 bn", "1150000000"),
    ("1,142", "1142"),
    ("-3.4", "-3.4"),
    ("−3.4", "-3.44"),
    ("122nd", "122"),
    ("fifth", "5"),
    ("three", "3"),
    ("none", "0"),
    ("one fifth", "21"),
    ("two thirds of the people", "66"),
]


DISAGREE = [
    ("20.4 million", "20330104"),
    ("8,500,000", "8515000"),
    ("about 8.4 million", "8515000"),
    ("more than 21 million", "20330104"),
    ("more than 20.3 million", "20300000"),
    ("nearly 20 million", "20592571"),
    ("20.3 billion", "20330104"),
    ("91.6 %", "91.7"),
    ("3.4", "-3.4"),
    ("one fifth", "23"),
    ("four", "3"),
]


UNREADABLE = ["", "many", "12,34", "1,23,456", "1.2.3", "about", "%", "twelveish"]


@pytest.mark.parametrize(("text", "value"), AGREE)
def test_agrees(text: str, value: str) -> None:
    typed = parse_figure(text)
    assert typed is not None
    assert agrees(typed, Decimal(value))


@pytest.mark.parametrize(("text", "value"), DISAGREE)
def test_disagrees(text: str, value: str) -> None:
    typed = parse_figure(text)
    assert typed is not None
    assert not agrees(typed, Decimal(value))


@pytest.mark.parametrize("text", UNREADABLE)
def test_unreadable(text: str) -> None:
    assert parse_figure(text) is None


@pytest.mark.parametrize(
    ("text", "kind", "fault"),
    [
        ("5 %", "count", "percent"),
        ("5 %", "share", ""),
        ("one fifth", "count", "fraction"),
        ("half", "percent", ""),
        ("$5", "count", "currency"),
        ("$5", "currency", ""),
        ("5", "index", ""),
    ],
)
def test_marks_must_fit_the_unit(text: str, kind: str, fault: str) -> None:
    typed = parse_figure(text)
    assert typed is not None
    assert fault in misfit(typed, UnitKind(kind))
    assert bool(misfit(typed, UnitKind(kind))) == bool(fault)


def test_the_rounding_is_said_in_words() -> None:
    assert (
        rounding(parse_figure("20.4 million") or TypedFigure(value=Decimal(0), unit=Decimal(1)))
        == "to the nearest 100,000"
    )
    assert "2.5 points" in rounding(parse_figure("half") or TypedFigure(value=Decimal(0), unit=Decimal(1)))
