"""Labels that nothing defines, and addresses that would vanish: each is told once, at its place."""

import pytest

from tests.content.markdown.parsed import parse

CASES = [
    ("It had [99 million][pop].\n\n[popu]: value:population@2024", [("reference-syntax", 1, 8)]),
    ("][1 million][a]", [("reference-syntax", 1, 2)]),
    ("*[a][b]*\n[c]: value:population", [("reference-syntax", 1, 2), ("definition-unused", 2, 1)]),
    ("See [the site][].", [("reference-syntax", 1, 5)]),
    ("See [the\nsite][my\nlabel].", [("reference-syntax", 1, 5)]),
    ("> * see [a *b*][c]", [("reference-syntax", 1, 9)]),
    ("See [a][x].\n\n[x]: https://example.org/1\n[x]: https://example.org/2", [("definition-unused", 3, 1)]),
    ("Text.\n\n[x]: value:population", [("definition-unused", 3, 1)]),
    ("Text.[^a]\n\n[^a]: [1](value:a)\n\n[^a]: [2](value:b)", [("reference-syntax", 5, 1)]),
    ('See [a](https://example.org/ "b', [("reference-syntax", 1, 5)]),
]
RIGHT = [
    "See [a][X] and [x][].\n\n[x]: https://example.org/",
    "See [x].\n\n[x]: <https://example.org/>",
    "See [a][x].\n\n[x]:\n  https://example.org/\n  'A title'",
    "[//]: # (a comment)\n\nText.",
    r"Rows \[a][b] and `[a][b]`, [sic] [1].",
    "<!-- [a][b] [c](value:d) -->\n\nText.",
    "```\n[a][b] [c](value:d)\n```",
    "[a][^n]\n\n[^n]: A note.",
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_what_resolves_to_nothing_is_told_once(text: str, expected: list[tuple[str, int, int]]) -> None:
    found = parse(text).diagnostics
    assert [(d.rule.value, d.location.line, d.location.column) for d in found] == expected


@pytest.mark.parametrize("text", RIGHT)
def test_what_resolves_or_is_no_reference_is_not(text: str) -> None:
    assert parse(text).diagnostics == ()


def test_a_label_nearly_defined_is_named() -> None:
    (problem,) = parse("[a][pop]\n\n[popu]: https://example.org/").diagnostics
    assert problem.hint == r"Did you mean [popu]? Otherwise write [text](address), or \[ for a bracket that is meant."
