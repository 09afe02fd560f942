"""Numbers as Vega and the programs around it read, reckon and write them."""

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from math import floor

from generator.charts.direct.grammar import Scale

EXACT = 16
"""A decimal of up to this many characters is read alike by everyone."""

LARGEST = 2**64
"""The renderer's reader of JSON counts the digits of a number below this and leaves out the rest."""

SMALLEST, GREATEST = 1e-6, 1e15
"""Numbers beyond are written with an exponent, or so long that it matters how."""


class UnknownError(Exception):
    """The specification holds something of which it is not known what Vega makes of it."""


@lru_cache(maxsize=16_384)  # a country's figures stand in the charts of all its peers, at each size
def read_decimal(text: str) -> float:
    """Return a decimal of a JSON text as the renderer reads it, perhaps a bit off the nearest double.

    It takes the digits as one whole number and divides that by a power of ten; each step is rounded.
    """
    if len(text) <= EXACT and "e" not in text.lower():
        return float(text)
    mantissa, _, exponent = text.lower().partition("e")
    whole, _, part = mantissa.lstrip("-").partition(".")
    digits = whole + part
    if int(digits) >= LARGEST:
        raise UnknownError
    power = int(exponent or 0) - len(part)
    value = float(int(digits)) * float(f"1e{power}") if power >= 0 else float(int(digits)) / float(f"1e{-power}")
    return -value if mantissa.startswith("-") else value


def scaled(scale: Scale, start: float, end: float) -> Callable[[Iterable[float]], list[float]]:
    """Return the function from values to their places between two pixels, in the steps of d3-scale."""
    (low, high), (left, right) = scale.domain, (end, start) if scale.reverse else (start, end)
    if high < low:
        low, high, left, right = high, low, right, left
    span = high - low

    def places(values: Iterable[float]) -> list[float]:
        shares = [(value - low) / span for value in values] if span else [0.5 for _ in values]
        return [left * (1 - share) + right * share for share in shares]

    return places


def nearest(value: float) -> int:
    """Return the nearest whole number; halves go up, as in JavaScript."""
    whole = floor(value)
    return whole + (value - whole >= 0.5)  # noqa: PLR2004 - a half


def thousandth(value: float) -> float:
    """Return a number rounded to the three decimals to which paths are written."""
    return nearest(value * 1000) / 1000


def thousandths(values: Iterable[float]) -> list[float]:
    """Return lengths rounded to three decimals; one loop without calls: a world has a million."""
    found = []
    for value in values:
        if not -GREATEST < value < GREATEST:
            raise UnknownError
        whole = floor(value * 1000)
        found.append((whole + (value * 1000 - whole >= 0.5)) / 1000)  # noqa: PLR2004 - a half
    return found


def sane(value: float) -> float:
    """Return a length if it is written without an exponent."""
    if not abs(value) < GREATEST:
        raise UnknownError
    return value


def pixels(value: float) -> str:
    """Return a length to a tenth of a pixel: `41.3`, `-8`."""
    if abs(sane(value)) < SMALLEST and value:
        raise UnknownError
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def tenths_of(values: Sequence[float]) -> list[int]:
    """Return lengths in tenths of a pixel, rounded as they are written: `413`, `-80`."""
    if any(value and not SMALLEST <= abs(value) < GREATEST for value in values):
        raise UnknownError
    return [round(round(value, 1) * 10) for value in values]


def width(value: float) -> str:
    """Return the width of a line as it was given: `1.5`, `3`."""
    return str(value).removesuffix(".0")
