"""Templates compiled to run quicker write what Jinja's own write."""

import gc
from weakref import ref

import pytest
from jinja2 import DictLoader, Environment, StrictUndefined, UndefinedError
from jinja2.runtime import Context
from markupsafe import Markup

from generator.messages import gettext, ngettext
from generator.render.quick import CONTEXTS, QuickEnvironment, let_go, said, said_of_many

VALUES = {"text": "a < b & 'c'", "html": Markup("<b>&amp;</b>"), "number": 2.5, "none": None, "items": ["x", "<y>"]}

MACROS = """{% macro plain(one, two="2") %}<i>{{ one }}</i>{{ two }}{% endmacro %}
{% macro open(one) %}{{ one }}{{ varargs|join(",") }}{{ kwargs|dictsort }}{% endmacro %}
{% macro around(one) %}<p>{{ caller(one) }}</p>{% endmacro %}
{% macro named(caller=None) %}{{ caller() if caller else "-" }}{% endmacro %}"""


def judge() -> Environment:
    environment = Environment(autoescape=True, undefined=StrictUndefined, extensions=["jinja2.ext.i18n"])
    environment.install_gettext_callables(gettext, ngettext, newstyle=True)  # type: ignore[attr-defined]  # by the extension
    return environment


def quick() -> Environment:
    environment = QuickEnvironment(autoescape=True, undefined=StrictUndefined, extensions=["jinja2.ext.i18n"])
    environment.newstyle_gettext = True  # type: ignore[attr-defined]  # by the extension
    environment.globals |= {"_": said, "gettext": said, "ngettext": said_of_many}
    return environment


@pytest.mark.parametrize(
    "text",
    [
        "{{ text }}{{ html }}{{ number }}{{ none }}{{ items }}{{ text|upper }}{{ text ~ html }}{{ 1 < 2 }}",
        "{{ plain(text) }}{{ plain(html, text) }}{{ plain(two=text, one=1) }}{{ plain(text)|length }}",
        "{{ open(text, '<', number) }}{{ open(1, two='<') }}{{ open(one='>') }}",
        "{% call(x) around(text) %}{{ x }}{{ html }}{% endcall %}{% call named() %}<{{ text }}{% endcall %}{{ named() }}",
        "{% for x in items %}{% set y = plain(x) %}{{ loop.index }}{{ y }}{% endfor %}",
        "{% for x in [[1, [2]], [3]] recursive %}{{ x if x is number else loop(x) }}{% endfor %}",
        "{% block a %}{{ plain(text) }}{% block b scoped %}{{ self.a is defined }}{% endblock %}{% endblock %}",
        "{% set ns = namespace(n=0) %}{% for x in range(3) %}{% set ns.n = ns.n + x %}{% endfor %}{{ ns.n }}",
        "{% set block %}<{{ text }}{% endset %}{{ block }}{% filter upper %}{{ text }}{% endfilter %}",
        "{{ _('50 %% of %(x)s', x=text) }}{{ _('%%') }}{{ _('a < b') }}{{ gettext('plain') }}",
        "{{ ngettext('%(num)s file of %(x)s', '%(num)s files', items|length, x=html) }}",
        "{% trans n=items|length, text=text %}{{ n }} of {{ text }}{% pluralize %}{{ n }} all {{ text }}{% endtrans %}",
        "{% autoescape false %}{{ text }}{{ 3 }}{% endautoescape %}{% autoescape number > 2 %}{{ text }}{% endautoescape %}",
        "{{ text.upper() }}{{ items.index('x') }}{{ '{}<'.format(text) }}{{ plain(*items) }}{{ plain(**{'one': 1}) }}",
    ],
)
def test_the_judge_writes_the_same(text: str) -> None:
    assert quick().from_string(MACROS + text).render(VALUES) == judge().from_string(MACROS + text).render(VALUES)


@pytest.mark.parametrize(
    "text", ["{{ unknown(1) }}", "{{ plain() }}", "{{ plain(1, 2, 3) }}", "{{ text.unknown }}", "{{ plain(three=1) }}"]
)
def test_the_judge_finds_the_same_fault(text: str) -> None:
    with pytest.raises((UndefinedError, TypeError)) as one:
        judge().from_string(MACROS + text).render(VALUES)
    with pytest.raises(one.type) as other:
        quick().from_string(MACROS + text).render(VALUES)
    assert str(other.value) == str(one.value)


@pytest.mark.parametrize(("text", "values"), [("50 %", {}), ("%(x)s", {"y": 1})])
def test_a_string_that_cannot_be_filled_is_an_error(text: str, values: dict[str, object]) -> None:
    with pytest.raises((ValueError, KeyError, TypeError)):
        said(text, **values)


class Shown:
    """Something on a page."""


@pytest.mark.parametrize("lets_go", [True, False])
def test_a_rendered_page_is_free_without_a_search_for_garbage(lets_go: bool) -> None:
    environment = quick()
    parts = "{% macro a(x) %}{{ x }}{{ b() }}{% endmacro %}{% macro b() %}{{ page is defined }}{% endmacro %}"
    page = "{% from 'parts' import a with context %}{% macro c() %}{{ a(1) }}{% endmacro %}{{ c() }}"
    environment.loader = DictLoader({"parts": parts, "page": page})
    shown, contexts = Shown(), list[Context]()
    gc.disable()
    try:
        text = environment.get_template("page").render({CONTEXTS: contexts}, page=shown)
        if lets_go:
            let_go(contexts)
        alive = ref(shown)
        del shown, contexts
        assert (text, alive() is None) == ("1True", lets_go)
    finally:
        gc.enable()


def test_a_template_that_many_pages_import_without_context_keeps_its_macros() -> None:
    environment = quick()
    environment.loader = DictLoader(
        {
            "parts": "{% macro a() %}{{ b() }}{% endmacro %}{% macro b() %}B{% endmacro %}",
            "page": "{% from 'parts' import a %}{{ a() }}",
        }
    )
    for _ in range(2):
        contexts = list[Context]()
        assert environment.get_template("page").render({CONTEXTS: contexts}) == "B"
        let_go(contexts)
