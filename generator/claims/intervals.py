"""Intervals of ranks as people type them: `between 44th and 54th`, `44th to 54th of 173`."""

import re
from dataclasses import dataclass

from generator.claims.grammar import Grammar, load_grammar, plain


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedInterval:
    """An interval of ranks as typed, and of how many (0: not said)."""

    low: int
    high: int
    of: int = 0


def parse_interval(text: str, grammar: Grammar | None = None) -> TypedInterval | None:
    """Return the interval of a text; None for an unreadable one.

    A single place, `3rd`, is an interval whose ends are one.
    """
    grammar = grammar or load_grammar("en")
    written, of = _without_count(_bare(text, grammar), grammar)
    if of is None:
        return None
    ends = next(
        (found.group("low", "high") for way in grammar.intervals if (found := _way(way).fullmatch(written))), None
    )
    low, high = (_place(word, grammar) for word in ends or (written, written))
    return None if low is None or high is None else TypedInterval(low=low, high=high, of=of)


def _bare(text: str, grammar: Grammar) -> str:
    """Return the text without articles and words like `ranked`."""
    left_out = {*grammar.articles, *grammar.leads} - {"in"}
    return " ".join(word for word in plain(text).split() if word not in left_out)


def _without_count(text: str, grammar: Grammar) -> tuple[str, int | None]:
    """Return the text before `of 173`, and the number: 0 where none is given, None for an unreadable one."""
    for word in sorted(grammar.of, key=len, reverse=True):
        before, found, after = text.partition(f" {word} ")
        if found:
            return before, grammar.number(after)
    return text, 0


def _way(pattern: str) -> re.Pattern[str]:
    return re.compile(re.escape(pattern).replace(r"\{low\}", r"(?P<low>\S+?)").replace(r"\{high\}", r"(?P<high>\S+)"))


def _place(word: str, grammar: Grammar) -> int | None:
    found = grammar.ordinal(word)
    return grammar.number(word) if found is None and word.isdigit() else found
