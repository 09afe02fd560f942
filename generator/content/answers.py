"""Warnings that an author has answered in place: `<!-- allow RULE: reason -->` on the line before."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.content.places import Places
from generator.diagnostics import Diagnostic, Location
from generator.rules import Rule

_COMMENT = r"<!--\s*allow\s+(?P<rule>[a-z-]+)(?:\s*:\s*(?P<reason>[^<>\n]*?))?\s*-->"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One comment: the rule it answers, with a reason, on its own line and the next."""

    rule: str
    location: Location
    reason: str


def find_answers(places: Places) -> tuple[Answer, ...]:
    """Return the answers in a document, in order."""
    return tuple(
        Answer(rule=found["rule"], location=places.place(found.start()), reason=found["reason"] or "")
        for found in re.finditer(_COMMENT, places.bare)
    )


def apply_answers(diagnostics: Sequence[Diagnostic], answers: Sequence[Answer]) -> tuple[Diagnostic, ...]:
    """Return the diagnostics without the warnings that are answered, and with the answers that answer nothing."""
    sound = [answer for answer in answers if not _fault(answer)]
    left = [d for d in diagnostics if not any(_answers(answer, d) for answer in sound)]
    idle = [a for a in sound if not any(_answers(a, d) for d in diagnostics)]
    return (*left, *_faults(answers), *(_diagnose(a, "There is no such warning on the next line.") for a in idle))


def _answers(answer: Answer, diagnostic: Diagnostic) -> bool:
    at, line = diagnostic.location, answer.location.line
    return (
        diagnostic.rule.is_warning
        and answer.rule == diagnostic.rule.value
        and answer.location.path == at.path
        and at.line in {line, line + 1}
    )


def _faults(answers: Sequence[Answer]) -> Iterator[Diagnostic]:
    for answer in answers:
        if message := _fault(answer):
            yield _diagnose(answer, message)


def _fault(answer: Answer) -> str:
    if answer.rule not in {rule.value for rule in Rule}:
        return f"There is no rule '{answer.rule}'."
    if not Rule(answer.rule).is_warning:
        return f"'{answer.rule}' is an error and cannot be allowed."
    return "" if answer.reason.strip() else "An answer needs a reason."


def _diagnose(answer: Answer, message: str) -> Diagnostic:
    hint = "Write <!-- allow RULE: reason --> on the line before a warning, or take the comment away."
    return Diagnostic(rule=Rule.ALLOW_UNUSED, location=answer.location, message=message, hint=hint)
