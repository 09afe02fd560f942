"""Numbers, dates and lists as readers expect them, in the page's language.

Values are rounded once, half to even, as Babel and the IEEE do. The minus sign is the true one (U+2212).
"""

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import lru_cache

from babel.core import Locale
from babel.dates import format_date as babel_date
from babel.lists import format_list as babel_list
from babel.numbers import get_decimal_symbol, get_group_symbol
from babel.units import format_unit

MINUS = "−"
NO_BREAK = "\u00a0"

MAGNITUDES = ((Decimal(10**12), "trillion", "T"), (Decimal(10**9), "billion", "B"), (Decimal(10**6), "million", "M"))
SIGNIFICANT = 3
"""Figures kept when a number is abbreviated."""


@lru_cache(maxsize=65_536)  # the same figures stand in many tables
def format_number(value: Decimal | int, decimals: int, locale: str = "en") -> str:
    """Return a grouped number with a fixed count of decimals: `8,515,000`, `−3.4`."""
    text = f"{Decimal(value):,.{decimals}f}"
    nil = not any(digit in "123456789" for digit in text)
    return text.translate(_marks(locale, nil=nil))


@lru_cache(maxsize=64)
def _marks(locale: str, *, nil: bool) -> Mapping[int, str]:
    """Return the marks of a locale's plain numbers, kept because Babel looks them up each time."""
    signs = {",": get_group_symbol(locale), ".": get_decimal_symbol(locale), "-": "" if nil else MINUS}
    return str.maketrans(signs)


KILOBYTE, MEGABYTE = 1_000, 1_000_000


def format_size(size: int, locale: str = "en") -> str:
    """Return a number of bytes, rounded to two figures: `1.2 MB`, `340 kB`; the least is `1 kB`."""
    whole, unit = (MEGABYTE, "megabyte") if size >= MEGABYTE - KILOBYTE // 2 else (KILOBYTE, "kilobyte")
    number = Decimal(f"{max(size, KILOBYTE) / whole:.2g}")
    return format_unit(number, unit, "short", locale=locale).replace(" ", NO_BREAK)


@lru_cache(maxsize=32_768)  # a country's figures stand in its own charts and tables and in those of its peers
def format_amount(
    value: Decimal, *, kind: str, symbol: str, decimals: int, style: str, locale: str = "en", magnitude: str = ""
) -> str:
    """Return a value with what belongs to it.

    `style` is ``prose`` (`20.3 million people`, `$1.14 billion`), ``exact`` (`20,330,104 people`), ``table`` (the number
    alone, `%` and currency attached), ``label`` (the same, but `20.3M`) or ``axis`` (`20.3M`). Numbers are abbreviated from a million on, to three figures; a `magnitude` (`thousand`) is kept to.
    """
    number = _in_magnitude(value, magnitude, locale) if magnitude else _number(value, decimals, style, locale)
    if kind == "currency":
        return _currency(number, symbol)
    if kind == "percent":
        return f"{number}%{_after(symbol.removeprefix('%').strip(), style)}"
    if kind == "share" and symbol.startswith("%"):
        return f"{number}%{_after(symbol.removeprefix('%').strip(), style)}"
    return (
        number
        if style in {"table", "axis", "label"} or not symbol
        else f"{number}{NO_BREAK if style == 'prose' else ' '}{symbol}"
    )


def _after(rest: str, style: str) -> str:
    return f" {rest}" if rest and style == "exact" else ""


def _currency(number: str, symbol: str) -> str:
    sign, digits = (MINUS, number[1:]) if number.startswith(MINUS) else ("", number)
    return f"{sign}{symbol}{digits}" if len(symbol) == 1 or symbol.endswith("$") else f"{number} {symbol}"


def _number(value: Decimal, decimals: int, style: str, locale: str) -> str:
    if style in {"prose", "axis", "label"}:
        rounded = _significant(value)
        for size, word, letter in MAGNITUDES:
            if abs(rounded) >= size:
                digits = _trimmed(rounded / size, locale)
                return f"{digits}{NO_BREAK}{word}" if style == "prose" else f"{digits}{letter}"
    if style == "axis":
        return _trimmed(value, locale)
    short = style in {"prose", "exact"} and not value
    return format_number(value, 0 if short else needed_decimals(value, decimals), locale)


def needed_decimals(value: Decimal, decimals: int) -> int:
    """Return the decimals that a value is written with: enough for any but zero to differ from 0.0.

    Example: 0.0034 is written with three where two are the rule: `0.003`.
    """
    if not value or round(value, decimals):
        return decimals
    return -round(value, -value.adjusted()).adjusted()


def as_written(value: Decimal, decimals: int) -> Decimal:
    """Return a value rounded as it is written: 0.0034 to 0.003, 1.234 to 1.23 by two decimals."""
    return round(value, needed_decimals(value, decimals))


def _in_magnitude(value: Decimal, word: str, locale: str) -> str:
    size = next((size for size, known, _letter in MAGNITUDES if known == word), Decimal(1000))
    rounded = round(value, SIGNIFICANT - 1 - value.adjusted()) if value else value
    return f"{_trimmed(rounded / size, locale)}{NO_BREAK}{word}"


def _significant(value: Decimal) -> Decimal:
    """Return the value rounded as an abbreviated number shows it; unchanged below a million."""
    if abs(value) < Decimal(999500):
        return value
    return round(value, SIGNIFICANT - 1 - value.adjusted())


def _trimmed(value: Decimal, locale: str) -> str:
    normal = value.normalize()
    exponent = int(normal.as_tuple().exponent)
    return format_number(normal, max(0, -exponent), locale)


_PARTED = re.compile(r"(?<=\d)[ \n](?=[^\W\d]|[%‰°€$£¥])")


def tied(text: str) -> str:
    """Return a text in which no line ends between a number and its unit: `1.9 million`, `14 %`, `5 °C`."""
    return _PARTED.sub(NO_BREAK, text)


def format_ordinal(number: int) -> str:
    """Return an English ordinal: `1st`, `34th`, `111th`."""
    last_two = number % 100
    suffix = "th" if last_two in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{suffix}"


def format_list(items: tuple[str, ...], locale: str = "en") -> str:
    """Return names joined for reading: `A`, `A and B`, `A, B and C`."""
    return babel_list(list(items), style="standard", locale=_locale({"en": "en_GB"}.get(locale, locale)))


@lru_cache(maxsize=16)
def _locale(name: str) -> Locale:
    """Return a locale by name; Babel reads the name anew each time."""
    return Locale.parse(name)


def format_authors(names: tuple[str, ...]) -> str:
    """Return names joined as citations have them: `A`, `A and B`, `A, B, and C`."""
    return babel_list(list(names), style="standard", locale="en")


def format_date(day: date, locale: str = "en") -> str:
    """Return a date in full: `24 November 2026`."""
    return babel_date(day, format="d MMMM yyyy", locale=locale)


def format_month(day: date, locale: str = "en") -> str:
    """Return month and year: `November 2026`."""
    return babel_date(day, format="MMMM yyyy", locale=locale)
