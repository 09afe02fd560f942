"""Bytes to text: UTF-8, lines ending in LF, no control characters; each fault with its place."""

import re
from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Location
from generator.rules import Rule
from generator.sources.files import Source

_CONTROL = re.compile("[\x01-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""Characters that are refused: C0 and C1 controls but tab and newline, direction overrides."""

_CONFLICT = re.compile(r"^<{7}(?: [^\n]*)?$(?:(?:\n(?!<{7}|>{7})[^\n]*)*\n>{7}(?= |$))?|^>{7}(?= |$)", re.MULTILINE)
"""A conflict with all its marks, or a mark that was left alone."""

LIMITS = {".csv": 100_000_000, ".yaml": 2_000_000, ".md": 1_000_000}
"""Bytes a file may have, by suffix."""


def decode_text(source: Source) -> tuple[str | None, tuple[Diagnostic, ...]]:
    """Return the text of a source, or None and the problem of its bytes."""
    problem = _size(source) or _bytes(source)
    if problem:
        return None, (problem,)
    try:
        return _plain(source, source.data.decode("utf-8"))
    except UnicodeDecodeError as error:
        found = f"byte 0x{source.data[error.start]:02X}"
        return None, (
            _fault(
                source,
                Rule.TEXT_ENCODING,
                error.start,
                f"This is not UTF-8 text: {found}.",
                "Save the file as UTF-8; in a spreadsheet choose “CSV UTF-8”.",
            ),
        )


def _plain(source: Source, text: str) -> tuple[str | None, tuple[Diagnostic, ...]]:
    """Return a text without hidden or direction-changing characters, or the place of the first."""
    if conflicts := tuple(_conflicts(source, text)):
        return None, conflicts
    found = _CONTROL.search(text)
    if found is None:
        return text, ()
    message = f"The file contains the control character U+{ord(found[0]):04X}."
    at = len(text[: found.start()].encode())
    return None, (_fault(source, Rule.TEXT_CONTROL, at, message, "Remove it; readers would see another text."),)


def _conflicts(source: Source, text: str) -> Iterator[Diagnostic]:
    """Yield a problem for each conflict of a merge, at its first mark."""
    if "<<<<<<<" not in text and ">>>>>>>" not in text:
        return
    hint = "Keep one of the two versions, and take away the lines <<<<<<<, ======= and >>>>>>>."
    for found in _CONFLICT.finditer(text):
        at = len(text[: found.start()].encode())
        yield _fault(source, Rule.MERGE_CONFLICT, at, "Git left a conflict of a merge here.", hint)


def _size(source: Source) -> Diagnostic | None:
    suffix = source.path[source.path.rfind(".") :]
    limit = LIMITS.get(suffix, LIMITS[".yaml"])
    if len(source.data) <= limit:
        return None
    message = f"The file has {len(source.data):,} bytes; {limit:,} are allowed."
    return _fault(source, Rule.FILE_TOO_LARGE, 0, message, "Split it into several files.")


def _bytes(source: Source) -> Diagnostic | None:
    """Return the first fault visible in the bytes alone."""
    data = source.data
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _fault(source, Rule.TEXT_ENCODING, 0, "This is UTF-16 text.", "Save the file as UTF-8.")
    if (at := data.find(b"\0")) >= 0:
        hint = "Remove the NUL character; the file may be damaged or no text at all."
        return _fault(source, Rule.TEXT_NUL, at, "The file contains a NUL character.", hint)
    if (at := data.find(b"\r")) >= 0:
        hint = "Save the file with Unix line endings (LF)."
        return _fault(source, Rule.TEXT_LINE_ENDINGS, at, "This line does not end in LF but in CR.", hint)
    return None


def _fault(source: Source, rule: Rule, offset: int, message: str, hint: str) -> Diagnostic:
    return Diagnostic(rule=rule, location=location_at(source.path, source.data, offset), message=message, hint=hint)


def location_at(path: str, data: bytes, offset: int) -> Location:
    """Return the line and column, in characters, of a byte of a file."""
    start = data.rfind(b"\n", 0, offset) + 1
    column = len(data[start:offset].decode("utf-8", "replace")) + 1
    return Location(path=path, line=data.count(b"\n", 0, offset) + 1, column=column)
