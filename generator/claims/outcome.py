"""What binding a reference comes to: a figure for the reader, or what is wrong."""

from generator.claims.bound import BoundValue
from generator.content.references import Reference
from generator.diagnostics import Diagnostic
from generator.rules import Rule

FILL = frozenset(("", "…", "..."))
"""Link texts that are filled from the data."""

Outcome = tuple[BoundValue | None, tuple[Diagnostic, ...]]


def fault(rule: Rule, reference: Reference, message: str, hint: str) -> tuple[None, tuple[Diagnostic, ...]]:
    """Return the outcome of a reference that cannot stand."""
    return None, (Diagnostic(rule=rule, location=reference.location, message=message, hint=hint),)


def is_filled(reference: Reference) -> bool:
    """Whether the author left the text to the data."""
    return reference.text.strip() in FILL


def unquoted(reference: Reference) -> tuple[Diagnostic, ...]:
    """Return what is wrong with a figure marked as quoted that gives no reason."""
    if not reference.option("quoted") or reference.title:
        return ()
    hint = 'Say why in the link\'s title: [text](… "counts guests in lodging")'
    return fault(Rule.CLAIM_UNREADABLE, reference, "A quoted figure needs a reason.", hint)[1]


def misspelt(text: str, right: str) -> str:
    """Return what is wrong with a text in which an ordinal has a wrong ending."""
    return f"'{text}' ends an ordinal wrongly: it is {right}."
