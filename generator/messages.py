"""Strings for readers: one gettext catalogue for Python and templates.

The source language is English; other languages are compiled catalogues under ``generator/locale/``. Strings speak of
countries; a site of regions says with `speak` what stands in that place.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from gettext import NullTranslations, translation
from pathlib import Path

LOCALE = Path(__file__).parent / "locale"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """The words for what a site has pages of, for the parts they are grouped by, and for the whole."""

    one: str = "country"
    many: str = "countries"
    article: str = "a"
    area: str = "region"
    areas: str = "regions"
    whole: str = "the world"


OF_COUNTRIES = Wording()
"""The words that strings are written with."""

_SPOKEN = [OF_COUNTRIES]
"""The words of this process's site, as a process has one language."""

_WORDS = re.compile(
    r"\{[^{}]*\}|'[^']*'|`[^`]*`"  # placeholders and what is quoted stay
    r"|(?<![\w/.])(?:(?P<article>[Aa])n? )?(?P<word>[Cc]ountr(?:y|ies)|[Rr]egions?|(?P<across>[Aa]round )?[Tt]he world)"
    r"(?![\w/]|[.,:=]\w)"
)


def speak(wording: Wording) -> None:
    """Let every string of this process speak of regions, say, instead of countries."""
    _SPOKEN[0] = OF_COUNTRIES if wording == OF_COUNTRIES else wording


def worded(text: str) -> str:
    """Return a string with the words of the site: `Find a country` as `Find an oblast`."""
    spoken = _SPOKEN[0]
    return text if spoken is OF_COUNTRIES else _worded(text, spoken)


@lru_cache(maxsize=4096)
def _worded(text: str, wording: Wording) -> str:
    return _WORDS.sub(lambda found: _word(found, wording) if found["word"] else found[0], text)


def _word(found: re.Match[str], wording: Wording) -> str:
    """Return what stands for `a country`, `regions` or `around the world`, with its capital."""
    word = found["word"].lower()
    if word.endswith("the world"):
        said = f"across {wording.whole}" if found["across"] else wording.whole
    else:
        said = {"country": wording.one, "countries": wording.many, "region": wording.area, "regions": wording.areas}[
            word
        ]
    if found["article"]:
        article = wording.article if word == "country" else article_of(said)
        said = f"{article} {said}"
    return capital(said) if found[0][0].isupper() else said


def capital(text: str) -> str:
    """Return a text with a capital at its beginning."""
    return text[:1].upper() + text[1:]


def article_of(word: str) -> str:
    """Return the article that a word most likely takes: `an oblast`, `a unitary authority`."""
    return "an" if re.match("(?!uni|eu)[aeiou]", word.lower()) else "a"


def translations(language: str) -> NullTranslations:
    """Return the catalogue of a language; English is its own source."""
    return translation("messages", localedir=LOCALE, languages=[language], fallback=True)


_english = translations("en")


def gettext(text: str) -> str:
    """Return the reader's string for a source string."""
    return worded(_english.gettext(text))


def ngettext(one: str, many: str, count: int) -> str:
    """Return the reader's string in singular or plural, by `count`."""
    return worded(_english.ngettext(one, many, count))
