"""Diagnostics as text for people, JSON for editors, annotations for GitHub."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from enum import StrEnum

from rich.cells import cell_len

from generator.diagnostics import Diagnostic
from generator.sources.files import Sources

LIMIT = 20
"""Diagnostics shown per rule and file; JSON shows all."""


class Format(StrEnum):
    """How diagnostics are printed."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"


class DriftFormat(StrEnum):
    """How drift is printed."""

    TEXT = "text"
    MARKDOWN = "markdown"
    JSON = "json"


def render_diagnostics(diagnostics: Sequence[Diagnostic], sources: Sources, style: Format) -> str:
    """Return all diagnostics in the given format, empty without any."""
    if style is Format.JSON:
        return json.dumps([_as_json(d) for d in diagnostics], ensure_ascii=False, indent=2) + "\n"
    if style is Format.GITHUB:
        return "".join(_annotation(d) for d in diagnostics)
    return "".join(f"{block}\n" for block in _text_blocks(diagnostics, sources))


def render_look(diagnostics: Sequence[Diagnostic], sources: Sources, style: Format) -> str:
    """Return what one look of `check --watch` found: all diagnostics, and for people how many there are."""
    text = render_diagnostics(diagnostics, sources, style)
    if style is not Format.TEXT:
        return text
    counts = Counter(each.severity.value for each in diagnostics)
    found = [f"{count} {name}{'s' * (count > 1)}" for name, count in sorted(counts.items())]
    return f"{text}{', '.join(found) or 'no problems'}; looking again after every save\n"


def _as_json(diagnostic: Diagnostic) -> dict[str, str | int]:
    end = diagnostic.location.end
    return {
        "path": diagnostic.location.path,
        "line": diagnostic.location.line,
        "column": diagnostic.location.column,
        **({"end_line": end[0], "end_column": end[1]} if end else {}),
        "severity": diagnostic.severity.value,
        "rule": diagnostic.rule.value,
        "message": diagnostic.message,
        "hint": diagnostic.hint,
    }


def _annotation(diagnostic: Diagnostic) -> str:
    place = diagnostic.location
    text = f"{diagnostic.message}\n{diagnostic.hint}".strip()
    properties = f"file={_property(place.path)},line={place.line},col={place.column},title={diagnostic.rule.value}"
    return f"::{diagnostic.severity.value} {properties}::{_escape(text)}\n"


def _escape(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escape(text).replace(":", "%3A").replace(",", "%2C")


def _text_blocks(diagnostics: Sequence[Diagnostic], sources: Sources) -> Iterator[str]:
    seen: Counter[tuple[str, str]] = Counter()
    for diagnostic in diagnostics:
        key = (diagnostic.location.path, diagnostic.rule.value)
        seen[key] += 1
        if seen[key] <= LIMIT:
            yield render_diagnostic(diagnostic, sources)
    for (path, rule), count in sorted(seen.items()):
        if count > LIMIT:
            yield f"{path}: {count - LIMIT} more of [{rule}]; --format json shows all"


def render_diagnostic(diagnostic: Diagnostic, sources: Sources) -> str:
    """Return one diagnostic as lines: place and message, then indented the source line, a caret, the hint."""
    lines = [f"{diagnostic.location}: {diagnostic.severity.value}[{diagnostic.rule.value}] {diagnostic.message}"]
    lines += _excerpt(diagnostic, sources)
    lines += [f"    {line}" for line in diagnostic.hint.splitlines()]
    return "\n".join(lines)


def _excerpt(diagnostic: Diagnostic, sources: Sources, width: int = 100) -> list[str]:
    line = _source_line(diagnostic, sources)
    if not line.strip() or "\0" in line:  # a picture has no lines that one could read
        return []
    column = max(diagnostic.location.column - 1, 0)
    start = max(column - width // 2, 0) if len(line) > width else 0
    shown = "".join(c if c.isprintable() else " " for c in line[start : start + width])
    return [f"    {shown}", f"    {' ' * cell_len(shown[: column - start])}^"]


def _source_line(diagnostic: Diagnostic, sources: Sources) -> str:
    source = sources.find(diagnostic.location.path)
    lines = source.data.split(b"\n") if source else []
    number = diagnostic.location.line - 1
    return lines[number].decode("utf-8", "replace").rstrip("\r") if 0 <= number < len(lines) else ""
