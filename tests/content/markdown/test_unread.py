"""Addresses and citations whose brackets make no link: each is told once, at its place."""

import pytest

from generator.content.checks.editorial import check_prose
from generator.content.documents import DocumentKind
from generator.content.markdown.parse import parse_markdown
from generator.content.markdown.positions import SourceMap
from tests.content.markdown.parsed import parse

TREND = "trend:population/LVA@2000..2024"
CASES = [
    (f"It [shrank({TREND}).", (1, 12), f"[text]({TREND})"),
    (f"It [shrank] ({TREND}).", (1, 4), f"[text]({TREND})"),
    (f"It [shrank]\n({TREND}).", (1, 4), f"[text]({TREND})"),
    (f"It (shrank)[{TREND}].", (1, 11), f"[text]({TREND})"),
    (f"It shrank ({TREND}).", (1, 12), f"[text]({TREND})"),
    (f"It [shrank]{{{TREND}}}.", (1, 13), f"[text]({TREND})"),
    (f"It [shrank]<{TREND}>.", (1, 13), f"[text]({TREND})"),
    (f"It [shrank][{TREND}].", (1, 4), f"[text]({TREND})"),
    (f"It [shrank] [{TREND}].", (1, 14), f"[text]({TREND})"),
    (f"It [shrank]{TREND}.", (1, 12), f"[text]({TREND})"),
    (f"It [shrank)({TREND}).", (1, 13), f"[text]({TREND})"),
    ("Had [2.9 million] (value:population).", (1, 5), "[text](value:population)"),
    ("Had [2.9 million(value:population).", (1, 18), "[text](value:population)"),
    ("Had 2.9 million people (value:population).", (1, 25), "[text](value:population)"),
    ("Had (2.9 million)[value:population].", (1, 17), "[text](value:population)"),
    ("It was value:population@2020.", (1, 8), "[text](value:population@2020)"),
    ("![It rose] (chart:population)", (1, 2), "![text](chart:population)"),
    ("![A port] (../images/port.jpg)", (1, 2), "![text](../images/port.jpg)"),
    ("See [it] (../countries/latvia.md).", (1, 5), "[text](../countries/latvia.md)"),
    ("See (it)[../countries/latvia.md].", (1, 8), "[text](../countries/latvia.md)"),
    ("See [it] (https://example.org/).", (1, 5), "[text](https://example.org/)"),
    ("See [it] (#part).", (1, 5), "[text](#part)"),
    ("So it is.[^a]\n\n[^a]: See (value:population).", (3, 12), "[text](value:population)"),
    ("See [see @nye1990, p. 3].", (1, 5), "[@key]"),
    ("See [cite:nye1990].", (1, 5), "[@key]"),
    ("See [@nye1990 now.", (1, 5), "[@nye1990]"),
    ("<div>[@nye1990]</div>", (1, 6), "[@nye1990]"),
]
UNCLOSED = [
    ("See [it](../countries/latvia.md now.", (1, 5), "../countries/latvia.md"),
    ("See it](../countries/latvia.md) now.", (1, 7), "../countries/latvia.md"),
    ("See [it](#part now.", (1, 5), "#part"),
    ("See [it](\n> ../a.md).", (1, 5), "../a.md"),
]
RIGHT = [
    "The ratio (value: high) and (see value) and its trend:up.",
    "The [note] (see above), [sic] (2019).",
    "See [@nye1990] (https://example.org/).",
    "See [a][x] (https://example.org/).\n\n[x]: https://example.org/",
    "So.[^a] (https://example.org/)\n\n[^a]: A note.",
    "Write `[x] (value:population)`.",
    'See [a](https://example.org/ "as (value:population)").',
    "<!-- (value:population) -->\n\nText.",
    "*[AB]: An (value:population) of AB",
    r"See \[a](../a.md) and \[a\](../a.md).",
    "    [a](../a.md and [@nye1990]",
    r"See \[@nye1990] and [mail a@b.org] and @nye1990.",
]


def told(text: str) -> list[tuple[str, tuple[int, int], str]]:
    source_map = SourceMap(text, "content/essays/a.md", 1)
    found = (*parse_markdown(source_map, DocumentKind.ESSAY).diagnostics, *check_prose(source_map, DocumentKind.ESSAY))
    return [(d.rule.value, (d.location.line, d.location.column), d.hint) for d in found]


@pytest.mark.parametrize(("text", "place", "written"), CASES)
def test_an_address_in_no_link_is_told_once(text: str, place: tuple[int, int], written: str) -> None:
    ((rule, where, hint),) = told(text)
    assert (rule, where) == ("reference-syntax", place)
    assert f" {written}" in hint


@pytest.mark.parametrize(("text", "place", "address"), UNCLOSED)
def test_a_path_in_no_link_is_told_once(text: str, place: tuple[int, int], address: str) -> None:
    (found,) = parse(text).diagnostics
    assert (found.location.line, found.location.column) == place
    assert found.message == f"This '{address}' is not read as a link."


@pytest.mark.parametrize("text", RIGHT)
def test_words_in_brackets_are_not(text: str) -> None:
    assert told(text) == []
