"""How a language writes figures, ranks and trends: separators and words, read from ``grammars/<language>.toml``."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Grammar:
    """The words and signs of one language; see the comments of its file."""

    thousands: str
    decimal: str
    percent: tuple[str, ...]
    points: tuple[str, ...]
    by: tuple[str, ...]
    of: tuple[str, ...]
    articles: tuple[str, ...]
    negations: tuple[str, ...]
    numbers: tuple[str, ...]
    nothing: tuple[str, ...]
    ordinals: tuple[str, ...]
    ordinal_endings: tuple[str, ...]
    magnitudes: Mapping[str, int]
    hedges: Mapping[str, str]
    """Words to near, above or below."""
    fractions: Mapping[str, str]
    """Words to per cent."""
    places: Mapping[str, str]
    """Superlatives to best, worst, high or low."""
    moves: Mapping[str, str]
    """Verbs to up, down, stable or the factor of a change."""

    def number(self, word: str) -> int | None:
        """The number a word or digits mean: `three` and `3` are 3; None for anything else."""
        if word in self.nothing:
            return 0
        return self.numbers.index(word) if word in self.numbers else int(word) if _digits(word) else None

    def ordinal(self, word: str) -> int | None:
        """The place a word or figure means: `third` and `3rd` are 3; None for anything else."""
        if word in self.ordinals:
            return self.ordinals.index(word) + 1
        ending = next((e for e in self.ordinal_endings if word.endswith(e)), "")
        figure = word.removesuffix(ending)
        return int(figure) if ending and _digits(figure) else None

    def hedge(self, text: str) -> tuple[str, str]:
        """The kind of a text's hedge, empty if it has none, and the rest of the text."""
        words = next((words for words in self.hedges if text.startswith(f"{words} ")), "")
        return (self.hedges[words], text[len(words) + 1 :]) if words else ("", text)


def _digits(word: str) -> bool:
    return word.isascii() and word.isdigit()


@cache
def load_grammar(language: str) -> Grammar:
    """Return the grammar of a language; raises FileNotFoundError where there is none."""
    text = files("generator.claims").joinpath("grammars", f"{language}.toml").read_text(encoding="utf-8")
    return Grammar(**{name: _frozen(value) for name, value in tomllib.loads(text).items()})


def _frozen(value: Any) -> Any:  # noqa: ANN401 - what TOML holds
    return tuple(value) if isinstance(value, list) else value


def plain(text: str) -> str:
    """Return a text with single spaces and in lower case, as the words of a grammar are."""
    return " ".join(text.replace("\u00a0", " ").replace("\u202f", " ").split()).lower()
