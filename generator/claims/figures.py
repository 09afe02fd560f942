"""Figures as people type them: `20.3 million`, `about 8.5 million`, `91.7 %`, `one fifth`.

What differs between languages is data: see `grammar`.
"""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from generator.claims.grammar import Grammar, Hedge, load_grammar, plain, plain_signs

ENGLISH = load_grammar("en")


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedFigure:
    """A figure as typed: its value, the place of its last significant digit, and what stands around it.

    `unit` is u of the agreement rules: the place of the last typed digit times the magnitude; `fraction` marks
    words: "one fifth", stated in per cent.
    """

    value: Decimal
    unit: Decimal
    hedge: Hedge = Hedge.EXACT
    percent: bool = False
    points: bool = False
    """Whether it is stated in points; with `percent` in percentage points, as a change may be."""
    currency: str = ""
    fraction: bool = False
    base: int = 0
    """The base of a rate: 1,000 for `per 1,000`; 0 if not stated."""
    measure: str = ""
    """The words that the unit of the data must have: `km²` for square kilometres."""
    others: tuple[str, ...] = ()
    """Further numbers in the text, which are not checked."""


_FIGURE = re.compile(
    r"(?P<sign>[-−–+]?)(?P<currency>(?:(?:us)?[$€£¥₽₸] ?)?)(?P<digits>[0-9](?:[0-9,.'’]|[ ](?=[0-9]{3}(?![0-9])))*)(?P<rest>.*)",
    re.DOTALL,
)


def parse_figure(text: str, grammar: Grammar = ENGLISH) -> TypedFigure | None:
    """Return the figure of a text, or None for an unreadable one."""
    hedge, rest = grammar.hedge(plain(text))
    rest = grammar.rewritten(_vulgar(rest, grammar))
    if spaced := _in_fractions(rest, grammar):
        return _fraction(spaced, hedge, grammar)
    return _one_in(rest, hedge, grammar) or _word(rest, hedge, grammar) or _digits(rest, hedge, grammar)


_VULGAR = {"½": "5", "¼": "25", "¾": "75"}


def _vulgar(text: str, grammar: Grammar) -> str:
    """Return `8½` as `8.5`, with the language's point."""
    return re.sub("(?<=[0-9])[½¼¾]", lambda found: grammar.decimal + _VULGAR[found[0]], text)


def _in_fractions(text: str, grammar: Grammar) -> str:
    """Return a text that begins with a fraction without hyphens, `two thirds`; else empty."""
    spaced = text.replace("-", " ", 2)
    return spaced if any(spaced == words or spaced.startswith(f"{words} ") for words in grammar.fractions) else ""


def _fraction(text: str, hedge: Hedge, grammar: Grammar) -> TypedFigure | None:
    words = max((w for w in grammar.fractions if text == w or text.startswith(f"{w} ")), key=len)
    rest = text[len(words) :].strip()
    if rest and not rest.startswith((*grammar.of, *grammar.articles)):
        return None
    value = Decimal(grammar.fractions[words])
    return TypedFigure(value=value, unit=Decimal(5), hedge=hedge, fraction=True, others=grammar.others(rest))


def _one_in(text: str, hedge: Hedge, grammar: Grammar) -> TypedFigure | None:
    """Return `one in five` as a fraction and `62 in 100` as a percentage; `43 in 124` is neither."""
    found = re.match(rf"(\w+) (?:{'|'.join(grammar.one_in)}) (\w+)(.*)", text)
    part, whole = (grammar.number(found[1]), grammar.number(found[2])) if found else (None, None)
    if found and part and whole == 100:  # noqa: PLR2004 - per cent
        others = grammar.others(found[3])
        return TypedFigure(value=Decimal(part), unit=Decimal(1), hedge=hedge, percent=True, others=others)
    if not found or not part or not whole or not part < whole <= 10:  # noqa: PLR2004 - what people say so
        return None
    value = Decimal(100 * part) / whole
    return TypedFigure(value=value, unit=Decimal(5), hedge=hedge, fraction=True, others=grammar.others(found[3]))


