"""The summary in front matter: a sentence or a few, with references like those of the text."""

import re
from dataclasses import dataclass

from generator.content.checks.allowances import find_yaml_allowances
from generator.content.checks.editorial import check_prose
from generator.content.documents import Allowance, DocumentKind
from generator.content.markdown.parse import Parsed, parse_markdown
from generator.content.markdown.positions import SourceMap
from generator.content.references import Reference, Scheme
from generator.content.yaml_positions import YamlText
from generator.diagnostics import Diagnostic
from generator.rules import Rule

KEY = "summary"
REFUSED = frozenset((Scheme.CHART, Scheme.CITE, Scheme.IMAGE))
"""Signs that are not allowed in plain text."""
_TAG = re.compile(r"<[^>]*>")

SummaryPart = str | Reference


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """A document's summary: escaped text and references, warnings allowed, and problems."""

    parts: tuple[SummaryPart, ...]
    allowances: tuple[Allowance, ...]
    diagnostics: tuple[Diagnostic, ...]


def read_summary(yaml_text: YamlText, value: str, kind: DocumentKind) -> Summary:
    """Return the summary of a front matter or an issue that has been read."""
    source_map = yaml_text.source_map(value, KEY)
    parsed = parse_markdown(source_map)
    parts = _parts(parsed)
    return Summary(
        parts=tuple(part for part in parts if part and not _is_refused(part)),
        allowances=_allowances(yaml_text, source_map),
        diagnostics=(*_problems(parsed, parts, source_map), *check_prose(source_map, kind, parsed)),
    )


def _allowances(yaml_text: YamlText, source_map: SourceMap) -> tuple[Allowance, ...]:
    """Return the comments that allow warnings; one above the key covers the whole summary."""
    key, last = yaml_text.location(KEY, key=True), source_map.location(len(source_map.text.rstrip()))
    return find_yaml_allowances(yaml_text.text, yaml_text.path, yaml_text.line, key.line, last.line)


def _problems(parsed: Parsed, parts: tuple[SummaryPart, ...], source_map: SourceMap) -> tuple[Diagnostic, ...]:
    refused = (_refuse(part) for part in parts if isinstance(part, Reference) and _is_refused(part))
    found = (*parsed.diagnostics, *refused)
    return found if found or _is_plain(parsed, parts) else (_markup(source_map),)


def _is_refused(part: SummaryPart) -> bool:
    return isinstance(part, Reference) and part.scheme in REFUSED


def _parts(parsed: Parsed) -> tuple[SummaryPart, ...]:
    """Return the content of a text's paragraphs, without their elements."""
    pieces = (part for section in parsed.sections for part in section.parts)
    flat = [part for part in pieces if isinstance(part, str | Reference)]
    return tuple(part if isinstance(part, Reference) else re.sub(r"</?p>", "", part) for part in flat)


def _is_plain(parsed: Parsed, parts: tuple[SummaryPart, ...]) -> bool:
    """Whether a text is one paragraph without any markup but references."""
    made = "".join(part for section in parsed.sections for part in section.parts if isinstance(part, str))
    inner = (part if isinstance(part, str) else part.html for part in parts)
    alone = len(parsed.sections) == 1 and not parsed.sections[0].title
    return alone and made.count("<p>") == 1 and not any(_TAG.search(part) for part in inner)


def _markup(source_map: SourceMap) -> Diagnostic:
    message = "summary: expected one paragraph of plain text with references, found other markup."
    hint = "Take headings, lists, emphasis and links to other sites away."
    return Diagnostic(rule=Rule.YAML_VALUE, location=source_map.location(0), message=message, hint=hint)


def _refuse(reference: Reference) -> Diagnostic:
    message = "A chart, an image or a citation cannot stand in a summary."
    hint = "Put it into the text below."
    return reference.fault(Rule.REFERENCE_SYNTAX, message, hint)
