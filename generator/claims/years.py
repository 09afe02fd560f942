"""The year that a sentence names beside a figure: it is the figure's own.

Only what can mean nothing else is compared: `In 2019 there were 18.5 million`, `18.5 million people in 2019`, and of a
change `since 2010` and `between 2010 and 2019`. `In 2021 prices` is no year of a figure, nor is one of another clause.
"""

import re
from collections.abc import Iterator

from generator.claims.bound import BoundValue
from generator.content.references import Reference, Scheme
from generator.diagnostics import Diagnostic
from generator.rules import Rule

__all__ = ("check_years",)

_YEAR = r"((?:1[89]|20)\d\d)"
_WORD = r"[^\W\d_][\w’'-]*"
_FEW = rf"\s*(?:(?!{_WORD}ed\s)({_WORD})\s+)?(?:(?:in|of)\s+(?:the\s+)?{_WORD}\s+)?"
"""Words between a figure and its year, and no verb: `people`, `of the land`, `people in Estonia`."""
_CLOSES = r"(?=\s*(?:$|[.;:!?)]|,(?!\s*(?:and\s|or\s)?\s*\d)))"
"""Behind a year that belongs to what was said before it: no `in 2021 prices`, no `in 2019 and 2024`."""
_IN_BEHIND = re.compile(rf"{_FEW}in\s+{_YEAR}{_CLOSES}")
_SINCE = re.compile(rf"\s*since\s+{_YEAR}{_CLOSES}")
_BETWEEN = re.compile(rf"\s*(?:between\s+{_YEAR}\s+and|from\s+{_YEAR}\s+to)\s+{_YEAR}{_CLOSES}")
_VERBS = r"(?:counted|had|numbered|stood\s+at|was|were)"
_BEFORE = re.compile(rf"(?:^|[.!?]\s)\s*In\s+{_YEAR},?\s+(?:((?:{_WORD}\s+){{0,3}}?){_VERBS}\s+)?$")
_TURNS = frozenset(
    (
        *("after", "against", "although", "and", "as", "before", "but", "compared", "despite", "from", "or", "since"),
        *("than", "that", "though", "until", "versus", "when", "where", "which", "while", "who", "whose"),
        *("dollars", "euros", "ppp", "prices", "purchasing", "terms"),
        *("aim", "estimate", "figure", "forecast", "goal", "latest", "number", "plan", "projection", "target"),
        *("are", "born", "had", "has", "have", "is", "seen", "set", "was", "were"),
    )
)
"""Words behind which a sentence may speak of another time, another thing, or of what money was worth."""


def check_years(reference: Reference, found: BoundValue | None) -> Iterator[Diagnostic]:
    """Yield a warning if the sentence names another year than the one its figure is of."""
    if found is None or not found.year or reference.option("quoted"):
        return
    named = _named_of_trend(reference) if reference.scheme is Scheme.TREND else _named(reference)
    own = found.year.split("–")
    if named and named != own[: len(named)]:
        message = f"The sentence says {'–'.join(named)}, the figure is of {found.year}."
        yield reference.fault(Rule.YEAR_DISAGREES, message, _hint(named, own))


def _named(reference: Reference) -> list[str]:
    """Return the year in which the sentence says that a figure was so, if it says one."""
    if (behind := _IN_BEHIND.match(reference.after)) and _is_plain(behind[1] or ""):
        return [behind[2]]
    before = _BEFORE.search(reference.before)
    return [before[1]] if before and _is_plain(before[2] or "") else []


def _named_of_trend(reference: Reference) -> list[str]:
    """Return the years between which the sentence says that a figure changed, or the first of them."""
    if behind := _BETWEEN.match(reference.after):
        return [behind[1] or behind[2], behind[3]]
    since = _SINCE.match(reference.after)
    return [since[1]] if since else []


def _is_plain(words: str) -> bool:
    return _TURNS.isdisjoint(words.lower().split())


def _hint(named: list[str], own: list[str]) -> str:
    """Return the years to write, and those to refer to, if they can be."""
    years = [*named, *own[len(named) :]]
    other = f", or refer to @{'..'.join(years)} if the data have it" if sorted(set(years)) == years else ""
    return f"Write {'–'.join(own[: len(named)])}{other}."