def _word(text: str, hedge: Hedge, grammar: Grammar) -> TypedFigure | None:
    head, _, rest = text.partition(" ")
    value = None if head.isdigit() else grammar.number(head)
    value = grammar.ordinal(head) if value is None and not head[:1].isdigit() else value
    if value is None:
        return None
    size = _size(rest, grammar)
    marks = _marks(rest, grammar)
    return replace(marks, value=Decimal(value * size), unit=Decimal(size), hedge=hedge)


def _size(rest: str, grammar: Grammar) -> int:
    """Return the factor of the word of magnitude after a figure."""
    word = re.match(r"[\s-]*([^\W\d_]+)", rest)
    return grammar.magnitudes.get(word[1], 1) if word else 1


def _marks(rest: str, grammar: Grammar) -> TypedFigure:
    """Return the marks after a figure: per cent, points, a currency in words, further numbers."""
    words = re.findall(r"[^\W\d_]+", rest)
    after = rest.strip().removeprefix(words[0] if words and words[0] in grammar.magnitudes else "").strip(" -")
    return TypedFigure(
        value=Decimal(0),
        unit=Decimal(1),
        percent=after.startswith(grammar.percent),
        points=after.startswith(grammar.points),
        base=grammar.base(rest),
        measure=grammar.measure(re.findall(r"[^\W\d_]+2?|°", rest)),
        currency=next((grammar.currencies[word] for word in words if word in grammar.currencies), ""),
        others=grammar.others(rest),
    )


def _digits(text: str, hedge: Hedge, grammar: Grammar) -> TypedFigure | None:
    found = _FIGURE.match(text)
    number = _number(found["digits"].rstrip(",. "), grammar) if found else None
    if found is None or number is None or not _ends_well(found["digits"], found["rest"], grammar):
        return None
    size = _size(found["rest"], grammar)
    marks = _marks(found["rest"], grammar)
    return replace(
        marks,
        value=(-1 if found["sign"] in {"-", "−", "–"} else 1) * number * size,
        unit=_last_place(number, trailing_zeros_count=hedge is Hedge.EXACT or number != int(number)) * size,
        hedge=hedge,
        currency=found["currency"].strip()[-1:] or marks.currency,
    )


def _ends_well(digits: str, rest: str, grammar: Grammar) -> bool:
    """Whether the text after the digits is a separate word, an ordinal ending or a sign.

    Neither `20x3` nor `22th` ends well.
    """
    tail = next((rest.removeprefix(e) for e in grammar.endings(digits) if rest.startswith(e)), rest)
    attached = re.match(r"[^\W_]*", tail)
    return attached is None or attached[0] in {"", *grammar.magnitudes, *grammar.percent, *grammar.points}


def _number(digits: str, grammar: Grammar) -> Decimal | None:
    """Return digits with separators as a number; separators in wrong places make it unreadable."""
    whole, point, decimals = digits.partition(grammar.decimal)
    groups = re.split(f"[{re.escape(plain_signs(grammar.thousands))}]", whole)
    grouped = len(groups) > 1
    if len(set(re.sub("[0-9]", "", whole))) > 1:
        return None  # "8,515 000" mixes two habits
    if grouped and (not 1 <= len(groups[0]) <= 3 or any(len(g) != 3 for g in groups[1:])):  # noqa: PLR2004 - groups of three
        return None
    if (point and not decimals.isdigit()) or not all(group.isdigit() for group in groups):
        return None
    return Decimal("".join(groups) + (f".{decimals}" if point else ""))


def _last_place(number: Decimal, *, trailing_zeros_count: bool) -> Decimal:
    """Return the place of the last significant digit: 0.1 for 8.5, 100,000 for "about 8,500,000"."""
    kept = number if trailing_zeros_count else number.normalize()
    return Decimal(1).scaleb(int(kept.as_tuple().exponent))
