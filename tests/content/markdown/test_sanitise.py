"""Markup that could run or reach out does not pass."""

import pytest

from tests.content.markdown.parsed import parse


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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("> Growth.\n{: .pullquote}", ["pullquote 2:5"]),
        ("## Head {#a .one .two}", ["one 1:14", "two 1:19"]),
        ('<p id=a class="one  two">a</p>', ["one 1:16", "two 1:21"]),
        ("<p\nclass='one'>a</p>", ["one 2:8"]),
        ("<p class=one>a</p>", ["one 1:10"]),
        ('*a*{: class="one" } and *b*{.one}', ["one 1:14", "one 1:30"]),
        ("Text.\n{: .drop-if-missing }", ["drop-if-missing 2:5"]),
        ("`{: .one}` <!-- {: .one} --> {: .one} and *a*{.two}", ["two 1:48"]),
        ("A note[^1].\n\n[^1]: `footnote`\n\n```python\n.language-python\n```", []),
        ("!!! note\n    Text.\n\n| a |\n|--:|\n| 1 |", []),
        ("No { .class } and class=one", []),
        ('Text.\n\n    <p class="one">', []),
        ('Or class="one" in a text.', []),
    ],
)
def test_the_classes_that_an_author_writes_are_known_with_their_places(text: str, expected: list[str]) -> None:
    assert [f"{name} {where.line}:{where.column}" for name, where in sorted(parse(text).classes)] == expected
