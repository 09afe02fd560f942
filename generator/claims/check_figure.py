"""A typed figure compared with a value: the text that may stand, or what to write instead."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.claims.advice import rewritten
from generator.claims.agreement import agrees, misfit, rounding
from generator.claims.bound import fault, is_blank, missing_reason, misspelt
from generator.claims.figures import ENGLISH, parse_figure
from generator.claims.grammar import Grammar
from generator.content.references import Reference, Scheme
from generator.data.catalog import UnitKind
from generator.diagnostics import Diagnostic
from generator.rules import Rule

_SHORT = 3
"""Sizes of so few letters, as m and bn, may be units behind a figure."""
ONE_FIGURE_HINT = "Bind one figure at a time: only its own words belong between the brackets."


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """The value that a typed figure is compared with.

    `shown` is how we write it, `period` the year or years it is for.
    """

    kind: UnitKind
    symbol: str
    value: Decimal
    shown: str
    period: str


def check_figure(
    reference: Reference, record: Expected, grammar: Grammar = ENGLISH
) -> tuple[str, tuple[Diagnostic, ...]]:
    """Return the text for readers, or why the typed figure is wrong; `quoted` ones are not compared."""
    problems = (*missing_reason(reference), *_size_behind(reference, grammar))
    if is_blank(reference):
        return record.shown, problems
    if problems or (reference.option("quoted") and reference.scheme is Scheme.VALUE):
        return reference.text, problems
    return reference.text, _disagreement(reference, record, grammar)


def _size_behind(reference: Reference, grammar: Grammar) -> Iterator[Diagnostic]:
    """Yield a problem if a size stands behind the brackets: only what is between them is compared."""
    found = re.match(r"\s*(\w+)(?![\w-])", reference.after)
    size = found[1] if found and len(found[1]) > _SHORT else ""
    if size.lower() in grammar.magnitudes and not reference.option("quoted"):
        has_size = is_blank(reference) or not grammar.magnitudes.keys().isdisjoint(reference.text.lower().split())
        hint = "Take it away." if has_size else f"Write [{reference.text} {size}](…)"
        message = f"'{size}' stands behind the brackets, where it is not compared."
        yield reference.fault(Rule.CLAIM_UNREADABLE, message, hint)


def _disagreement(reference: Reference, record: Expected, grammar: Grammar) -> tuple[Diagnostic, ...]:
    text = reference.text
    typed = None if grammar.respelt(text) else parse_figure(text, grammar)
    value, shown = record.value, record.shown
    if typed is None:
        return _unreadable(reference, record, grammar)
    if unfit := misfit(typed, record.kind, record.symbol):
        return (reference.fault(Rule.CLAIM_UNREADABLE, f"'{text}': {unfit}.", f"Write {shown}"),)
    if more := [number for number in typed.others if number not in record.period]:
        return fault(Rule.CLAIM_UNREADABLE, reference, f"'{text}' holds a second figure, {more[0]}.", ONE_FIGURE_HINT)[
            1
        ]
    if agrees(typed, value):
        return ()
    message = f"The text says {text}, the data say {value:,f} ({rounding(typed)})."
    if value < 0 < typed.value and agrees(typed, -value):
        hint = f"The value is negative: write {shown}, with its minus; a fall between two years is a trend:."
        return (reference.fault(Rule.CLAIM_DISAGREES, message, hint),)
    own = rewritten(text, typed, value)
    hint = f"Write {own} or {shown}" if own and _letters(own) != _letters(shown) else f"Write {shown}"
    return (reference.fault(Rule.CLAIM_DISAGREES, message, hint),)


def _unreadable(reference: Reference, record: Expected, grammar: Grammar) -> tuple[Diagnostic, ...]:
    text, right = reference.text, grammar.respelt(reference.text)
    if own := parse_figure(right, grammar):
        hint = f"Write {right if agrees(own, record.value) else record.shown}"
        return (reference.fault(Rule.CLAIM_UNREADABLE, misspelt(text, right), hint),)
    hint = f"Write the figure first, as {record.shown}, with words of size such as million and hedges such as about."
    return (reference.fault(Rule.CLAIM_UNREADABLE, f"'{text}' cannot be read as a figure.", hint),)


def _letters(text: str) -> str:
    return "".join(text.split())
