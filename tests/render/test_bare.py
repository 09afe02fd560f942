"""Templates without the quotes that HTML does not need: a browser reads the same."""

import re

import html5lib
import pytest
from jinja2 import Environment

from generator.render.bare import bare
from tests.repository import REPOSITORY

SHORTER = {
    '<td class="bar" title="{{ words }}">': '<td class=bar title="{{ words }}">',
    '<th scope="col"{% if x %} class="number"{% endif %}>{{ a }}</th>': "<th scope=col{% if x %} class=number{% endif %}>{{ a }}</th>",
    '<th scope="col"{# why #}>': "<th scope=col{# why #}>",
    '<a class="a"\n  href="/x/">': "<a class=a\n  href=/x/>",
    '<svg class="spark" viewBox="0 0 104 26" role="img">': '<svg class=spark viewBox="0 0 104 26" role=img>',
    '<a title="a > b" id="c">': '<a title="a > b" id="c">',
}
LONGER = [
    '<rect class="scale"/>',
    '<td class="a b">',
    '<td class="">',
    '<i title="it’s">',
    '<a title=\'x="y" z\' id="a">',
    '<p>a="b" c</p>',
    '<i class="a"{{ more }}>',
    '<br class="a"{% if x %} b{% endif %}/>',
    '<i class="a"{% if x %} b{% endif %}{{ more }}>',
    '<i class="a{{ b }}">',
    '{% set x="b" %}{{ f(a="b") }}{# <a class="b"> #}',
    '<i title="a=b"><i title="a`b"><i title="a&amp;b=">',
]


@pytest.mark.parametrize(("text", "short"), SHORTER.items())
def test_a_value_of_one_word_stands_bare(text: str, short: str) -> None:
    assert bare(text) == short


@pytest.mark.parametrize("text", LONGER)
def test_quotes_stay_where_they_are_needed_or_may_be(text: str) -> None:
    assert bare(text) == text


@pytest.mark.parametrize("x", [True, False])
@pytest.mark.parametrize("text", [*SHORTER, *LONGER])
def test_a_browser_reads_the_same(text: str, *, x: bool) -> None:
    values = {"x": x, "words": "two words", "a": 1, "b": "c", "more": " d", "f": dict}
    environment = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
    pages = [environment.from_string(source).render(values) for source in (text, bare(text))]
    first, second = (html5lib.serialize(html5lib.parse(page)) for page in pages)
    assert first == second


def test_each_template_of_the_theme_keeps_its_lines_and_the_tags_of_its_blocks() -> None:
    for path in (REPOSITORY / "templates").rglob("*.html"):
        source = path.read_text(encoding="utf-8")
        assert bare(source).count("\n") == source.count("\n")
        assert bare(bare(source)) == bare(source)


def test_no_block_in_a_tag_of_the_theme_takes_spaces_away() -> None:
    tag = re.compile(r"""<[A-Za-z](?:[^<>"{]|\{[%#{].*?[%#}]\}|"[^"]*")*>""")
    for path in (REPOSITORY / "templates").rglob("*.html"):
        for found in tag.findall(path.read_text(encoding="utf-8")):
            between = re.sub('"[^"]*"', '""', found)
            assert not re.search(r"\{[%#{]-|-[%#}]\}|[%#]\}\n\S", between), f"{path}: {found}"
