"""Tables: no cell is dropped, alignment is a class, columns of numbers stand right."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import zip_longest
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions.tables import TableProcessor

from generator.content.markdown.positions import TAG, SourceMap
from generator.diagnostics import Diagnostic
from generator.rules import Rule

BEFORE_PARAGRAPHS = 75
"""The place of Python-Markdown's own processor for tables, which this one replaces."""
_LINK = re.compile(r"\[([^\[\]]*)\](?:\([^()]*\)|\[[^\[\]]*\])")
_NUMBER = re.compile(
    r"[$€£]?[-−+]?\d[\d,.\u00a0\u202f]*\s?(?:%|per cent|percentage points?|thousand|million|billion|trillion)?"
)
_NONE = frozenset(("", "…", "–", "—", "-", "n/a"))


class Tables(TableProcessor):
    """A reader of tables; collects the rows that have more cells than the head."""

    def __init__(self, markdown: Markdown, source_map: SourceMap) -> None:
        super().__init__(markdown.parser, {"use_align_attribute": True})
        self.problems: list[Diagnostic] = []
        self._source_map = source_map
        self._seen: Counter[str] = Counter()

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Build a table, with classes in place of the attributes for alignment."""
        rows = [self._cells(row.strip(" ")) for row in blocks[0].split("\n")[2:]]
        super().run(parent, blocks)
        numeric = [_is_numeric(column) for column in zip_longest(*rows, fillvalue="")]
        for row in parent[-1].iter("tr"):
            for at, cell in enumerate(row):
                _align(cell, is_numeric=at < len(numeric) and numeric[at])

    def _cells(self, row: str) -> list[str]:
        return list(self._split_row(row))  # type: ignore[attr-defined] # the stubs lack it

    def _build_row(self, row: str, parent: Element, align: Sequence[str | None]) -> None:
        super()._build_row(row, parent, align)  # type: ignore[misc] # the stubs lack it
        cells, text = self._cells(row), TAG.sub("", row)
        if any(cell.strip() for cell in cells[len(align) :]):
            where = self._source_map.line_with(text, self._seen[text])
            message = f"This row has {len(cells)} cells, the head of the table {len(align)}."
            hint = r"Give the head as many cells; a sign | within a cell is written \|, also in the title of a link."
            self.problems.append(
                Diagnostic(rule=Rule.TABLE_CELLS, location=where, message=message, hint=hint),
            )
        self._seen[text] += 1


def _is_numeric(column: Sequence[str]) -> bool:
    """Whether all cells of a column are numbers, as typed or as the text of a link, or nothing."""
    words = [_LINK.sub(r"\1", TAG.sub("", cell)).strip(" *_") for cell in column]
    return any(word not in _NONE for word in words) and all(w in _NONE or _NUMBER.fullmatch(w) for w in words)


def _align(cell: Element, *, is_numeric: bool) -> None:
    side = cell.attrib.pop("align", "right" if is_numeric else "")
    if side in {"right", "center"}:
        cell.set("class", f"align-{side}")
