"""Huge input: at the limits it is read, above them named."""

import pytest

from generator.content.markdown.parse import Parsed
from generator.content.references import Reference
from tests.content.markdown.parsed import parse


def rules(parsed: Parsed) -> list[str]:
    return [each.rule.value for each in parsed.diagnostics]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[" * 50 + "a" + "]" * 50, []),
        ("[" * 51 + "a" + "]" * 51, ["nesting-limit"]),
        ("> " * 50 + "a", []),
        ("> " * 51 + "a", ["nesting-limit"]),
        ("`" * 50, ["markup-unclosed"]),
        ("`" * 51, ["nesting-limit"]),
        ("[a](" * 51, ["nesting-limit"]),
        ("<a " * 51, ["nesting-limit"]),
        ("`<a` " * 51, []),
        ("- " * 50 + "a", []),
        ("- " * 51 + "a", ["nesting-limit"]),
        ("1. " * 51 + "a", ["nesting-limit"]),
        ("\n".join("    " * n + "- a" for n in range(51)), []),
        ("\n".join("    " * n + "- a" for n in range(52)), ["nesting-limit"]),
        ("\n".join("> " + "    " * n + "- a" for n in range(300)), ["nesting-limit"]),
        ("# a {#a}\n\n" * 1001, ["reference-limit"]),
        ("a\n=\n" * 1001, ["reference-limit"]),
        ("---\n" * 501, ["reference-limit"]),
        ("a[^b] " * 1001, ["reference-limit"]),
        ("~~~\n" * 2001, ["reference-limit"]),
        ("```x\n" * 50, ["markup-unclosed"]),
        ("```x\n" * 51, ["reference-limit"]),
        ("```x\n```\n" * 60, []),
        ("```x\n" * 51 + "~~~\n" * 2 + "````\n", ["reference-limit"]),
        ("```x\na\n ```\n" * 51, ["reference-limit"]),
        ("``` hl_lines='1'\na\n```\n" * 51, ["reference-limit"]),
        ("\\`` a " * 50, []),
        ("\\`` a " * 51, ["reference-limit"]),
        ("a\n:   b\n\n" * 1001, ["reference-limit"]),
        ("\\[" * 10_001, ["reference-limit"]),
        ("a  \n" * 10_001, ["reference-limit"]),
        ("*[a]: b\n" * 500, []),
        ("*[a]: b\n" * 501, ["reference-limit"]),
    ],
)
def test_the_limits_themselves_are_allowed(text: str, expected: list[str]) -> None:
    assert rules(parse(text)) == expected


@pytest.mark.slow
def test_twenty_thousand_links_are_read_and_one_more_is_not() -> None:
    link = "[a](country:KAZ) "
    found = [p for s in parse(link * 20_000).sections for p in s.parts if isinstance(p, Reference)]
    assert len(found) == 20_000
    assert rules(parse(link * 20_001)) == ["reference-limit"]
