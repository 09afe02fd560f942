"""What to write instead of a figure that does not agree."""

import re
from decimal import Decimal

from generator.claims.agreement import agrees
from generator.claims.numbers import Typed, parse_figure

NEAR = Decimal(5)
"""How many times larger or smaller a figure may be to keep its words of size."""

_DIGITS = re.compile(r"[-−]?[0-9](?:[0-9.,]*[0-9])?(?![0-9]*(?:st|nd|rd|th)\b)")


def _near(typed: Decimal, value: Decimal) -> bool:
    """Whether a value can be written in a figure's own magnitude: 8,515,000 cannot in billions."""
    return value != 0 and NEAR > abs(typed / value) > 1 / NEAR


def rewritten(text: str, typed: Typed, value: Decimal) -> str:
    """Return a text with the value in its author's rounding and words, `8.5 million`; empty where that would not agree."""
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
