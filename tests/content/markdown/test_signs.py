"""Signs that readers would see as they stand, and numbers of items that they would not."""

import pytest

from tests.content.markdown.parsed import parse

TOLD = [
    ("One **two three.", [("markup-printed", 1, 5)]),
    ("One ~~two three.", [("markup-printed", 1, 5)]),
    ("<p>\n\n- a\n- b\n\n</p>", [("markup-printed", 3, 1), ("markup-printed", 4, 1)]),
    ("One\n    - a", [("markup-printed", 2, 5)]),
    ("One\n    1. a", [("markup-printed", 2, 5)]),
    ("One\n    ## a", [("markup-printed", 2, 5)]),
    ("| a | b |\n|---|\n| c |", [("markup-printed", 2, 1)]),
    ("| a | b |\n| c | d |\n| e | f |", [("markup-printed", 1, 1)]),
    ("> | a | b |\n> | c | d |", [("markup-printed", 1, 3)]),
    ("> [!REMARK]\n> a", [("markup-printed", 1, 3)]),
    ("- a {: .note}", [("markup-printed", 1, 5)]),
    ("a {: .note} b", [("markup-printed", 1, 3)]),
    ("| a | b |\n| --- | --- |\n| c | d |\n{: .note}", [("markup-printed", 4, 1)]),
    ("a\n{: .note}\n\n## b {: .note}\n\n*c*{: .note} and \\{: .one} and `{: .two}`", []),
    ("1. a\n2019. b\n3. c", [("list-number", 2, 1)]),
    ("> 1. a\n> 3. b", [("list-number", 2, 1)]),
    ("- 1. a\n  1. b\n  4. c\n- d", [("list-number", 3, 1)]),
]
FINE = [
    r"\*\*a\*\* \~~b \- c",
    "`**a**` and 2 ** 3\n\n    - a\n    **b",
    "```\n**a\n- b\n```\n\n- c",
    "1. a\n1. b\n1. c",
    "0. a\n1. b",
    "7. a\n8. b",
    "1. a\n\n2. b\n\nText.\n\n3. c",
    "In\n2019. It was bad.",
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_each_is_told_at_its_line(text: str, expected: list[tuple[str, int, int]]) -> None:
    assert [(d.rule.value, d.location.line, d.location.column) for d in parse(text).diagnostics] == expected


@pytest.mark.parametrize("text", FINE)
def test_what_is_meant_is_not(text: str) -> None:
    assert parse(text).diagnostics == ()
