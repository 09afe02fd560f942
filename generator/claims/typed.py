"""A typed figure held against a value: the text that may stand, or what to write instead."""

from decimal import Decimal

from generator.claims.agreement import agrees, fits, rewritten, rounding
from generator.claims.numbers import parse_figure
from generator.claims.outcome import fault, is_filled, unquoted
from generator.content.references import Reference
from generator.diagnostics import Diagnostic
from generator.rules import Rule


def check_figure(
    reference: Reference, *, kind: str, symbol: str, value: Decimal, shown: str
) -> tuple[str, tuple[Diagnostic, ...]]:
    """Return the text for the reader, or why the typed figure cannot stand; a deliberate difference is not checked."""
    if is_filled(reference):
        return shown, ()
    problems = unquoted(reference)
    if problems or (reference.option("quoted") and reference.scheme == "value"):
        return reference.text, problems
    return reference.text, _disagreement(reference, kind, symbol, value, shown)


def _disagreement(reference: Reference, kind: str, symbol: str, value: Decimal, shown: str) -> tuple[Diagnostic, ...]:
    typed, text = parse_figure(reference.text), reference.text
    if typed is None:
        hint = f"Write the figure first, as {shown}, with words of size such as million and hedges such as about."
        return fault(Rule.CLAIM_UNREADABLE, reference, f"'{text}' cannot be read as a figure.", hint)[1]
    if unfit := fits(typed, kind, symbol):
        return fault(Rule.CLAIM_UNREADABLE, reference, f"'{text}': {unfit}.", f"Write {shown}")[1]
    if agrees(typed, value):
        return ()
    message = f"The text says {text}, the data say {value:,f} ({rounding(typed)})."
    hint = f"Write {rewritten(typed, value):,f} or {shown}"
    return fault(Rule.CLAIM_DISAGREES, reference, message, hint)[1]
