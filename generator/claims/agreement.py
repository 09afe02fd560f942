"""Does a typed figure agree with a value? Within the rounding its author used; decimal arithmetic throughout."""

from decimal import Decimal

from generator.claims.numbers import Typed

FRACTION = Decimal("2.5")
"""Points by which a simple fraction in words may differ."""

SHARES = frozenset(("percent", "share"))


def agrees(typed: Typed, value: Decimal) -> bool:
    """Return whether a figure agrees: |value - typed| <= u/2, or as its hedge says.

    about, around, some: within u; more than, over: typed < value <= typed + u; nearly, almost: typed - u <= value < typed.
    A fraction in words is within 2.5 points; hedged to one side its u is 5 points.
    """
    if typed.fraction and typed.hedge in {"", "near"}:
        return abs(value - typed.value) <= FRACTION
    if typed.hedge == "near":
        return abs(value - typed.value) <= typed.unit
    if typed.hedge == "above":
        return typed.value < value <= typed.value + typed.unit
    if typed.hedge == "below":
        return typed.value - typed.unit <= value < typed.value
    return abs(value - typed.value) <= typed.unit / 2


def fits(typed: Typed, unit_kind: str, symbol: str = "") -> str:
    """Return why a figure's marks do not fit the unit of the data, or an empty string."""
    if typed.points:
        return "percentage points are a difference, and this is a value"
    if typed.percent and unit_kind not in SHARES:
        return "a percent sign stands beside a value that is no percentage"
    if typed.fraction and unit_kind not in SHARES:
        return "a fraction stands beside a value that is no share"
    if typed.currency and unit_kind != "currency":
        return "a currency sign stands beside a value that is no money"
    if typed.currency and symbol and typed.currency not in symbol:
        return f"the sign of another currency stands beside a value in {symbol}"
    return ""


def rounding(typed: Typed) -> str:
    """Return the rounding a figure uses, in words: `to the nearest 100,000`."""
    if typed.fraction:
        return "within 2.5 points"
    return f"to the nearest {typed.unit.normalize():,f}"
