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
    (f"It (shrank)[{TREND}].", (1, 13), f"[text]({TREND})"),
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
    ("Had (2.9 million)[value:population].", (1, 19), "[text](value:population)"),
    ("It was value:population@2020.", (1, 8), "[text](value:population@2020)"),
    ("![It rose] (chart:population)", (1, 1), "![text](chart:population)"),
    ("![A port] (../images/port.jpg)", (1, 1), "![text](../images/port.jpg)"),
    ("See [it] (../countries/latvia.md).", (1, 5), "[text](../countries/latvia.md)"),
    ("See (it)[../countries/latvia.md].", (1, 10), "[text](../countries/latvia.md)"),
    ("See [it] (https://example.org/).", (1, 5), "[text](https://example.org/)"),
    ("See [it] (#part).", (1, 5), "[text](#part)"),
    ("So it is.[^a]\n\n[^a]: See (value:population).", (3, 12), "[text](value:population)"),
    ("- [x] (value:population/KAZ@2020)", (1, 3), "[text](value:population/KAZ@2020)"),
    ("[it](country:KAZ)[value:population/KAZ]", (1, 19), "[text](value:population/KAZ)"),
    ("(*value:population@2020*)", (1, 3), "[text](value:population@2020)"),
    ("| a |\n|---|\n| (value:population) |", (3, 4), "[text](value:population)"),
    ("See [it] (https://example.org/?a=1&amp;b=2).", (1, 5), "[text](https://example.org/?a=1&b=2)"),
    ("See (see value:population).", (1, 10), "[text](value:population)"),
    ("It was “value:population@2020”.", (1, 9), "[text](value:population@2020)"),
    ("> See [it]\n> (https://example.org/).", (1, 7), "[text](https://example.org/)"),
    ("See [it] (Value:population).", (1, 5), "[text](value:population)"),
    ("See [see @nye1990, p. 3].", (1, 5), "[@nye1990]"),
    ("> See [see\n> @nye1990].", (1, 7), "[@nye1990]"),
    ("See (@nye1990, p. 3).", (1, 5), "[@nye1990]"),
    ("As @nye1990 says.", (1, 4), "[@nye1990]"),
    ("See [cite:nye1990].", (1, 6), "[@nye1990]"),
    ("See [@nye1990 now.", (1, 5), "[@nye1990]"),
    ("<div>[@nye1990]</div>", (1, 6), "[@nye1990]"),
]
FIGURES = [
    ("Had [2.9 million] (value:population).", []),
    ("Had 2.9 million\npeople (value:population).", []),
    ("Had 2.9 million, or 31 % of all, (value:population).", [5]),
    ("Had 2.9 million. It grew (value:population).", [5]),
    ("Had 2.9 million people (https://example.org/report).", [5]),
    ("Had 2.9 million people (#1 in the region).", [5]),
    ("Had [2.9 million](value:population@2020/KAZ), 3.5 million", [47]),
    ("Had [2.9\nmillion](vlaue:population)", []),
    ("Had [2.9 million](value:population in all.", []),
]
UNCLOSED = [
    ("See [it](../countries/latvia.md now.", (1, 5), "../countries/latvia.md"),
    ("See it](../countries/latvia.md) now.", (1, 7), "../countries/latvia.md"),
    ("See [it](#part now.", (1, 5), "#part"),
    ("See [it](  value:population now.", (1, 5), "value:"),
    ("See [it](\n> ../a.md).", (1, 5), "../a.md"),
    (r"Of \[note\]." + "\n\nSee it](../a.md) now.", (3, 7), "../a.md"),
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
    "    [a](../a.md and [@nye1990] and [x] (value:population) and [see @nye1990]",
    "<pre class='a'>[x](../a.md) [@nye1990] (value:population)</pre>",
    'Write `(value:a)`, not [a](https://example.org/ "as (value:a)") <!-- (value:a) -->.',
    "`[see @a1]`, [see @a1] and `see @a1`.\n\n[see @a1]: https://example.org/",
    "[value:population]\n\n[value:population]: https://example.org/",
    "See it. [Source: UN]\n\n(https://example.org/ has more.)",
    "> [b]\n\n(mailto:a@b.org)",
    "[1] (https://doi.org/10.1/x) and [no. 1] (#1 in the world), f(x)[#a]",
    "(rank:1) (chart:5) {country:KAZ, year:2019} <https://example.org/?x=value:a@2020>",
    "[Post [by @alice1] here](https://example.org/) and [contact: @alice] @5",
    "Write to <info@example.org>.",
    r"See \[@nye1990] and [mail a@b.org] and @institute.",
]


def told(text: str) -> list[tuple[str, tuple[int, int], str]]:
    source_map = SourceMap(text, "content/essays/a.md", 1)
    parsed = parse_markdown(source_map, DocumentKind.ESSAY)
    found = (*parsed.diagnostics, *check_prose(source_map, DocumentKind.ESSAY, parsed))
    return [(d.rule.value, (d.location.line, d.location.column), d.hint) for d in found]


@pytest.mark.parametrize(("text", "place", "written"), CASES)
def test_an_address_in_no_link_is_told_once(text: str, place: tuple[int, int], written: str) -> None:
    ((rule, where, hint),) = told(text)
    assert (rule, where) == ("reference-syntax", place)
    assert f" {written}" in hint


@pytest.mark.parametrize(("text", "columns"), FIGURES)
def test_a_figure_before_such_an_address_is_not_told_besides(text: str, columns: list[int]) -> None:
    assert [place[1] for rule, place, _hint in told(text) if rule == "figure-unbound"] == columns


@pytest.mark.parametrize(("text", "place", "address"), UNCLOSED)
def test_a_path_in_no_link_is_told_once(text: str, place: tuple[int, int], address: str) -> None:
    (found,) = parse(text).diagnostics
    assert (found.location.line, found.location.column) == place
    assert found.message == f"This '{address}' is not read as a link."


@pytest.mark.parametrize("text", RIGHT)
def test_words_in_brackets_are_not(text: str) -> None:
    assert told(text) == []
