"""Strings for readers: one gettext catalogue for Python and templates.

The source language is English; other languages are compiled catalogues under ``generator/locale/``.
"""

from gettext import NullTranslations, translation
from pathlib import Path

LOCALE = Path(__file__).parent / "locale"


def translations(language: str) -> NullTranslations:
    """Return the catalogue of a language; English is its own source."""
    return translation("messages", localedir=LOCALE, languages=[language], fallback=True)


_english = translations("en")


def gettext(text: str) -> str:
    """Return the reader's string for a source string."""
    return _english.gettext(text)


def ngettext(one: str, many: str, count: int) -> str:
    """Return the reader's string in singular or plural, by `count`."""
    return _english.ngettext(one, many, count)
