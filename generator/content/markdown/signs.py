"""Signs of Markdown that readers would see, and numbers of items that they would not see."""

import re
from collections.abc import Iterator
from html import unescape

from generator.content.markdown.blocks import read_blocks
from generator.content.markdown.positions import SourceMap
from generator.diagnostics import Diagnostic, Location
from generator.rules import Rule

_ALERT = "Alerts are > [!NOTE], [!TIP], [!IMPORTANT], [!WARNING] or [!CAUTION], alone on their line."
_MARK = "It may stand alone below a paragraph, at the end of a heading, or right behind an emphasis or a link."
_APART = "Put an empty line before it, or a backslash before a sign that is meant."
_WORD = r"[^\s*_~\[\]<>|`\\]+"
_SIGNS = tuple(
    (re.compile(pattern, re.MULTILINE), hint)
    for pattern, hint in (
        (
            rf"(?<![\\*])(\*\*(?!\s){_WORD})",
            "Close it with two asterisks and no blank before them; in HTML write <strong>.",
        ),
        (rf"(?<![\\~])(~~(?![\s~]){_WORD})", "Close it with two tildes and no blank before them; in HTML write <del>."),
        (rf"^[ >]*([-+*] (?:\[[ xX]\] )?{_WORD})", _APART),
        (rf"^[ >]*(1[.)] {_WORD})", _APART),
        (r"^[ >]*(\|(?: ?:?-{3,}:? ?\|)+)", f"{_APART} The row below the head has as many cells as the head."),
        (
            r"^[ >]*(\|(?:[^|\n]*\|){2,})[ \t]*\n[ >]*\|(?! ?:?-{3,})(?:[^|\n]*\|){2,}[ \t]*$",
            "A table has a row | --- | --- | below its head.",
        ),
        (rf"^[ >]*(#{{2,6}} {_WORD})", _APART),
        (r"(?<!\\)(\[![A-Za-z]+\])", _ALERT),
        (r"(?<!\\)(\{:[ \t]*[.#][^{}\n]*\})", _MARK),
    )
)
"""Patterns of signs, the group being what readers would see."""
_CODE = re.compile(r"<(pre|code)\b[^>]*>.*?</\1>", re.DOTALL)
_TAGS = re.compile(r"<[^<>]*>")


def find_printed(clean: str, source_map: SourceMap) -> Iterator[Diagnostic]:
    """Yield a warning for each sign that stands in the finished text as it does in the source."""
    text = unescape(_TAGS.sub("", _CODE.sub("", clean)))
    lines: set[int] = set()
    for pattern, hint in _SIGNS:
        printed = {found[1] for found in pattern.finditer(text)}
        for found in pattern.finditer(source_map.without_code) if printed else ():
            where = source_map.location(found.start(1))
            if found[1] in printed and where.line not in lines:
                lines.add(where.line)
                yield _warn(Rule.MARKUP_PRINTED, where, f"Readers would see '{found[1]}' as it stands.", hint)


def check_numbers(source_map: SourceMap) -> Iterator[Diagnostic]:
    """Yield a warning for each item whose number is not the next one; `1. 1. 1.` is right."""
    if not re.search(r"^[ \t>]*\d+[.)]", source_map.text, re.MULTILINE):
        return
    starts = [0, *(found.end() for found in re.finditer("\n", source_map.text))]
    lists: list[list[int]] = []
    for token in read_blocks(source_map.text):
        if token.type in {"ordered_list_open", "bullet_list_open"}:
            lists.append([])
        elif token.type in {"ordered_list_close", "bullet_list_close"}:
            lists.pop()
        elif token.type == "list_item_open" and token.info and token.map:
            lists[-1].append(int(token.info))
            yield from _check_number(lists[-1], source_map.location(starts[token.map[0]]))


def _check_number(numbers: list[int], where: Location) -> Iterator[Diagnostic]:
    typed, shown = numbers[-1], numbers[0] + len(numbers) - 1
    if typed in {shown, numbers[0]}:
        return
    message = f"This item is numbered {typed}; readers would see {shown}."
    hint = rf"Write {shown}. for the next item, or {typed}\. where the number belongs to the sentence."
    yield _warn(Rule.LIST_NUMBER, where, message, hint)


def _warn(rule: Rule, where: Location, message: str, hint: str) -> Diagnostic:
    return Diagnostic(rule=rule, location=where, message=message, hint=hint)
