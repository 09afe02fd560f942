"""The summary in front matter: a sentence or a few, with references like those of the text."""

import re
from dataclasses import dataclass

from generator.content.checks.allowances import find_comments
from generator.content.checks.editorial import check_prose
from generator.content.documents import Answer
from generator.content.markdown.citations import SCHEME
from generator.content.markdown.parse import Parsed, parse_markdown
from generator.content.markdown.positions import Places
from generator.content.markdown.yaml_positions import Scalars
from generator.content.references import Reference
from generator.diagnostics import Diagnostic
from generator.rules import Rule

KEY = "summary"
REFUSED = frozenset(("chart", SCHEME))
"""Signs that are not allowed in plain text."""
_TAG = re.compile(r"<[^>]*>")

SummaryPart = str | Reference


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """A document's summary: escaped text and references, warnings allowed, and problems."""

    parts: tuple[SummaryPart, ...]
    answers: tuple[Answer, ...]
    diagnostics: tuple[Diagnostic, ...]


def read_summary(scalars: Scalars, value: str, kind: str) -> Summary:
    """Return the summary of a front matter or an issue that has been read."""
    places = scalars.places(value, KEY)
    parsed = parse_markdown(places)
    parts = _parts(parsed)
    return Summary(
        parts=tuple(part for part in parts if part and not _is_refused(part)),
        answers=_answers(scalars, places),
        diagnostics=(*_problems(parsed, parts, places), *check_prose(places, kind)),
    )


def _answers(scalars: Scalars, places: Places) -> tuple[Answer, ...]:
    """Return the comments that allow warnings; one above the key covers the whole summary."""
    key, last = scalars.place(KEY, key=True), places.place(len(places.text.rstrip()))
    return find_comments(scalars.text, scalars.path, scalars.line, key.line, last.line)


def _problems(parsed: Parsed, parts: tuple[SummaryPart, ...], places: Places) -> tuple[Diagnostic, ...]:
    refused = (_refuse(part) for part in parts if isinstance(part, Reference) and _is_refused(part))
    found = (*parsed.diagnostics, *refused)
    return found if found or _is_plain(parsed, parts) else (_markup(places),)


def _is_refused(part: SummaryPart) -> bool:
    return isinstance(part, Reference) and part.scheme in REFUSED


def _parts(parsed: Parsed) -> tuple[SummaryPart, ...]:
    """Return the content of a text's paragraphs, without their elements."""
    held = (part for section in parsed.sections for part in section.parts)
    flat = [part for part in held if isinstance(part, str | Reference)]
    return tuple(part if isinstance(part, Reference) else re.sub(r"</?p>", "", part) for part in flat)


def _is_plain(parsed: Parsed, parts: tuple[SummaryPart, ...]) -> bool:
    """Whether a text is one paragraph without any markup but references."""
    made = "".join(part for section in parsed.sections for part in section.parts if isinstance(part, str))
    inner = (part if isinstance(part, str) else part.html for part in parts)
    alone = len(parsed.sections) == 1 and not parsed.sections[0].title
    return alone and made.count("<p>") == 1 and not any(_TAG.search(part) for part in inner)


def _markup(places: Places) -> Diagnostic:
    message = "summary: expected one paragraph of plain text with references, found other markup."
    hint = "Take headings, lists, emphasis and links to other sites away."
    return Diagnostic(rule=Rule.YAML_VALUE, location=places.place(0), message=message, hint=hint)


def _refuse(reference: Reference) -> Diagnostic:
    message = "A chart or a citation cannot stand in a summary."
    hint = "Put it into the text below."
    return Diagnostic(rule=Rule.REFERENCE_SYNTAX, location=reference.location, message=message, hint=hint)
