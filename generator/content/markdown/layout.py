"""Lists, tables and code as CommonMark reads them, laid out as Python-Markdown wants them.

Other viewers nest a list by two spaces, begin a list or a table right below a paragraph, and read a wrapped line that begins
with a year as part of its item. Python-Markdown wants four spaces and empty lines, and takes the year for the next item.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from html import escape

from markdown.preprocessors import Preprocessor
from markdown_it.token import Token

from generator.content.markdown.blocks import read_blocks

AFTER_TABS = 28
"""Preprocessors run by priority: this one when tabs are spaces, before code and HTML are put aside."""
_ITEM = re.compile(r" *(?:[-+*]|(?P<number>\d{1,9})[.)])(?P<gap> *)")
_QUOTE = re.compile(r" {0,3}> ?")
_NUMBERED = re.compile(r" *\d+\. ")
_ELEMENT = re.compile(r"<(?P<name>details|div|section|aside)\b(?![^<>]*\bmarkdown\s*=)[^<>]*>")
_LISTS = frozenset(("bullet_list_open", "ordered_list_open"))
_SET_APART = frozenset((*_LISTS, "table_open"))


@dataclass(slots=True, kw_only=True)
class _Container:
    """A quotation or an item of a list, with its lines; those of an item are indented by `width`."""

    is_item: bool
    start: int
    end: int
    width: int = 0

    def peel(self, line: str, number: int) -> tuple[str, str]:
        """Return what stands before the content of a line, as Python-Markdown wants it, and the content."""
        if not self.is_item:
            found = _QUOTE.match(line)
            return "> ", line[found.end() :] if found else line
        found = _ITEM.match(line) if number == self.start else None
        if found is None:
            blank = min(self.width, len(line) - len(line.lstrip(" ")))
            return "    ", line[blank:]
        self.width = found.end() if line[found.end() :] and len(found["gap"]) <= 4 else found.start("gap") + 1  # noqa: PLR2004 - CommonMark's number
        return f"{found['number']}. " if found["number"] else "- ", line[self.width :]


@dataclass(slots=True, kw_only=True)
class _Row:
    """A line: what its containers put before it, and the rest."""

    prefix: str
    text: str
    within: tuple[_Container, ...] = field(default=())

    def written(self) -> str:
        """Return the whole line; an empty one has no blanks."""
        line = self.prefix + self.text
        return line if line.strip() else ""


class BlockLayout(Preprocessor):
    """A preprocessor that lays blocks out; a text without lists, tables and quotations stays as it is."""

    def run(self, lines: list[str]) -> list[str]:
        """Return the lines as Python-Markdown wants them."""
        return "\n".join(lay_out(lines, self.md.htmlStash.store)).split("\n")


def lay_out(lines: Sequence[str], store: Callable[[str], str]) -> list[str]:
    """Return the lines with four spaces for each level, and empty lines where blocks would merge.

    `store` puts HTML aside and returns what stands for it.
    """
    tokens = read_blocks("\n".join(lines))
    rows = list(_rows(lines, tokens))
    for token in tokens:
        if token.type == "fence" and token.map:
            _put_code(rows[slice(*token.map)], token, store)
        elif token.type == "html_block" and token.map and not token.level:
            _open_to_markdown(rows[slice(*token.map)])
    apart, wrapped = frozenset(_apart(tokens, rows)), frozenset(_wrapped(tokens))
    made: list[str] = []
    for number, row in enumerate(rows):
        if number in wrapped and _NUMBERED.match(row.text):
            _wrap(made, row)
            continue
        if number in apart and made and made[-1].strip(" >"):
            made.append("".join("> " for each in row.within if not each.is_item and each.start < number))
        made.append(row.written())
    return made


def _rows(lines: Sequence[str], tokens: Sequence[Token]) -> Iterator[_Row]:
    """Yield each line without what its quotations and lists put before it."""
    coming = _containers(tokens)
    within: list[_Container] = []
    for number, line in enumerate(lines):
        within = [each for each in within if each.end > number]
        while coming and coming[-1].start == number:
            within.append(coming.pop())
        prefix, rest = "", line
        for each in within:
            before, rest = each.peel(rest, number)
            prefix += before
        yield _Row(prefix=prefix, text=rest, within=tuple(within))


def _containers(tokens: Sequence[Token]) -> list[_Container]:
    """Return all quotations and items, the first one last."""
    kinds = {"blockquote_open", "list_item_open"}
    found = [(token.type == "list_item_open", token.map) for token in tokens if token.type in kinds and token.map]
    return [_Container(is_item=item, start=lines[0], end=lines[1]) for item, lines in reversed(found)]


def _put_code(rows: Sequence[_Row], fence: Token, store: Callable[[str], str]) -> None:
    """Take away the indent of a fenced block; one in a list or a quotation is put aside as HTML."""
    opening = rows[0]
    indent = len(opening.text) - len(opening.text.lstrip(" "))
    for row in rows:
        row.text = row.text[min(indent, len(row.text) - len(row.text.lstrip(" "))) :]
    if opening.within:
        opening.text = store(f"<pre><code>{escape(fence.content, quote=False)}</code></pre>")
        for row in rows[1:]:
            row.text = ""


def _open_to_markdown(rows: Sequence[_Row]) -> None:
    """Mark the elements that go on below an empty line: what stands in them is Markdown."""
    text = "\n".join(row.text for row in rows)
    for row in rows:
        for tag in _ELEMENT.finditer(row.text):
            if text.count(f"<{tag['name']}") > text.count(f"</{tag['name']}"):
                row.text = f'{row.text[: tag.end("name")]} markdown="1"{row.text[tag.end("name") :]}'
                break


def _apart(tokens: Sequence[Token], rows: Sequence[_Row]) -> Iterator[int]:
    """Yield each line before which a block begins that Python-Markdown wants to stand apart."""
    elders: list[Token | None] = [None]
    parents: list[str] = [""]
    for token in tokens:
        if token.nesting < 0:
            elders.pop()
            parents.pop()
            continue
        if token.map and elders[-1] and _merges(elders[-1], token, parents[-1], rows):
            yield token.map[0]
        elders[-1] = token
        if token.nesting > 0:
            elders.append(None)
            parents.append(token.type)


def _merges(elder: Token, token: Token, parent: str, rows: Sequence[_Row]) -> bool:
    """Whether Python-Markdown would read a block as part of the one before it."""
    if token.type == "list_item_open":
        return any(not row.text.strip() for row in rows[slice(*elder.map or (0, 0))])
    if parent == "list_item_open" and elder.type == "paragraph_open" and token.type in _LISTS:
        return False
    nested_code = parent != "" and token.type == "fence"
    return nested_code or not _SET_APART.isdisjoint((elder.type, token.type))


def _wrapped(tokens: Sequence[Token]) -> Iterator[int]:
    """Yield each line of a paragraph in a list that continues the line before."""
    depth = 0
    for token in tokens:
        depth += token.nesting * (token.type.startswith("list_item"))
        if depth and token.type == "paragraph_open" and token.map:
            yield from range(token.map[0] + 1, token.map[1])


def _wrap(made: list[str], row: _Row) -> None:
    """Put a line that begins like an item behind the line before; after a line break its stop is escaped."""
    if made[-1].endswith(("  ", "\\")):
        made.append(row.prefix + row.text.replace(".", "\\.", 1))
    else:
        made[-1] = f"{made[-1]} {row.text.strip()}"
