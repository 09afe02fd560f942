"""Advice: what to write instead of a trend that disagrees or is unreadable."""

import re
from decimal import Decimal

from generator.claims.agreement import agrees
from generator.claims.figures import TypedFigure, parse_figure
from generator.claims.trends import Change, parse_trend, trend_agrees

FACTORS = ("doubled", "more than doubled", "nearly doubled", "tripled", "more than tripled", "quadrupled", "halved")
"""Words for factors in the order in which they are offered."""


def advice(change: Change, verb: str) -> str:
    """Return advice with words that agree: `The last is 2.13 times the first: write more than doubled`."""
    fitting = [word for word in FACTORS if (typed := parse_trend(word)) and trend_agrees(typed, change)]
    words = f"{verb} or {fitting[0]}" if fitting else f"{verb}, or an amount that agrees"
    if change.first <= 0:
        return f"Write {words}"
    return f"The last is {change.last / change.first:,.2f} times the first: write {words}"


def how_to_write(text: str) -> str:
    """Return how to write an unreadable trend: an amount alone does not say the direction."""
    amount = text.strip().removeprefix("by ")
    if parse_figure(amount) is not None:
        return f"An amount alone does not say which way: [rose by {amount}], [{amount} more] or a sign before figures."
    return (
        "Use a verb such as rose, fell, doubled, or stable; an amount follows by: rose by 10 %. "
        "Bind other figures by themselves."
    )


NEAR = Decimal(5)
"""How many times larger or smaller a figure may be to keep its words of size."""


_DIGITS = re.compile(r"[-−]?[0-9](?:[0-9.,]*[0-9])?(?![0-9]*(?:st|nd|rd|th)\b)")


def _near(typed: Decimal, value: Decimal) -> bool:
    """Whether a value can be written in a figure's own magnitude: 8,515,000 cannot in billions."""
    return value != 0 and NEAR > abs(typed / value) > 1 / NEAR


def rewritten(text: str, typed: TypedFigure, value: Decimal) -> str:
    """Return the value in its author's rounding and words, `8.5 million`; empty if it would not agree."""
    found = _DIGITS.search(text)
    number = abs(Decimal(re.sub("[-−,]", "", found[0]))) if found else Decimal(0)
    if not found or not number or typed.fraction or not _near(typed.value, value):
        return ""
    places = len(found[0].partition(".")[2])
    rounded = (value / typed.unit).to_integral_value() * typed.unit / (abs(typed.value) / number)
    figure = f"{rounded:,.{places}f}".replace("-", "−")
    new = f"{text[: found.start()]}{figure}{text[found.end() :]}"
    read = parse_figure(new)
    return new if read is not None and agrees(read, value) else ""
