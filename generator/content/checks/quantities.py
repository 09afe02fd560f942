"""Quantities in a text, in figures or English words: `5.2 %`, `ten thousand`, `doubled`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

BOUND = "\ufffc"
"""A character in place of a bound figure, so that the words around it are not read as one."""

FIGURES = re.compile(
    r"(?<![\w.,/#§-])(?<!§\s)[$€£]?[-−]?\d[\d,.\u00a0\u202f]*(?:"
    r"\s?(?:%|per cent|percentage points?|thousand|million|billion|trillion)"
    r"|(?<=\d,\d{3})|(?<=\d\.\d)|(?<=\d\.\d\d))(?!\w|\.\d|,\d-|\s?[ap]\.?m\b)"
)
_OF_PART = re.compile(
    r"\b(?:room|version|release|chapter|section|part|article|paragraph|item|step|figure|fig\.|table|annex|appendix"
    r"|no\.|nos\.|pp?\.|vol\.|sect\.|ch\.)[ \u00a0\n]$",
    re.IGNORECASE,
)
"""What has numbers with a point, which count nothing."""
_GAP = r"(?:[ \u00a0\u202f\u2011-]| ?\n[ >]*)"
"""A gap, for each space of the patterns: a space, a hyphen or a line end, but no empty line."""

_UNIT = "(?:one|two|three|four|five|six|seven|eight|nine)"
_TEN = "(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
_TEEN = "(?:ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)"
_NUMBER = f"(?:{_TEN}(?: {_UNIT})?|{_TEEN}|{_UNIT}(?: and a half)?)"
_SIZE = "(?:dozen|thousand|million|billion|trillion)"
_PART = "(?:third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth|twelfth|twentieth|hundredth|thousandth)"
_TIME = "(?:years?|decades?|century|centuries|months?|weeks?|days?|hours?|minutes?|seasons?|nineties|[0-9]{4}s)"
_LONG = f"(?! (?:of )?(?:an?|the|this|that|last) {_TIME})"  # a quarter of a century
_HEDGE = "(?:about|around|roughly|almost|nearly|over|under|than|some|only|barely|hardly)"
_WHOSE = "(?:the|that|those|this|its|their|his|her|our|what)"
_MORE = "(?:more|less|fewer|higher|lower|larger|smaller|greater)"
_DO = "(?:are|were|have|had|do|did|live|lived|say|said)"
_THEN = "(?:in|on|at|to|by|from|of|off|and|or|but|as|between|since|over|during|within|after|until|when|while|against)"

NO_QUANTITIES = (
    "(?:per|of|in|every|each|for)(?: every| each)? (?:an?|one) (?:hundred|thousand)",  # the base of a rate
    f"(?:per|every|each) {_NUMBER} (?:hundred|{_SIZE})",
    f"an? hundred(?! (?:and|{_SIZE}|per ?cent))",  # a hundred points
    "(?:first|second|latter|last|former|other|better|upper|lower|northern|southern|eastern|western) half",
    f"{_NUMBER} and a half(?! (?:hundred|{_SIZE}|times|per ?cent))",
    "and a half",  # a minute and a half
    f"(?:is|are|was|were|be) (?:two|three) ?fold(?! (?:as|{_WHOSE})\\b)",  # of two parts
)
CHANGES = (
    "doubl(?:ed|es|ing)(?! (?:back|up|down|as|tennis|match|title|final|player)\\b)|(?:trebl|tripl|quadrupl|quintupl)(?:ed|es|ing)|halv(?:ed|ing)",
    f"(?:double|treble|triple|twice|thrice)(?= (?:as|{_WHOSE})\\b)",
    f"(?:{_NUMBER}|hundred|thousand|[0-9]+) ?fold|(?:multiplied by|factor of) (?:{_NUMBER}|[0-9]+)",
    f"{_NUMBER} times(?! (?:an?|per|each|every|in|during|since|between|before|on|at)\\b)",
    f"(?<![.,])[0-9][0-9.,]*+ times(?= (?:as|{_WHOSE}|{_MORE})\\b)",
)
AMOUNTS = (
    f"(?:{_NUMBER}|half an?|(?:an?|one|three) quarters? of an?|an?(?: hundred)?|{_NUMBER} hundred) {_SIZE}|{_NUMBER} hundred",
    f"(?:{_NUMBER}|an? hundred) (?:per ?cent|percentage points?)",
    f"{_NUMBER} (?:in|out of) (?:every )?(?:{_NUMBER}(?! (?:{_TIME}|{_SIZE}))|an? (?:hundred|thousand|million))",
    f"one (?!quarter){_PART}|(?:an?|one) {_PART}(?= (?:of|as|{_DO}|{_MORE})\\b){_LONG}",
    f"(?!two quarters){_UNIT} {_PART}s{_LONG}|(?:an?|one) half|half(?= (?:of|as|all|is|was|{_DO}|{_WHOSE})\\b){_LONG}|in half",
    f"(?P<lead>{_HEDGE} )(?:half(?! (?:an?|way|past|time)\\b)|an? {_PART}){_LONG}",
    f"(?P<by>by )(?:half|an? {_PART})(?! (?!{_THEN}\\b)\\w)",
)


def _pattern(*alternatives: str) -> str:
    return "|".join(alternatives).replace(" ", _GAP)


_SMALL = str.maketrans(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZ\u017f\u212a\u0130\u0131",  # besides capitals what a pattern that ignores case takes for s, k, i
    "abcdefghijklmnopqrstuvwxyzskii",
)
"""Small letters for all that stand for them, one for one: so patterns take a third of the time."""


@cache
def _words() -> re.Pattern[str]:
    """Return what finds quantities in small letters; start-up time: compiled for the first text."""
    alternatives = rf"(?P<none>{_pattern(*NO_QUANTITIES)})|(?P<change>{_pattern(*CHANGES)})|{_pattern(*AMOUNTS)}"
    return re.compile(rf"(?<![\w-])(?:{alternatives})(?!\w)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A quantity in a text; `is_change` for one that compares two values: `doubled`."""

    start: int
    end: int
    text: str
    is_change: bool = False


def find_quantities(text: str) -> Iterator[Quantity]:
    """Yield the quantities of a text in order."""
    found = [
        Quantity(start=figure.start(), end=figure.end(), text=figure[0])
        for figure in FIGURES.finditer(text)
        if not _is_number_of_part(figure)
    ]
    starts = {each.start for each in found}
    small = text.translate(_SMALL)
    in_words = (_in_words(words, text) for words in _words().finditer(small) if not words["none"])
    yield from sorted((*found, *(each for each in in_words if each.start not in starts)), key=lambda each: each.start)


def _is_number_of_part(figure: re.Match[str]) -> bool:
    """Whether a figure numbers something: `chapter 2.3`, `version 1.5`."""
    before = figure.string[max(0, figure.start() - 12) : figure.start()]
    return re.fullmatch(r"\d+\.\d+", figure[0]) is not None and _OF_PART.search(before) is not None


def _in_words(found: re.Match[str], text: str) -> Quantity:
    """Return a quantity in words, as it stands in the text, without words before it: `nearly`, `by`."""
    start = found.start() + len(found["lead"] or found["by"] or "")
    words = " ".join(text[start : found.end()].split())
    return Quantity(start=start, end=found.end(), text=words, is_change=bool(found["change"]))
