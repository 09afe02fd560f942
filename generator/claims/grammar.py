"""A language's figures, ranks and trends: separators and words from ``grammars/<language>.toml``."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from functools import cache, cached_property
from importlib.resources import files
from typing import Any


class Hedge(StrEnum):
    """What words before a figure allow it to be: `about`, `more than`, `nearly`, `at least`, `at most`."""

    EXACT = ""
    NEAR = "near"
    ABOVE = "above"
    BELOW = "below"
    LEAST = "least"
    MOST = "most"


class Move(StrEnum):
    """Which way a trend goes, if it is no factor."""

    UP = "up"
    DOWN = "down"
    STABLE = "stable"


@dataclass(frozen=True, kw_only=True)
class Grammar:
    """The words and signs of one language; see the comments of its file."""

    thousands: str
    decimal: str
    percent: tuple[str, ...]
    points: tuple[str, ...]
    by: tuple[str, ...]
    of: tuple[str, ...]
    articles: tuple[str, ...]
    leads: tuple[str, ...]
    per: tuple[str, ...]
    one_in: tuple[str, ...]
    rates: tuple[str, ...]
    negations: tuple[str, ...]
    superlative: str
    beyond: tuple[str, ...]
    numbers: tuple[str, ...]
    nothing: tuple[str, ...]
    ordinals: tuple[str, ...]
    ordinal_endings: Mapping[str, tuple[str, ...]]
    """Endings of ordinals by the last digits of the figure; the longest match wins, 11 before 1."""
    tens: Mapping[str, int]
    phrases: Mapping[str, str]
    currencies: Mapping[str, str]
    magnitudes: Mapping[str, int]
    hedges: Mapping[str, Hedge]
    """Words before a figure to what they allow."""
    fractions: Mapping[str, str]
    """Words to per cent."""
    places: Mapping[str, str]
    """Superlatives to best, worst, high or low."""
    comparatives: Mapping[str, str]
    """Comparatives to up, down, best or worst."""
    moves: Mapping[str, Move | Decimal]
    """Verbs to the way a trend goes, or to its factor."""
    bases: Mapping[str, int]
    """Words to what a rate is counted per."""
    units: Mapping[str, str]
    """Words of measure to what the unit of the data must then say."""
    percent_first: tuple[str, ...] = ()
    """Words and signs of per cent that stand before their number."""
    shared: tuple[str, ...] = ()
    numbered: tuple[str, ...] = ()
    intervals: tuple[str, ...] = ()
    """How two ranks are joined, `between {low} and {high}`."""
    fold: str = ""
    turns: Mapping[str, str] = field(default_factory=dict)
    """Other words for a rank, `second to none`, to the rank."""

    def number(self, word: str) -> int | None:
        """The number of a word or digits: `three`, `3`, `twenty-five`; None for anything else."""
        if word in self.nothing:
            return 0
        if _digits(word):
            return int(word)
        return self.numbers.index(word) if word in self.numbers else self._compound(word, self.numbers[:10])

    def ordinal(self, word: str) -> int | None:
        """The rank of a word or figure: `third`, `3rd`, `twenty-third`; None for anything else."""
        if word in self.ordinals:
            return self.ordinals.index(word) + 1
        figure = word[: len(word) - len(word.lstrip(_FIGURES))]
        if figure and word[len(figure) :] in self.endings(figure):
            return int(figure)
        return self._compound(word, ("", *self.ordinals[:9]))

    def endings(self, figure: str) -> tuple[str, ...]:
        """The endings with which a figure is an ordinal: `st` for 21, `th` for 11."""
        fitting = [tail for tail in self.ordinal_endings if figure.endswith(tail)]
        return self.ordinal_endings[max(fitting, key=len)] if fitting else ()

    def respelt(self, text: str) -> str:
        """The text with wrong ordinal endings put right, `115th` for `115st`; empty if none was wrong."""

        def right(found: re.Match[str]) -> str:
            endings = self.endings(found[1])
            return found[0] if not endings or found[2].lower() in endings else found[1] + endings[0]

        corrected = self._ordinal.sub(right, text)
        return corrected if corrected != text else ""

    @cached_property
    def _ordinal(self) -> re.Pattern[str]:
        """A figure with the ending of an ordinal."""
        known = sorted({e for endings in self.ordinal_endings.values() for e in endings}, key=len, reverse=True)
        return re.compile(rf"([0-9]+)({'|'.join(map(re.escape, known))})(?!\w)", flags=re.IGNORECASE)

    @cached_property
    def _per(self) -> re.Pattern[str]:
        """A number that belongs to a unit: `per 1,000`."""
        return re.compile(rf"\b(?:{'|'.join(self.per)}) [0-9][0-9,.]*")

    @cached_property
    def _counting(self) -> frozenset[str]:
        """Words that are numbers, ordinals or fractions."""
        return frozenset((*self.numbers, *self.tens, *self.ordinals, *(w.split()[-1] for w in self.fractions)))

    def _compound(self, word: str, units: tuple[str, ...]) -> int | None:
        """The number of a word: `twenty-five`, or of a unit alone."""
        ten, hyphen, unit = word.replace("\u2011", "-").partition("-")
        if ten not in self.tens or (hyphen and unit not in units[1:]) or not (hyphen or units[0]):
            return None
        return self.tens[ten] + (units.index(unit) if hyphen else 0)

    def others(self, text: str) -> tuple[str, ...]:
        """The numbers and fractions in the text after a figure; one after "per" belongs to the unit."""
        rest, known = self._per.sub("", text), self._counting
        return tuple(
            w.rstrip(",.") for w in re.findall(r"[0-9][0-9,.]*|[^\W\d_]+", rest) if w[0].isdigit() or w in known
        )

    def base(self, text: str) -> int:
        """The base of a rate from the text after it, `per 1,000`, `per million`, `‰`; 0 if none."""
        if text.lstrip().startswith("‰"):
            return 1000
        found = re.search(rf"\b(?:{'|'.join(self.per)}) ([0-9][0-9,. ]*|[^\W\d_]+)", text)
        digits = re.sub("[^0-9]", "", found[1]) if found else ""
        return int(digits) if digits else self.bases.get(found[1], 0) if found else 0

    def measure(self, words: Iterable[str]) -> str:
        """The words that the unit must have, given those after a figure; empty if none are needed."""
        return next((self.units[word] for word in words if word in self.units), "")

    def rewritten(self, text: str) -> str:
        """The text with a phrase at its start as a figure: `a dozen` is 12, `minus 3` is -3."""
        begun = (words for words in self.phrases if text.startswith(words))
        found = next((words for words in begun if re.match(rf"{re.escape(words)}(?:\b|(?<=\W))", text)), "")
        return self._sign_behind(self.phrases[found] + text[len(found) :] if found else text)

    def _sign_behind(self, text: str) -> str:
        """The text with a leading per cent sign put behind its number: `%5` and `yüzde 5` become `5 %`."""
        first = next((sign for sign in self.percent_first if text.startswith(sign)), None)
        return re.sub(r"^[\w.,]+", rf"\g<0> {self.percent[0]}", text[len(first) :].lstrip()) if first else text

    def hedge(self, text: str) -> tuple[Hedge, str]:
        """What a text's first words allow its figure to be, and the rest of the text."""
        words = next((words for words in self.hedges if text.startswith(f"{words} ")), "")
        return (self.hedges[words], text[len(words) + 1 :]) if words else (Hedge.EXACT, text)


