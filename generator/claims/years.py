"""The year that a sentence names around a figure: it is the figure's own.

What cannot mean the figure is not taken for its year: `in 2021 prices`, `in 1991 the country became independent, and`.
"""

import re
from collections.abc import Iterator

from generator.claims.bound import BoundValue
from generator.content.references import Reference, Scheme
from generator.diagnostics import Diagnostic
from generator.rules import Rule

__all__ = ("check_years",)

_YEAR = r"((?:1[89]|20)\d\d)(?![\w%]|[-–/]\d|[,.]\d)"
_WORDS = r"[^.,;:!?()\d–—]"
"""Signs of one clause without another figure."""
_CLOSES = r"(?=\s*(?:$|[.,;:!?)–—]|and\b|but\b|while\b))"
"""Behind a year that belongs to what was said before it: no `in 2021 prices`."""
_IN_BEHIND = re.compile(rf"{_WORDS}{{0,80}}?\bin {_YEAR}{_CLOSES}")
_BEFORE = re.compile(rf"(?:^|[.!?]\s+)\s*In {_YEAR},?\s+({_WORDS}*)$")
_SINCE = re.compile(rf"{_WORDS}{{0,80}}?\bsince {_YEAR}{_CLOSES}")
_BETWEEN = re.compile(rf"{_WORDS}{{0,80}}?\b(?:between {_YEAR} and|from {_YEAR} to) {_YEAR}{_CLOSES}")
_TURNS = frozenset(
    [
        "after",
        "and",
        "before",
        "but",
        "by",
        "now",
        "since",
        "that",
        "then",
        "today",
        "until",
        "when",
        "where",
        "which",
        "while",
        "who",
    ]
)
"""Words behind which a sentence may speak of another time."""


def check_years(reference: Reference, found: BoundValue | None) -> Iterator[Diagnostic]:
    """Yield a warning if the sentence names another year than the one its figure is of."""
    if found is None or not found.year or reference.option("quoted"):
        return
    named = _named_of_trend(reference) if reference.scheme is Scheme.TREND else _named(reference)
    own = found.year.split("–")
    if named and named != own[: len(named)]:
        message = f"The sentence says {'–'.join(named)}, the figure is of {found.year}."
        yield reference.fault(
            Rule.YEAR_DISAGREES, message, f"Write {_phrase(own, named)}, or refer to @{_at(named, own)}."
        )


def _named(reference: Reference) -> list[str]:
    """Return the year in which the sentence says that a figure was so, if it says one."""
    if behind := _IN_BEHIND.match(reference.after):
        return [behind[1]]
    before = _BEFORE.search(reference.before)
    return [before[1]] if before and _TURNS.isdisjoint(before[2].lower().split()) else []


def _named_of_trend(reference: Reference) -> list[str]:
    """Return the years between which the sentence says that a figure changed, or the first of them."""
    if behind := _BETWEEN.match(reference.after):
        return [behind[1] or behind[2], behind[3]]
    since = _SINCE.match(reference.after)
    return [since[1]] if since else []


def _phrase(own: list[str], named: list[str]) -> str:
    return "–".join(own[: len(named)])


def _at(named: list[str], own: list[str]) -> str:
    return "..".join((*named, *own[len(named) :]))
