"""Figures as people type them: `20.3 million`, `979,781`, `about 8.5 million`, `91.7 %`, `122nd`, `one fifth`.

What differs between languages is data: separators, words of magnitude, hedges and small numbers.
"""

import re
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Grammar:
    """How a language writes figures."""

    thousands: str
    decimal: str
    magnitudes: dict[str, int]
    hedges: dict[str, str]
    words: dict[str, int]
    fractions: dict[str, tuple[int, int]]


ENGLISH = Grammar(
    thousands=",\u00a0\u202f",
    decimal=".",
    magnitudes={
        "thousand": 10**3,
        "million": 10**6,
        "mn": 10**6,
        "m": 10**6,
        "billion": 10**9,
        "bn": 10**9,
        "trillion": 10**12,
        "tn": 10**12,
    },
    hedges={
        "about": "near",
        "around": "near",
        "some": "near",
        "roughly": "near",
        "approximately": "near",
        "more than": "above",
        "over": "above",
        "nearly": "below",
        "almost": "below",
    },
    words={
        w: n
        for n, w in enumerate(
            [
                "zero",
                "one",
                "two",
                "three",
                "four",
                "five",
                "six",
                "seven",
                "eight",
                "nine",
                "ten",
                "eleven",
                "twelve",
                "thirteen",
                "fourteen",
                "fifteen",
                "sixteen",
                "seventeen",
                "eighteen",
                "nineteen",
                "twenty",
            ]
        )
    }
    | {"no": 0, "none": 0}
    | {
        w: n
        for n, w in enumerate(
            ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"], start=1
        )
    },
    fractions={
        "half": (1, 2),
        "a half": (1, 2),
        "one half": (1, 2),
        "a third": (1, 3),
        "one third": (1, 3),
        "two thirds": (2, 3),
        "a quarter": (1, 4),
        "one quarter": (1, 4),
        "three quarters": (3, 4),
        "a fifth": (1, 5),
        "one fifth": (1, 5),
        "a tenth": (1, 10),
        "one tenth": (1, 10),
    },
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """A figure as typed: its value, the place of its last significant digit, and what stands around it.

    `unit` is u of the agreement rules: the place of the last typed digit times the magnitude; `hedge` is empty, near,
    above or below; `fraction` marks words such as "one fifth", stated in per cent.
    """

    value: Decimal
    unit: Decimal
    hedge: str = ""
    percent: bool = False
    currency: str = ""
    fraction: bool = False


_DIGITS = r"(?P<sign>[-−+]?)(?P<currency>[$€£₽₸]?)(?P<digits>[0-9][0-9,.\u00a0\u202f]*)"
_FIGURE = re.compile(
    rf"^{_DIGITS}(?:(?P<ordinal>st|nd|rd|th)|\s*(?P<percent>%|per ?cent))?(?:[\s-]*(?P<word>[a-z]+))?(?:\s+.*)?$",
    re.IGNORECASE | re.DOTALL,
)


def parse_figure(text: str, grammar: Grammar = ENGLISH) -> Typed | None:
    """Return the figure a text states, or None where it cannot be read as one."""
    plain = " ".join(text.replace("\u00a0", " ").replace("\u202f", " ").split()).lower()
    hedge, rest = _hedge(plain, grammar)
    return _fraction(rest, hedge, grammar) or _word(rest, hedge, grammar) or _digits(rest, hedge, grammar)


def _hedge(text: str, grammar: Grammar) -> tuple[str, str]:
    for words, kind in grammar.hedges.items():
        if text.startswith(f"{words} "):
            return kind, text[len(words) + 1 :]
    return "", text


def _fraction(text: str, hedge: str, grammar: Grammar) -> Typed | None:
    for words, (above, below) in grammar.fractions.items():
        if text == words or text.startswith((f"{words} of", f"{words} the")):
            value = Decimal(100) * above / below
            return Typed(value=value, unit=Decimal(5), hedge=hedge, fraction=True)
    return None


def _word(text: str, hedge: str, grammar: Grammar) -> Typed | None:
    head = text.split(" ", maxsplit=1)[0]
    if head not in grammar.words:
        return None
    return Typed(value=Decimal(grammar.words[head]), unit=Decimal(1), hedge=hedge)


def _digits(text: str, hedge: str, grammar: Grammar) -> Typed | None:
    found = _FIGURE.match(text)
    number = _number(found["digits"].rstrip(",. "), grammar) if found else None
    if found is None or number is None:
        return None
    size = grammar.magnitudes.get(found["word"] or "", 1)
    unit = _last_place(number, trailing_zeros_count=hedge == "" or number != int(number)) * size
    sign = -1 if found["sign"] in {"-", "−"} else 1
    return Typed(
        value=sign * number * size,
        unit=unit,
        hedge=hedge,
        percent=bool(found["percent"]),
        currency=found["currency"],
    )


def _number(digits: str, grammar: Grammar) -> Decimal | None:
    """Return digits with separators as a number; separators in wrong places make it unreadable."""
    whole, point, decimals = digits.partition(grammar.decimal)
    groups = re.split(f"[{grammar.thousands}]", whole)
    grouped = len(groups) > 1
    if grouped and (not 1 <= len(groups[0]) <= 3 or any(len(g) != 3 for g in groups[1:])):  # noqa: PLR2004 - groups of three
        return None
    if (point and not decimals.isdigit()) or not all(group.isdigit() for group in groups):
        return None
    return Decimal("".join(groups) + (f".{decimals}" if point else ""))


def _last_place(number: Decimal, *, trailing_zeros_count: bool) -> Decimal:
    """Return the place of the last significant digit: 0.1 for 8.5, 1 for 8,500,000, and 100,000 after "about"."""
    kept = number if trailing_zeros_count else number.normalize()
    return Decimal(1).scaleb(int(kept.as_tuple().exponent))