_PLAIN = {0xA0: " ", 0x202F: " ", 0x2009: " ", 0x2010: "-", 0x2011: "-"}


_FIGURES = "0123456789"


def _digits(word: str) -> bool:
    return word.isascii() and word.isdigit()


@cache
def load_grammar(language: str) -> Grammar:
    """Return the grammar of a language tag, `de` or `de-AT`; English if it has no file."""
    folder = files("generator.claims").joinpath("grammars")
    file = folder.joinpath(f"{language.partition('-')[0].lower()}.toml")
    text = (file if file.is_file() else folder.joinpath("en.toml")).read_text(encoding="utf-8")
    words = {name: _frozen(value) for name, value in tomllib.loads(text).items()}
    hedges = {phrase: Hedge(kind) for phrase, kind in words["hedges"].items()}
    moves = {verb: Move(way) if way in set(Move) else Decimal(way) for verb, way in words["moves"].items()}
    return Grammar(**{**words, "hedges": hedges, "moves": moves})


def _frozen(value: Any) -> Any:  # noqa: ANN401 - what TOML holds
    if isinstance(value, dict):
        return {key: _frozen(each) for key, each in value.items()}
    return tuple(value) if isinstance(value, list) else value


def plain(text: str) -> str:
    """Return a text with single spaces and in lower case, as the words of a grammar are."""
    return " ".join(plain_signs(text).split()).lower()


def plain_signs(text: str) -> str:
    """Return a text with ordinary spaces and hyphens for those that do not break."""
    return text.translate(_PLAIN)
