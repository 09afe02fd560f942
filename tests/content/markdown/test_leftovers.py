"""Blocks that nothing closes."""

from pathlib import Path

import pytest

from tests.projects import faults

pytestmark = pytest.mark.uncounted  # others count the lines it runs

COUNTRY = "---\ncountry: UZB\nauthors: [A]\nupdated: 2026-01-01\nsummary: S.\n---\n"
NAME = "content/countries/uzbekistan.md"


def told(starter: Path, tmp_path: Path, body: str) -> list[tuple[int, int, str, str]]:
    found = faults(starter, tmp_path, {NAME: COUNTRY + body})
    return [(d.location.line, d.location.column, d.rule.value, d.hint) for d in found]


@pytest.mark.parametrize(
    ("body", "place", "hint"),
    [
        ("Text.\n\n```python\nx = y\n", (9, 1), "Write ``` alone on the line after the block."),
        ("~~~~\nx\n\n```\nx\n```\n", (7, 1), "Write ~~~~ alone on the line after the block."),
        ("```\nx\n```\n\n```\nx\n", (11, 1), "Write ``` alone on the line after the block."),
        ("```\nx = y\n\nText.\n\n```\nx\n```\n", (14, 1), "Write ``` alone on the line after the block."),
        ("Text <!-- a note\n\nText.\n", (7, 6), "Write --> at its end."),
    ],
)
def test_what_nothing_closes_is_told(
    starter: Path, tmp_path: Path, body: str, place: tuple[int, int], hint: str
) -> None:
    assert told(starter, tmp_path, body) == [(*place, "markup-unclosed", hint)]


@pytest.mark.parametrize(
    "body",
    [
        "```\n<!-- x\n```\n",
        "```a``` b\n",
        "`<!--` begins a comment.\n",
        "<!-- a\n\nb -->\n\nText.\n",
        "~~~\n```\n~~~\n",
        "Text.\n\n    <!-- x\n\nText.\n",
        "<!--\n```\n-->\n\nText.\n",
        "```\nx\n    ```\ny\n```\n\nText.\n",
        "<!-- a --!>\n\nText.\n",
        "`~~~` is a row of three signs, as meant.\n",
    ],
)
def test_what_is_closed_or_meant_is_not(starter: Path, tmp_path: Path, body: str) -> None:
    assert told(starter, tmp_path, body) == []


def test_it_is_an_error_as_text_may_be_lost_in_code_or_notes_be_shown(starter: Path, tmp_path: Path) -> None:
    body = "<!-- allow markup-unclosed: as meant -->\n~~~\n\nText.\n"
    found = faults(starter, tmp_path, {NAME: COUNTRY + body})
    assert [(d.rule.value, d.severity.value) for d in found] == [
        ("allow-unused", "error"),
        ("markup-unclosed", "error"),
    ]
