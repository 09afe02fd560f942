"""Warnings that an author allows in place: `<!-- allow RULE: reason -->` on the line before.

In YAML it is a comment, `# allow RULE: reason`.
"""

import re
from collections.abc import Iterator, Sequence

from generator.content.documents import Allowance
from generator.content.markdown.positions import SourceMap
from generator.diagnostics import Diagnostic, Location
from generator.rules import Rule

_COMMENT = r"<!--\s*allow\s+(?P<rule>[a-z-]+)(?:\s*:\s*(?P<reason>[^<>\n]*?))?\s*-->"
_YAML_COMMENT = re.compile(r"#[ \t]*allow[ \t]+(?P<rule>[a-z-]+)[ \t]*(?::(?P<reason>.*))?")


def find_allowances(source_map: SourceMap) -> tuple[Allowance, ...]:
    """Return the allowances of a document, in order."""
    return tuple(
        _allowance(found, at := source_map.location(found.start()), at.line + 1)
        for found in re.finditer(_COMMENT, source_map.without_code)
    )


def find_yaml_allowances(text: str, path: str, first: int, key: int, last: int) -> tuple[Allowance, ...]:
    """Return the comments at the margin of a YAML text.

    One above the line `key` reaches to `last`.
    """
    return tuple(
        _allowance(found, Location(path=path, line=at, column=1), last if at + 1 == key else at + 1)
        for at, line in enumerate(text.split("\n"), start=first)
        if (found := _YAML_COMMENT.fullmatch(line))
    )


def _allowance(found: re.Match[str], at: Location, until: int) -> Allowance:
    return Allowance(rule=found["rule"], location=at, reason=found["reason"] or "", until=until)


def apply_allowances(diagnostics: Sequence[Diagnostic], allowances: Sequence[Allowance]) -> tuple[Diagnostic, ...]:
    """Return the diagnostics without allowed warnings, and with comments that allow nothing."""
    sound = [allowance for allowance in allowances if not _fault(allowance)]
    left = [d for d in diagnostics if not any(_allows(allowance, d) for allowance in sound)]
    idle = [a for a in sound if not any(_allows(a, d) for d in diagnostics)]
    return (*left, *_faults(allowances), *(_diagnose(a, "There is no such warning on the next line.") for a in idle))


def _allows(allowance: Allowance, diagnostic: Diagnostic) -> bool:
    at = diagnostic.location
    return (
        diagnostic.rule.is_warning
        and allowance.rule == diagnostic.rule.value
        and allowance.location.path == at.path
        and allowance.location.line <= at.line <= allowance.until
    )


def _faults(allowances: Sequence[Allowance]) -> Iterator[Diagnostic]:
    for allowance in allowances:
        if message := _fault(allowance):
            yield _diagnose(allowance, message)


def _fault(allowance: Allowance) -> str:
    if allowance.rule not in {rule.value for rule in Rule}:
        return f"There is no rule '{allowance.rule}'."
    if not Rule(allowance.rule).is_warning:
        return f"'{allowance.rule}' is an error and cannot be allowed."
    return "" if allowance.reason.strip() else "An answer needs a reason."


def _diagnose(allowance: Allowance, message: str) -> Diagnostic:
    hint = "Write <!-- allow RULE: reason --> (above summary: # allow RULE: reason) on the line before a warning, or take it away."
    return Diagnostic(rule=Rule.ALLOW_UNUSED, location=allowance.location, message=message, hint=hint)
