"""Definitions of abbreviations, ``*[GDP]: …``: plain text, so a reference in one is an error."""

import re
from collections.abc import Iterator

from generator.content.markdown.positions import Places
from generator.content.references import SCHEMES
from generator.diagnostics import Diagnostic
from generator.rules import Rule

_DEFINITION = re.compile(r"^ {0,3}\*\[[^\]\n]*\]:[^\n]*", re.MULTILINE)
_REFERENCE = re.compile(rf"!?\[[^\[\]\n]*\]\(\s*<?(?:{'|'.join(SCHEMES)}):|\[@\w")


def check_definitions(places: Places) -> Iterator[Diagnostic]:
    """Yield a problem for each reference in the definition of an abbreviation."""
    for definition in _DEFINITION.finditer(places.bare):
        for found in _REFERENCE.finditer(definition[0], definition[0].index("]:") + 2):
            yield Diagnostic(
                rule=Rule.REFERENCE_SYNTAX,
                location=places.place(definition.start() + found.start()),
                message="A reference cannot stand in the definition of an abbreviation.",
                hint="Definitions are plain text: bind the figure in a sentence.",
            )
