"""Struck-out words, tasks, alerts and line breaks, as GitHub reads them, and pull quotes."""

import pytest

from tests.content.markdown.test_layout import made

CASES = [
    ("It is ~~not~~ right, ~~two words~~.", "<p>It is <del>not</del> right, <del>two words</del>.</p>"),
    ("a ~~ b ~~ c \\~~d~~ `~~e~~`", "<p>a ~~ b ~~ c ~~d~~ <code>~~e~~</code></p>"),
    ("- [ ] a\n- [x] b\n- [X] c", "<ul><li>☐ a</li><li>☑ b</li><li>☑ c</li></ul>"),
    ("- [ ] a\n\n- [x] b", "<ul><li><p>☐ a</p></li><li><p>☑ b</p></li></ul>"),
    ("- [x](https://example.org/)", '<ul><li><a href="https://example.org/">x</a></li></ul>'),
    (r"\$5 \~ \% \& \" \< \# \d", '<p>$5 ~ % &amp; " &lt; # \\d</p>'),
    ("a\\\nb", "<p>a<br>b</p>"),
    ("`a\\`", "<p><code>a\\</code></p>"),
    ("> [!NOTE]\n> a", '<div class="admonition note"><p class="admonition-title">Note</p><p>a</p></div>'),
    ("> [!Tip]\n>\n> a", '<div class="admonition tip"><p class="admonition-title">Tip</p><p>a</p></div>'),
    ("> a\n\n> b\n>\n> c", "<blockquote><p>a</p></blockquote><blockquote><p>b</p><p>c</p></blockquote>"),
    (
        "> a\n>\n> — b\n{: .pull-quote}",
        '<blockquote class="pull-quote"><p>a</p><p class="pull-quote__by">— b</p></blockquote>',
    ),
    (
        "> — a\n{: .pull-quote}\n\n> b",
        '<blockquote class="pull-quote"><p>— a</p></blockquote><blockquote><p>b</p></blockquote>',
    ),
    ("> [!NOTE] a", "<blockquote><p>[!NOTE] a</p></blockquote>"),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_what_other_viewers_render_is_rendered(text: str, expected: str) -> None:
    assert made(text) == expected
