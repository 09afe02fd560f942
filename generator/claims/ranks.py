"""Ranks as people type them, `third`, `34th of 60`, and whether they agree with a ranking."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import dropwhile

from generator.claims.grammar import Grammar, load_grammar, plain
from generator.data.ranking import Ranking


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedRank:
    """A rank as typed: the place, its end (best, worst, high, low), and of how many (0: not said)."""

    place: int
    counted: str = "best"
    of: int = 0
    others: tuple[str, ...] = ()
    """Further numbers in the text; only the year is allowed."""
    alone: bool = False
    """Whether it excludes a tie: `higher than any other`."""
    shared: bool = False
    """Whether it states a tie: `joint third`, `=3rd`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A country's place in a ranking: of how many, whether others share it, and counted from each end."""

    of: int
    tied: bool
    ends: Mapping[str, int]
    """By end: best, worst, high, low."""

    @property
    def rank(self) -> int:
        """The place from the best."""
        return self.ends["best"]


def parse_rank(text: str, grammar: Grammar | None = None) -> TypedRank | None:
    """Return the rank of a text, or None for an unreadable one."""
    grammar = grammar or load_grammar("en")
    if beyond := _beyond(plain(text), grammar):
        return beyond
    words = _words(text, grammar)
    if any(word in grammar.negations or word in grammar.nothing for word in words):
        return None
    place = _place(words, text, grammar)
    rest = words[1:] if place is not None else words
    counted = _counted(rest, grammar)
    if counted is None or (place is None and (not rest or rest[0] not in grammar.places)):
        return None
    of, others = _of(" ".join(rest), grammar)
    if not _figures(others):
        return None
    shared = "=" in text or any(word in grammar.shared for word in plain(text).split())
    return TypedRank(place=place or 1, counted=counted, of=of, others=others, shared=shared)


def _place(words: list[str], text: str, grammar: Grammar) -> int | None:
    """Return the place at the start: an ordinal, or an unmistakable number (`No. 2`, `52 of 179`)."""
    if not words:
        return None
    numbered = any(word in grammar.numbered for word in plain(text).split()) or "#" in text
    if numbered or (words[0].isdigit() and words[1:2] and words[1] in grammar.of):
        return grammar.ordinal(words[0]) or grammar.number(words[0])
    return grammar.ordinal(words[0])


def _beyond(text: str, grammar: Grammar) -> TypedRank | None:
    """Return `higher than any other` and the like as the first place from that end."""
    ends, beyond = "|".join(grammar.comparatives), "|".join(grammar.beyond)
    found = re.search(rf"\b({ends})(?: \w+){{0,2}} (?:{beyond})\b(.*)", text)
    if not found:
        return None
    counted = {"up": "high", "down": "low"}.get(grammar.comparatives[found[1]], grammar.comparatives[found[1]])
    others = grammar.others(text[: found.start()] + found[2])
    return TypedRank(place=1, counted=counted, others=others, alone=True) if _figures(others) else None


def _figures(others: tuple[str, ...]) -> bool:
    return all(other[0].isdigit() for other in others)


def _words(text: str, grammar: Grammar) -> list[str]:
    """Return the words of a rank without articles and words like `ranked`."""
    written = plain(text)
    for turn, rank in grammar.turns.items():
        written = re.sub(rf"\b{turn}\b", rank, written)
    words = [word.strip(",;=#") for word in re.split(r"[\s\-]+", written)]
    words = [word for word in words if word and word not in grammar.articles]
    words = list(dropwhile(lambda word: word in (*grammar.leads, *grammar.shared, *grammar.numbered), words))
    compound = "-".join(words[:2])
    return [compound, *words[2:]] if words and words[0] in grammar.tens and grammar.ordinal(compound) else words


def _counted(rest: list[str], grammar: Grammar) -> str | None:
    """Return the end that a rank counts from; None for unknown words or two ends."""
    ends = {grammar.places[word] for word in rest if word in grammar.places}
    unknown = rest and rest[0].endswith(grammar.superlative) and rest[0] not in grammar.places
    return None if unknown or len(ends) > 1 else next(iter(ends), "best")


def _of(rest: str, grammar: Grammar) -> tuple[int, tuple[str, ...]]:
    """Return the number after "of", 0 where there is none, and the further numbers."""
    for word in sorted(grammar.of, key=len, reverse=True):
        before, found, after = f" {rest}".partition(f" {word} ")
        number = grammar.number(after.split(" ", maxsplit=1)[0].strip(",.;")) if found else None
        if number is not None:
            return number, grammar.others(f"{before} {after.partition(' ')[2]}")
    return 0, grammar.others(rest)


def place_of(ranking: Ranking, country: str) -> Place | None:
    """Return a country's place from the best and the worst, from the highest and the lowest value."""
    row = ranking.of(country)
    if row is None:
        return None
    others = [other for other in ranking.rows if other.rank != row.rank]
    own, values = row.observation.value or 0.0, [other.observation.value or 0.0 for other in others]
    better = sum(other.rank < row.rank for other in others)
    higher = sum(value > own for value in values)
    ends = {"best": better, "worst": len(others) - better, "high": higher, "low": sum(value < own for value in values)}
    return Place(of=len(ranking.rows), tied=row.tied, ends={end: 1 + count for end, count in ends.items()})


def rank_agrees(typed: TypedRank, place: Place) -> bool:
    """Return whether a typed rank, and its "of how many" if stated, are right."""
    shared, unshared = typed.alone and place.tied, typed.shared and not place.tied
    return not (shared or unshared) and place.ends[typed.counted] == typed.place and typed.of in {0, place.of}
