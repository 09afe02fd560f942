"""Hostile and huge input: at the limits it is read, above them named."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.content.markdown.parse import Parsed, parse_markdown
from generator.content.markdown.positions import PRIVATE, Places
from generator.content.references import Reference
from generator.sources.files import Source
from generator.sources.read import read_sources
from generator.sources.text import decode_text


def parse(text: str) -> Parsed:
    return parse_markdown(Places(text, "content/essays/a.md", 1))


def rules(parsed: Parsed) -> list[str]:
    return [each.rule.value for each in parsed.diagnostics]


def decoded(data: bytes, path: str = "content/essays/a.md") -> list[tuple[str, int, int]]:
    return [(p.rule.value, p.location.line, p.location.column) for p in decode_text(Source(path=path, data=data))[1]]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"a" * 1_000_000, []),
        (b"a" * 1_000_001, [("file-too-large", 1, 1)]),
        (b"a\n\0", [("text-nul", 2, 1)]),
        ("a\nб\u202e8.5".encode(), [("text-control", 2, 2)]),
        ("\u2066a".encode(), [("text-control", 1, 1)]),
        (b"a\x1b[0m", [("text-control", 1, 2)]),
        ("\u06a9\u0634\u0648\u0631 \u05d0".encode(), []),
        (b"\xff", [("text-encoding", 1, 1)]),
        (b"a\tb\n", []),
    ],
)
def test_bytes_that_are_no_plain_text_are_named(data: bytes, expected: list[tuple[str, int, int]]) -> None:
    assert decoded(data) == expected


def test_yaml_has_its_own_limit() -> None:
    assert decoded(b"a" * 2_000_000, "site.yaml") == []
    assert decoded(b"a" * 2_000_001, "site.yaml") == [("file-too-large", 1, 1)]


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
@pytest.mark.unmeasured
def test_twenty_thousand_links_are_read_and_one_more_is_not() -> None:
    link = "[a](country:KAZ) "
    found = [p for s in parse(link * 20_000).sections for p in s.parts if isinstance(p, Reference)]
    assert len(found) == 20_000
    assert rules(parse(link * 20_001)) == ["reference-limit"]


@given(st.text(alphabet="\ue000\ue001\ue002\ue003\ue004\ue005\ue006\ue007\uf8ff0123[](): ab\n", max_size=80))
def test_our_private_marks_cannot_be_typed(text: str) -> None:
    assert parse(text).sections == parse(PRIVATE.sub("", text)).sections


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        '<img src="x" onerror="alert(1)">',
        "[a](javascript:alert(1))",
        "[a](JaVaScRiPt:alert(1))",
        "[a](data:text/html,x)",
        "[a](java\tscript:alert(1))",
        "[a](vbscript:x)",
        "![a](https://example.org/tracker.png)",
        "[a][b]\n\n[b]: javascript:alert(1)",
        "Text\n{: onclick=alert(1) }",
        "Text\n{: style=position:fixed }",
        '<a href="javascript:x">a</a>',
        "<a href='java&#10;script:x'>a</a>",
        '<div><a href=" JAVASCRIPT:x">a</a></div>',
        "<svg onload=alert(1)>",
        "<iframe src=x></iframe>",
        "<style>*{display:none}</style>",
        '<p style="x">a</p>',
        "<https://example.org/><form action=x>",
    ],
)
def test_markup_that_could_run_or_reach_out_is_an_error_and_does_not_pass(text: str) -> None:
    parsed = parse(text)
    made = "".join(p for s in parsed.sections for p in s.parts if isinstance(p, str)).lower()
    assert parsed.diagnostics
    for sign in (
        "<script",
        "<img",
        "<svg",
        "<iframe",
        "<style",
        "<form",
        "javascript:",
        "vbscript:",
        "data:",
        "onclick",
        "onerror",
        "style=",
    ):
        assert sign not in made


def test_links_out_of_the_project_are_not_read(tmp_path: Path) -> None:
    (tmp_path / "secret.md").write_text("secret", encoding="utf-8")
    root = tmp_path / "project"
    (root / "content").mkdir(parents=True)
    (root / "content/out.md").symlink_to(tmp_path / "secret.md")
    (root / "content/folder").symlink_to(tmp_path)
    (root / "content/loop.md").symlink_to(root / "content/loop.md")
    sources, problems = read_sources(root)
    assert sources.files == {}
    assert sorted((p.rule.value, p.location.path) for p in problems) == [
        ("file-missing", "content/loop.md"),
        ("path-outside", "content/folder"),
        ("path-outside", "content/out.md"),
    ]
