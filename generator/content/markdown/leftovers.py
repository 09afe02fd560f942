"""Leftovers: references and notes that the parser took for plain text."""

import re
from collections.abc import Iterator
from html import unescape

from generator.content.markdown.code import unclosed_fence
from generator.content.markdown.links import OUTER
from generator.content.markdown.positions import TAG, SourceMap
from generator.content.markdown.unread import is_path, written_as
from generator.content.references import SCHEMES
from generator.diagnostics import Diagnostic, Location
from generator.rules import Rule

_MARKS = re.compile("`+|~+")
_ELEMENT = re.compile(r"<[^<>]*>")
_CODE = re.compile(r"<(code|pre|kbd|samp)\b[^<>]*>.*?</\1>", re.DOTALL)
_NOTE = re.compile(r"(?<!\\)\[\^([^\]\n]+)\](?!:)")


def find_leftovers(shown: str, clean: str, source_map: SourceMap) -> Iterator[Diagnostic]:
    """Yield a problem for each reference that became no link, and each mark of a missing note.

    `clean` is the HTML as published, `shown` the same with the number of every link that the parser left in the text.
    """
    in_text = set(_numbers(_CODE.sub("", shown)))
    for number in _numbers(shown):
        if number in in_text:
            yield from _citation(source_map, number)
        if _is_meant(source_map, number, is_code=number not in in_text):
            yield _link(source_map, number)
    text = unescape(clean)
    for found in _NOTE.finditer(source_map.without_code):
        if found[0] in text:
            hint = f"Write the note as a paragraph that begins with [^{found[1]}]:"
            yield _fault(source_map.location(found.start()), f"There is no note '{found[1]}'.", hint)


def find_unclosed(clean: str, source_map: SourceMap) -> Iterator[Diagnostic]:
    """Yield a problem for the first block of code and the first comment that nothing closes.

    A comment whose sign stands only in the code of `clean`, the HTML as published, is none.
    """
    fence = unclosed_fence(source_map.without_comments)
    if fence is not None:
        mark = _MARKS.match(source_map.text, fence)
        hint = f"Write {mark[0] if mark else '```'} alone on the line after the block."
        yield _unclosed(source_map.location(fence), "Nothing closes this block of code.", hint)
    words, comment = unescape(_ELEMENT.sub("", _CODE.sub("", clean))), _open_comment(source_map.without_code)
    if comment is not None and ("<!--" in words or "<!--" not in unescape(clean)):
        yield _unclosed(source_map.location(comment), "Nothing closes this comment.", "Write --> at its end.")


def _open_comment(text: str) -> int | None:
    """Return the offset of the first comment that nothing closes, or None."""
    last = max((found.end() for found in re.finditer("--!?>", text)), default=0)
    found = re.compile(r"(?<!\\)<!--").search(text, last)
    return found.start() if found else None


def _numbers(html: str) -> Iterator[int]:
    return (int(found[1]) for found in TAG.finditer(html))


def _citation(source_map: SourceMap, number: int) -> Iterator[Diagnostic]:
    if key := re.match(r"@\w+", source_map.address(number)):
        hint = (
            rf"Close the bracket, as [{key[0]}], in a line that is not within HTML, or write \[ for one that is meant."
        )
        yield _fault(source_map.link(number), f"This '{key[0]}' is not read as a citation.", hint)


def _is_meant(source_map: SourceMap, number: int, *, is_code: bool) -> bool:
    """Whether an address that is left in the text was meant as one, and not as a sample of Markdown."""
    address = source_map.address(number)
    scheme = address.partition(":")[0]
    if scheme in SCHEMES or not source_map.is_inline(number):
        return scheme in SCHEMES
    return scheme in OUTER or (is_path(address) and not is_code and not source_map.is_escaped(number))


def _link(source_map: SourceMap, number: int) -> Diagnostic:
    address = re.split(r"[\s)>]", source_map.address(number), maxsplit=1)[0].rstrip(".,;")
    scheme = address.partition(":")[0] + ":" if ":" in address else ""
    hint = (
        f"Close the brackets, as {written_as(f'{scheme}…')}, in a line that is neither indented as code nor within HTML;"
        " in code between backticks it may stand as it is."
    )
    return _fault(source_map.link(number), f"This '{scheme or address}' is not read as a link.", hint)


def _unclosed(location: Location, message: str, hint: str) -> Diagnostic:
    return Diagnostic(rule=Rule.MARKUP_UNCLOSED, location=location, message=message, hint=hint)


def _fault(location: Location, message: str, hint: str) -> Diagnostic:
    return Diagnostic(rule=Rule.REFERENCE_SYNTAX, location=location, message=message, hint=hint)
