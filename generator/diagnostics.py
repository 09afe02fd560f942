"""Problems as values: a rule, a place, a message and what to write instead."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches
from enum import StrEnum

from generator.rules import Rule


class Severity(StrEnum):
    """The weight of a diagnostic: an error stops the build, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Location:
    """A place in a source file; prints as ``content/countries/kazakhstan.md:14:9``.

    Lines and columns count from 1, columns in characters.
    """

    path: str
    line: int = 1
    column: int = 1
    end: tuple[int, int] | None = field(default=None, compare=False)
    """Line and column after the last character, if known, so that an editor can underline it."""

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnostic:
    """One problem: which rule, where, what is wrong (`message`) and what to write instead (`hint`)."""

    rule: Rule
    location: Location
    message: str
    hint: str = ""

    @property
    def severity(self) -> Severity:
        """The severity of the diagnostic's rule."""
        return Severity.WARNING if self.rule.is_warning else Severity.ERROR


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return the diagnostics once each, by place, then rule."""
    return tuple(sorted(dict.fromkeys(diagnostics), key=lambda d: (d.location, d.rule, d.message)))


def failed(diagnostics: Iterable[Diagnostic], *, strict: bool) -> bool:
    """Whether diagnostics stop a build: any error, or any at all with `strict`."""
    return any(strict or d.severity is Severity.ERROR for d in diagnostics)


def suggest(name: str, known: Iterable[str], otherwise: str, *, form: str = "'{}'", cutoff: float = 0.6) -> str:
    """Return a hint for an unknown name: `Did you mean 'population'?`, or `otherwise` where none is near."""
    close = close_names(name, known, cutoff=cutoff)
    return f"Did you mean {form.format(close[0])}?" if close else otherwise


def close_names(name: str, known: Iterable[str], *, most: int = 1, cutoff: float = 0.6) -> tuple[str, ...]:
    """Return the known names most like another, the nearest first; none where none is near."""
    return tuple(get_close_matches(name, tuple(known), n=most, cutoff=cutoff))
