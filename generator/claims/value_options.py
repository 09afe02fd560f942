"""Choices of an author about a `value:`: its origin, and the magnitude it is written in."""

from collections.abc import Iterator

from generator.claims.bound import is_blank
from generator.content.references import Reference
from generator.data.catalog import Indicator
from generator.diagnostics import Diagnostic, suggest
from generator.formatting import MAGNITUDES
from generator.rules import Rule

WORDS = ("thousand", *(word for _size, word, _letter in reversed(MAGNITUDES)))
AMOUNTS = ("count", "currency")
"""Kinds of unit that take a magnitude."""


def check_value_options(reference: Reference, indicator: Indicator) -> tuple[Diagnostic, ...]:
    """Return the problem with the options `origin` and `unit` of a reference, if any."""
    return (*_origin(reference, indicator), *_unit(reference, indicator))


def _origin(reference: Reference, indicator: Indicator) -> Iterator[Diagnostic]:
    origin = reference.option("origin")
    if origin and origin not in indicator.origins:
        hint = suggest(origin, indicator.origins, f"It has: {', '.join(indicator.origins)}")
        yield from _wrong(reference, f"'{indicator.id}' has no origin '{origin}'.", hint)
    elif origin and not reference.years:
        hint = f"Write value:{indicator.id}@2019?origin={origin}"
        yield from _wrong(reference, "A value from a named origin needs its year.", hint)


def _unit(reference: Reference, indicator: Indicator) -> Iterator[Diagnostic]:
    unit = reference.option("unit")
    if unit and unit not in WORDS:
        yield from _wrong(reference, f"There is no unit '{unit}'.", f"Write one of: {', '.join(WORDS)}")
    elif unit and indicator.unit.kind.value not in AMOUNTS:
        yield from _wrong(reference, f"'{indicator.id}' is no count and no money.", "Take 'unit' away.")
    elif unit and not is_blank(reference):
        yield from _wrong(
            reference, "A unit is for a text that fills itself.", f"Write […] or take 'unit={unit}' away."
        )


def _wrong(reference: Reference, message: str, hint: str) -> tuple[Diagnostic, ...]:
    return (reference.fault(Rule.REFERENCE_SYNTAX, message, hint),)
