"""Trends as people type them, `rose`, `fell by 10 %`, and whether they agree with two values."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from generator.claims.agreement import SHARES, agrees, mismeasured
from generator.claims.figures import TypedFigure, parse_figure
from generator.claims.grammar import Grammar, Hedge, Move, load_grammar, plain
from generator.data.catalog import UnitKind
from generator.formatting import as_written

STABLE_PERCENT, STABLE_POINTS = Decimal(2), Decimal(1)
"""The most that a stable value may change, in per cent, or points for percentages."""

FACTORS = {Decimal(2): ("1.95", "2.05"), Decimal("0.5"): ("0.49", "0.51")}
"""The ratios between which a value has doubled or halved; other factors allow a tenth."""

TENTH = Decimal("0.1")

NEARLY = Decimal("0.9")
"""The part of a factor that `nearly doubled` needs: nine tenths."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedTrend:
    """A trend as typed: the way it goes or its factor, its hedge, and the stated amount."""

    move: Move | Decimal
    hedge: Hedge = Hedge.EXACT
    amount: TypedFigure | None = None
    others: tuple[str, ...] = ()
    """Further numbers in the text; only the two years are allowed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Two values of one indicator, the decimals at which they differ, and the kind of their unit."""

    first: Decimal
    last: Decimal
    decimals: int
    unit_kind: UnitKind
    symbol: str = ""

    @property
    def step(self) -> Decimal:
        """The difference between the two as they are written."""
        return as_written(self.last, self.decimals) - as_written(self.first, self.decimals)

    @property
    def percent(self) -> Decimal | None:
        """The change in per cent of the first value, None from zero."""
        return (self.last - self.first) / abs(self.first) * 100 if self.first else None


def parse_trend(text: str, grammar: Grammar | None = None) -> TypedTrend | None:
    """Return the trend of a text, or None for one without a known verb or with a negation."""
    return _parsed(text, grammar) if grammar else _in_english(text)


@lru_cache(maxsize=4096)  # `rose` stands in every profile
def _in_english(text: str) -> TypedTrend | None:
    return _parsed(text, load_grammar("en"))


def _parsed(text: str, grammar: Grammar) -> TypedTrend | None:
    folded = _folded(plain(text), grammar)
    words = re.findall(r"[^\W\d_]+", folded)
    if any(word in grammar.negations for word in words) or any(rate in folded for rate in grammar.rates):
        return None
    if compared := _compared(folded, grammar) or _signed(folded, grammar):
        return None if _worded(compared.others) else compared
    move = _move(words, grammar)
    if move is None:
        return None
    verbs = [word for word, meaning in grammar.moves.items() if meaning == move]
    before, after = re.split(rf"\b(?:{'|'.join(verbs)})\b", folded, maxsplit=1)
    amount, others = _amount(after, grammar)
    hedge = next((kind for phrase, kind in grammar.hedges.items() if f" {before}".endswith(f" {phrase} ")), Hedge.EXACT)
    unread = hedge is not Hedge.EXACT and move in {Move.UP, Move.DOWN} and amount is None
    others = (*grammar.others(before), *others)
    return None if unread or _worded(others) else TypedTrend(move=move, hedge=hedge, amount=amount, others=others)


def _folded(text: str, grammar: Grammar) -> str:
    """Return `twentyfold` and `20-fold` as the word the grammar has for that factor, or as no word at all."""
    known = {way: word for word, way in grammar.moves.items()}

    def factor(found: re.Match[str]) -> str:
        number = grammar.number(found[1])
        return found[0] if number is None else known.get(Decimal(number), f"{number} {grammar.rates[0]}")

    return re.sub(rf"(\w+)[- ]?{grammar.fold}\b", factor, text) if grammar.fold else text


def _compared(text: str, grammar: Grammar) -> TypedTrend | None:
    """Return a trend that begins with its amount: `37 % higher`, `30 million more than in 2000`."""
    ways = {word: Move(way) for word, way in grammar.comparatives.items() if way in set(Move)}
    found = re.match(rf"(.+?) ({'|'.join(ways)})\b(.*)", text)
    amount = parse_figure(found[1], grammar) if found else None
    if not found or amount is None or amount.value < 0 or _move(re.findall(r"[^\W\d_]+", found[3]), grammar):
        return None
    return TypedTrend(move=ways[found[2]], amount=amount, others=(*amount.others, *grammar.others(found[3])))


