"""Bound references: a figure with its source, or a link."""

from dataclasses import dataclass

from generator.content.references import Reference
from generator.diagnostics import Diagnostic
from generator.rules import Rule

__all__ = ("BoundCitation", "BoundLink", "BoundValue", "fault", "is_blank")


@dataclass(frozen=True, slots=True, kw_only=True)
class BoundValue:
    """A figure in prose with its source, note and exact value, formatted for the page's locale."""

    text: str
    """The text in the sentence, as typed or filled."""
    exact: str
    """The exact value, grouped, with unit: `20,330,104 people`."""
    machine: str
    """The value for `<data value>`, an ASCII number, empty for words."""
    subject: str
    """`Population, Kazakhstan, 2023` or the statement's title and period."""
    country: str
    """Its code, or the id of a group: `KAZ`, `central-asia`."""
    indicator: str
    """Indicator id, empty for a stated figure."""
    year: str
    status: str
    """SDMX status letter, empty for a stated figure."""
    source: str
    """Attribution: `World Bank (2026)`, or the source of a stated figure."""
    url: str
    """Site URL of the indicator's page or the statement's note, without base path: `/indicators/gdp/`."""
    quoted: str = ""
    """The author's reason for a deliberate difference."""
    check: str = ""
    """The result of an independent check of a stated figure, as a sentence."""
    method: str = ""
    """How a group's figure is made and what it rests on: `sum of the members; all 5 members`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BoundCitation:
    """A citation in prose: for each work its number in the page's list, its key, and the place in it."""

    works: tuple[tuple[int, str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BoundLink:
    """A link within the site: unprefixed URL and sanitised inner HTML."""

    url: str
    html: str


FILL = frozenset(("", "…", "..."))
"""Link texts that are filled from the data."""


Binding = tuple[BoundValue | None, tuple[Diagnostic, ...]]


def fault(rule: Rule, reference: Reference, message: str, hint: str) -> tuple[None, tuple[Diagnostic, ...]]:
    """Return the outcome of a wrong reference."""
    return None, (reference.fault(rule, message, hint),)


def is_blank(reference: Reference) -> bool:
    """Whether the text is to be filled from the data."""
    return reference.text.strip() in FILL


def missing_reason(reference: Reference) -> tuple[Diagnostic, ...]:
    """Return the problem of a figure marked as quoted without a reason."""
    if not reference.option("quoted") or reference.title:
        return ()
    hint = 'Say why in the link\'s title: [text](… "counts guests in lodging")'
    return (reference.fault(Rule.CLAIM_UNREADABLE, "A quoted figure needs a reason.", hint),)


def misspelt(text: str, right: str) -> str:
    """Return the problem of a text in which an ordinal has a wrong ending."""
    return f"'{text}' ends an ordinal wrongly: it is {right}."
