"""Whether a typed figure agrees with a value within its rounding, in decimal arithmetic."""

import re
from decimal import Decimal

from generator.claims.figures import TypedFigure
from generator.claims.grammar import Hedge
from generator.data.catalog import UnitKind

FRACTION = Decimal("2.5")
"""Points by which a simple fraction in words may differ."""

SHARES = frozenset((UnitKind.PERCENT, UnitKind.SHARE))


def agrees(typed: TypedFigure, value: Decimal) -> bool:
    """Return whether a figure agrees: |value - typed| <= u/2, or as its hedge says.

    about, around, some: within u; more than, over: typed < value <= typed + u; nearly, almost: typed - u <= value < typed;
    at least and at most are the two with their own end included.
    A fraction in words is within 2.5 points; hedged to one side its u is 5 points.
    """
    if typed.fraction and typed.hedge in {Hedge.EXACT, Hedge.NEAR}:
        return abs(value - typed.value) <= FRACTION
    if typed.hedge is Hedge.NEAR:
        return abs(value - typed.value) <= typed.unit
    if typed.hedge in {Hedge.LEAST, Hedge.MOST} and value == typed.value:
        return True
    if typed.hedge in {Hedge.ABOVE, Hedge.LEAST}:
        return typed.value < value <= typed.value + typed.unit
    if typed.hedge in {Hedge.BELOW, Hedge.MOST}:
        return typed.value - typed.unit <= value < typed.value
    return abs(value - typed.value) <= typed.unit / 2


def misfit(typed: TypedFigure, unit_kind: UnitKind, symbol: str = "") -> str:
    """Return the reason why a figure's marks do not fit the unit, or an empty string."""
    wrong = mismeasured(typed, symbol) or _misplaced(typed, unit_kind)
    if not wrong and typed.currency and symbol and typed.currency not in symbol:
        return f"the sign of another currency stands beside a value in {symbol}"
    return wrong


def _misplaced(typed: TypedFigure, unit_kind: UnitKind) -> str:
    """Return the mark of a figure that does not suit values of that kind, or an empty string."""
    if typed.points and (typed.percent or unit_kind is not UnitKind.INDEX):
        return "percentage points are a difference, and this is a value"
    if typed.percent and unit_kind not in SHARES:
        return "a percent sign stands beside a value that is no percentage"
    if typed.fraction and unit_kind not in SHARES:
        return "a fraction stands beside a value that is no share"
    if typed.currency and unit_kind is not UnitKind.CURRENCY:
        return "a currency sign stands beside a value that is no money"
    return ""


def mismeasured(typed: TypedFigure, symbol: str) -> str:
    """Return the reason why words of measure do not fit the unit of the data, or an empty string."""
    digits = re.search(r"per ([0-9][0-9,]*|million)", symbol)
    per = int(digits[1].replace(",", "").replace("million", "1000000")) if digits else 0
    if typed.base and symbol and typed.base != per:
        return f"it is counted per {typed.base:,}, the data are in {symbol}"
    if typed.measure and typed.measure not in symbol:
        return f"it is measured otherwise than the data, which are in {symbol or 'a number without a unit'}"
    return ""


def rounding(typed: TypedFigure) -> str:
    """Return the rounding a figure uses, in words: `to the nearest 100,000`."""
    if typed.fraction:
        return "within 2.5 points"
    return f"to the nearest {typed.unit.normalize():,f}"
