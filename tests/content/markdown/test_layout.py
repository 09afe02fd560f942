"""Lists, tables and code.

Read as CommonMark reads them, whatever Python-Markdown makes of the same signs.
"""

import re

import pytest

from generator.content.markdown.layout import lay_out
from tests.content.markdown.parsed import parse

CASES = [
    ("- in\n  2019. It was bad.\n- next", "<ul><li>in 2019. It was bad.</li><li>next</li></ul>"),
    ("1. in\n   2019. It was bad.", "<ol><li>in 2019. It was bad.</li></ol>"),
    ("1. in  \n   2019. It was bad.", "<ol><li>in<br>2019. It was bad.</li></ol>"),
    ("- in\n2019. It was bad.", '<ul><li>in</li></ul><ol start="2019"><li>It was bad.</li></ol>'),
    ("2019. It was bad.", '<ol start="2019"><li>It was bad.</li></ol>'),
    ("in\n2019. It was bad.", "<p>in2019. It was bad.</p>"),
    ("- a\n- b\n\n1. c\n2. d", "<ul><li>a</li><li>b</li></ul><ol><li>c</li><li>d</li></ol>"),
    ("- a\n1. b\n- c", "<ul><li>a</li></ul><ol><li>b</li></ol><ul><li>c</li></ul>"),
    ("5. e\n6. f", '<ol start="5"><li>e</li><li>f</li></ol>'),
    ("1) a\n2) b", "<ol><li>a</li><li>b</li></ol>"),
    ("- a\n  - b\n  - c\n- d", "<ul><li>a<ul><li>b</li><li>c</li></ul></li><li>d</li></ul>"),
    ("1. a\n   - b\n2. c", "<ol><li>a<ul><li>b</li></ul></li><li>c</li></ol>"),
    ("- a\n    - b\n        - c", "<ul><li>a<ul><li>b<ul><li>c</li></ul></li></ul></li></ul>"),
    ("- a\n\n  b\n- c", "<ul><li><p>a</p><p>b</p></li><li><p>c</p></li></ul>"),
    ("Exports:\n- oil\n- gas", "<p>Exports:</p><ul><li>oil</li><li>gas</li></ul>"),
    ("- a\n---", "<ul><li>a</li></ul><hr>"),
    ("- a\n## B\nc", "<ul><li>a</li></ul><p>c</p>"),
    ("- a\n\n  ```\n  b\n\n    c\n  ```\n\n  d", "<ul><li><p>a</p><pre><code>bc</code></pre><p>d</p></li></ul>"),
    ("- ```\n  b\n  ```\n- c", "<ul><li><pre><code>b</code></pre></li><li><p>c</p></li></ul>"),
    (
        "> a\n> - b\n>\n> ```\n> c\n> ```",
        "<blockquote><p>a</p><ul><li>b</li></ul><pre><code>c</code></pre></blockquote>",
    ),
    ("> ```\n> c\n> ```", "<blockquote><pre><code>c</code></pre></blockquote>"),
    ("- a\n  ```x\n  <b\n  ```\n- c", "<ul><li><p>a</p><pre><code>&lt;b</code></pre></li><li><p>c</p></li></ul>"),
    ("  ```\n  c\n  ```", "<pre><code>c</code></pre>"),
    ("- a\n{: .x}", '<ul><li class="x">a</li></ul>'),
    ("<div>\n\n**a**\n\n</div>", "<div><p><strong>a</strong></p></div>"),
    (
        "<details>\n<summary>S</summary>\n\n- a\n\n</details>",
        "<details><summary>S</summary><ul><li>a</li></ul></details>",
    ),
    ("<div>**a**</div>", "<div>**a**</div>"),
]
TABLE = "| a | b |\n|---|---|\n| c | d |"


def made(text: str) -> str:
    parts = [part for section in parse(text).sections for part in section.parts]
    return re.sub(r"\n *", "", "".join(str(part) for part in parts))


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_blocks_are_read_as_in_other_viewers(text: str, expected: str) -> None:
    assert made(text) == expected


def test_a_table_may_stand_right_below_a_paragraph() -> None:
    assert made(f"Above\n{TABLE}") == f"<p>Above</p>{made(TABLE)}"
    assert "<td>c</td>" in made(TABLE)


@pytest.mark.parametrize(
    "text", ["a\n b\n\n\tc", "## A\ntext\n\n```\n- b\n```", "<div>\n- a\n</div>", "a\n:   b\n\n    - c"]
)
def test_a_text_without_lists_stays_as_it_is(text: str) -> None:
    assert lay_out(text.split("\n"), str) == text.split("\n")
