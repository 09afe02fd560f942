"""Lines of templates: indentation is for the reader, the page has none of it, faults keep their line."""

import pytest
from jinja2 import TemplateSyntaxError

from generator.render.environment import make_environment
from generator.sources.files import Source, Sources


def rendered(text: str) -> str:
    sources = Sources(files={"templates/a.html": Source(path="templates/a.html", data=text.encode())})
    return make_environment(sources).get_template("a.html").render(name="x", names=["x", "y"])


@pytest.mark.parametrize(
    ("template", "page"),
    [
        ("<ul>\n  <li>{{ name }}</li>\n  </ul>", "<ul><li>x</li></ul>"),
        ("<ul>\n</ul>", "<ul>\n</ul>"),
        ("<a\n    href=x\n    id=y\n    >", "<a href=x id=y>"),
        ("<a\n    href={{ name }}\n    {% if name %} id=y{% endif %}>", "<a href=x  id=y>"),
        ("one\n  two\n\n  three", "one two three"),
        ("{{ name }}\n  {{ name }}", "x x"),
        ("<b>\n  {{ name }}\n  </b>", "<b>x</b>"),
        ("<b>x</b>\n  {{ name }}", "<b>x</b>x"),
        ('<b>x</b>{{ " " }}\n  <b>', "<b>x</b> <b>"),
        ("{% for name in names %}\n  <b>{{ name }}</b>\n  {% endfor %}\n.", "<b>x</b><b>y</b>."),
        ("{% for name in names %}\n{{ name }}\n{% endfor %}", "x\ny\n"),
        ("{% if name == '>' %}\n  1\n  {% else %}\n  2{% endif %}", "2"),
    ],
)
def test_an_indented_line_continues_the_one_above(template: str, page: str) -> None:
    assert rendered(template) == page


def test_a_fault_keeps_its_line() -> None:
    with pytest.raises(TemplateSyntaxError) as raised:
        rendered("<p>\n  one\n\n  two\n  {% nothing %}")
    assert raised.value.lineno == 5


def test_a_break_inside_a_tag_of_jinja_is_jinja_s_own() -> None:
    assert rendered('{{ "a\n  b" }}') == "a\n  b"
