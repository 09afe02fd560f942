"""Definitions of abbreviations, ``*[GDP]: …``: plain text, so a reference in one is an error."""

import re
from collections.abc import Iterator

from generator.content.markdown.positions import SourceMap
from generator.content.references import SCHEMES
from generator.diagnostics import Diagnostic
from generator.rules import Rule

_DEFINITION = re.compile(r"^ {0,3}\*\[[^\]\n]*\]:[^\n]*", re.MULTILINE)
_REFERENCE = re.compile(rf"!?\[[^\[\]\n]*\]\(\s*<?(?:{'|'.join(SCHEMES)}):|\[@\w")


def check_definitions(source_map: SourceMap) -> Iterator[Diagnostic]:
    """Yield a problem for each reference in the definition of an abbreviation."""
    for definition in _DEFINITION.finditer(source_map.without_code):
        for found in _REFERENCE.finditer(definition[0], definition[0].index("]:") + 2):
            yield Diagnostic(
                rule=Rule.REFERENCE_SYNTAX,
                location=source_map.location(definition.start() + found.start()),
                message="A reference cannot stand in the definition of an abbreviation.",
                hint="Definitions are plain text: bind the figure in a sentence.",
            )
