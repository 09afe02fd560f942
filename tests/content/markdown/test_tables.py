"""Tables keep every cell, and stand as their author or their numbers say."""

import re

import pytest

from tests.content.markdown.parsed import parse

HEAD = "| a | b |\n|---|---|\n"


def told(text: str) -> list[tuple[str, int, int]]:
    return [(d.rule.value, d.location.line, d.location.column) for d in parse(text).diagnostics]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (HEAD + "| 1 | 2 | [3](value:c) |", [("table-cells", 3, 1)]),
        (HEAD + "| 1 | 2 |\n| 1 | 2 | 3 |\n| 1 | 2 | 3 |", [("table-cells", 4, 1), ("table-cells", 5, 1)]),
        (HEAD + '| [a](https://example.org/ "b|c") | 2 |', [("table-cells", 3, 1)]),
        ('| a | b | c |\n|---|---|---|\n| [a](https://example.org/ "b|c") | 2 |', [("reference-syntax", 3, 3)]),
        ("> | a | b |\n> |---|---|\n> | 1 | 2 | 3 |", [("table-cells", 3, 3)]),
        (HEAD + "| 1 | 2 | |", []),
        (HEAD + r"| 1 | [2](https://example.org/ 'a\|b') |", []),
        (HEAD + "| 1 |", []),
        (HEAD + "| `1|2` | 3 |", []),
    ],
)
def test_a_cell_without_a_head_is_told_at_its_row(text: str, expected: list[tuple[str, int, int]]) -> None:
    assert told(text) == expected


def sides(text: str) -> list[str]:
    html = "".join(str(part) for section in parse(text).sections for part in section.parts)
    return [found[1] or "" for found in re.finditer(r'<td(?: class="align-(\w+)")?>', html)]


def test_alignment_is_a_class_and_numbers_stand_right() -> None:
    assert sides("| a | b | c |\n|:-:|--:|:--|\n| 1 | b | 3 |") == ["center", "right", ""]
    assert sides(
        "| a | b | c |\n|---|---|---|\n| 1,000 | x1 | −5.2 % |\n| – | 2 | [8 million][x] |\n\n[x]: value:a"
    ) == [
        *("right", "", "right"),
        *("right", "", "right"),
    ]
    assert sides("| a | b |\n|---|---|\n|  | … |") == ["", ""]
    assert sides("| a | b |\n|---|---|") == ["", ""]