def _signed(text: str, grammar: Grammar) -> TypedTrend | None:
    """Return a trend that is an amount with a sign: `+37 %`, `−3 points`."""
    amount = parse_figure(text, grammar)
    if amount is None or not (amount.value < 0 or text.startswith("+")):
        return None
    if any(word in grammar.moves or word in grammar.comparatives for word in re.findall(r"[^\W\d_]+", text)):
        return None  # "-3 % higher" says two things
    size = replace(amount, value=abs(amount.value))
    return TypedTrend(move=Move.DOWN if amount.value < 0 else Move.UP, amount=size, others=amount.others)


def _move(words: list[str], grammar: Grammar) -> Move | Decimal | None:
    """Return the one move of a text; "rose threefold" is a factor, "rose, then fell" cannot be read."""
    moves = list(dict.fromkeys(grammar.moves[word] for word in words if word in grammar.moves))
    if len(moves) == 2 and moves[0] is Move.UP and isinstance(moves[1], Decimal):  # noqa: PLR2004 - a verb and a factor
        return moves[1]
    return moves[0] if len(moves) == 1 else None


def _amount(after: str, grammar: Grammar) -> tuple[TypedFigure | None, tuple[str, ...]]:
    """Return the amount after a verb, with or without "by", and the further numbers."""
    by = re.search(rf"\b(?:{'|'.join(grammar.by)})\s+(.+)$", after)
    amount = parse_figure(by[1] if by else after, grammar)
    unread = ("by",) if by and amount is None else ()
    return amount, (*unread, *(amount.others if amount else grammar.others(after)))


def _worded(others: tuple[str, ...]) -> bool:
    """Whether a text has further numbers in words, which cannot be compared."""
    return any(not other[0].isdigit() for other in others)


def trend_agrees(typed: TypedTrend, change: Change) -> bool:
    """Return whether the values moved as typed, by the amount that is stated."""
    if isinstance(typed.move, Decimal):
        return _multiplied(typed.move, typed.hedge, change)
    if typed.move is Move.STABLE:
        return _stable(change)
    moved = change.step > 0 if typed.move is Move.UP else change.step < 0
    return moved and (typed.amount is None or _by(typed.amount, change))


def _stable(change: Change) -> bool:
    if change.unit_kind in SHARES:
        return abs(change.last - change.first) <= STABLE_POINTS
    return change.percent is not None and abs(change.percent) <= STABLE_PERCENT


def _multiplied(factor: Decimal, hedge: Hedge, change: Change) -> bool:
    if change.first <= 0:
        return False
    ratio = change.last / change.first
    if hedge is Hedge.ABOVE:
        return factor < ratio <= factor + 1 if factor > 1 else ratio < factor
    if hedge is Hedge.BELOW:
        return factor * NEARLY <= ratio < factor if factor > 1 else factor < ratio <= factor / NEARLY
    low, high = FACTORS.get(factor, (factor - TENTH, factor + TENTH))
    return Decimal(low) <= ratio <= Decimal(high)


def _by(amount: TypedFigure, change: Change) -> bool:
    """Return whether the size of the change agrees: in per cent of the first value, points or units."""
    if (amount.percent and not amount.points) or amount.fraction:
        return change.percent is not None and agrees(amount, abs(change.percent))
    return agrees(amount, abs(change.last - change.first))


def trend_misfit(typed: TypedTrend, change: Change) -> str:
    """Return why the stated amount cannot be compared, or an empty string."""
    amount = typed.amount
    if amount and amount.points and change.unit_kind not in SHARES | (set() if amount.percent else {UnitKind.INDEX}):
        return "percentage points stand beside values that are no percentages"
    if (
        amount
        and amount.currency
        and (change.unit_kind is not UnitKind.CURRENCY or amount.currency not in change.symbol)
    ):
        return "a currency stands beside values that are no money of that kind"
    if amount and (wrong := mismeasured(amount, change.symbol)):
        return wrong
    if amount and (amount.percent or amount.fraction) and change.percent is None:
        return "a change from zero has no percentage"
    return ""
