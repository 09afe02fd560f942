"""Ranks as people type them, `third`, `34th of 60`, `second lowest`, and whether they agree with a ranking."""

import re
from dataclasses import dataclass

from generator.claims.grammar import Grammar, load_grammar, plain
from generator.data.ranking import Ranking


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedRank:
    """A rank as typed: the place, what it counts from (best, worst, high, low), and of how many; 0 where not said."""

    place: int
    counted: str = "best"
    of: int = 0


def parse_rank(text: str, grammar: Grammar | None = None) -> TypedRank | None:
    """Return the rank a text states, or None where it cannot be read as one."""
    grammar = grammar or load_grammar("en")
    words = [word for word in re.split(r"[\s\-\u2011]+", plain(text)) if word not in grammar.articles]
    place = grammar.ordinal(words[0]) if words else None
    rest = words[1:] if place is not None else words
    counted = grammar.places.get(rest[0], "") if rest else ""
    if place is None and not counted:
        return None
    of = _of(" ".join(rest[1:] if counted else rest), grammar)
    return None if of is None else TypedRank(place=place or 1, counted=counted or "best", of=of)


def _of(rest: str, grammar: Grammar) -> int | None:
    """Return the number after "of", 0 where there is no such word, None where it is no number."""
    for word in grammar.of:
        if rest.startswith(f"{word} "):
            found = grammar.number(rest[len(word) + 1 :].split(" ", maxsplit=1)[0].strip(",.;"))
            return 0 if found is None else found
    return 0


def place_of(ranking: Ranking, country: str, counted: str) -> int | None:
    """Return a country's place counted from the best or worst rank or the highest or lowest value; ties share it."""
    row = ranking.of(country)
    if row is None:
        return None
    if counted in {"best", "worst"}:
        better = [r for r in ranking.rows if (r.rank < row.rank if counted == "best" else r.rank > row.rank)]
        return len(better) + 1
    values = [r.observation.value or 0.0 for r in ranking.rows if r.rank != row.rank]
    own = row.observation.value or 0.0
    return 1 + sum(value > own if counted == "high" else value < own for value in values)


def rank_agrees(typed: TypedRank, ranking: Ranking, country: str) -> bool:
    """Return whether a typed rank is the country's, and its population the ranking's where it is stated."""
    return place_of(ranking, country, typed.counted) == typed.place and typed.of in {0, len(ranking.rows)}
