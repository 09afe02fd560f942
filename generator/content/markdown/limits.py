"""Limits of a document: beyond them the parser takes more than linear time, or does not come back."""

import re

from generator.content.markdown.code import open_fences
from generator.content.markdown.positions import ADDRESS, SourceMap
from generator.diagnostics import Diagnostic
from generator.rules import Rule

NESTING = 50
"""How deep anything may stand in others of its kind."""

NESTED = (
    (f"Quotations nested deeper than {NESTING}.", re.compile(rf"^(?:[ \t]*>){{{NESTING + 1},}}", re.MULTILINE)),
    (
        f"Lists nested deeper than {NESTING}.",
        re.compile(
            rf"^(?:(?: {{4}}|\t){{{NESTING + 1}}}[ \t]*+\S|(?:[ \t]*+(?:>|(?:[-*+:]|[0-9]+\.)[ \t])){{{NESTING + 1}}})",
            re.MULTILINE,
        ),
    ),
    (f"More than {NESTING} backticks in a row.", re.compile(rf"`{{{NESTING + 1},}}")),
)
COUNTED = (
    ("links", 20_000, ADDRESS),
    ("abbreviations", 500, re.compile(r"^ {0,3}\*\[", re.MULTILINE)),
    ("footnotes", 1_000, re.compile(r"\[\^")),
    ("headings", 1_000, re.compile(r"^ {0,3}(?:#|[=-]++[ \t]*+$)", re.MULTILINE)),
    (
        "rules",
        500,
        re.compile(r"^ {0,3}(?:-[ \t]*+){3,}+$|^ {0,3}(?:\*[ \t]*+){3,}+$|^ {0,3}(?:_[ \t]*+){3,}+$", re.MULTILINE),
    ),
    ("fences", 2_000, re.compile(r"^ {0,3}(?:```|~~~)", re.MULTILINE)),
    ("fences with highlighted lines", 50, re.compile(r"^(?:```|~~~)[^\n]*hl_lines=", re.MULTILINE)),
    ("backticks after an escaped one", 50, re.compile(r"\\`(?=`)")),
    ("definitions", 1_000, re.compile(r"^ {0,3}:[ \t]", re.MULTILINE)),
    ("escapes", 10_000, re.compile(r"\\.")),
    ("line breaks by two spaces or a backslash", 10_000, re.compile(r"(?:  |\\)$", re.MULTILINE)),
)
"""What there may be how many of: beyond that the parser takes more than linear time."""

_NESTED = re.compile(r"(?P<open>\[)|(?P<close>\])|\n(?=\n)")
_UNCLOSED = re.compile(r"(?P<open>\]\()|(?P<close>\))|\n(?=\n)")
_TAGS = re.compile(r"(?P<open><(?=[A-Za-z/!?]))|(?P<close>>)")
"""Opening and closing signs; anything else closes all that are open."""


def find_limit(source_map: SourceMap) -> Diagnostic | None:
    """Return the problem of a text with too many links or too deep brackets."""
    for what, most, pattern in COUNTED:
        if sum(1 for _ in pattern.finditer(source_map.text)) > most:
            return _problem(source_map, Rule.REFERENCE_LIMIT, 0, f"More than {most:,} {what}.", "Split the file.")
    if open_fences(source_map.text) > NESTING:
        message = f"More than {NESTING} fences that nothing closes."
        return _problem(source_map, Rule.REFERENCE_LIMIT, 0, message, "Close them.")
    return _find_nested(source_map)


def _find_nested(source_map: SourceMap) -> Diagnostic | None:
    for message, pattern in NESTED:
        if found := pattern.search(source_map.text):
            return _problem(source_map, Rule.NESTING_LIMIT, found.start(), message, "Write it more simply.")
    for what, text, pattern in (
        ("Brackets", source_map.text, _NESTED),
        ("Addresses", source_map.text, _UNCLOSED),
        ("Tags", source_map.without_code, _TAGS),
    ):
        at = _too_deep(text, pattern)
        if at is not None:
            return _problem(source_map, Rule.NESTING_LIMIT, at, f"{what} nested deeper than {NESTING}.", "Close them.")
    return None


def too_deep(source_map: SourceMap) -> Diagnostic:
    """Return the problem of a text with too deeply nested blocks."""
    message = "Blocks nested too deep to be read."
    return _problem(source_map, Rule.NESTING_LIMIT, 0, message, "Write it more simply.")


def _problem(source_map: SourceMap, rule: Rule, offset: int, message: str, hint: str) -> Diagnostic:
    return Diagnostic(rule=rule, location=source_map.location(offset), message=message, hint=hint)


def _too_deep(text: str, pattern: re.Pattern[str]) -> int | None:
    """Return the offset at which more are open than NESTING, or None."""
    depth = 0
    for found in pattern.finditer(text):
        depth = depth + 1 if found["open"] else max(0, depth - 1) if found.groupdict().get("close") else 0
        if depth > NESTING:
            return found.start()
    return None
