"""What is said of a template that fails on a page: its own words, and the name that is near."""

from dataclasses import dataclass

import pytest
from jinja2 import TemplateError

from generator.render.environment import make_environment
from generator.render.faults import diagnose
from generator.sources.files import Source, Sources


@dataclass(frozen=True, kw_only=True)
class Frame:
    edition: str = "2026"


@dataclass(frozen=True, kw_only=True)
class Page:
    frame: Frame = Frame()
    sizes: dict[str, int] | None = None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\n{{ page.frame.editon }}", "2:15 page.frame has no 'editon' Did you mean 'edition'?"),
        ("{% set one = page.frame %}{{ one.editon }}", "1:34 one has no 'editon' Did you mean 'edition'?"),
        ("{{ (page.frame or 1).editon }}", "1:22 a value of the kind Frame has no 'editon' Did you mean 'edition'?"),
        ("{{ {'width': 1}.widht }}", "1:17 a value of the kind dict has no 'widht' Did you mean 'width'?"),
        ("{{ pag.frame }}", "1:4 'pag' is undefined Did you mean 'page'?"),
        ("{% if 1 %}{{ 1 if page is strng }}{% endif %}", "1:27 there is no test 'strng' Did you mean 'string'?"),
        ("{{ page.frame.zzz }}", "1:15 page.frame has no 'zzz' Templates"),
        ("{{ 1 / 0 }}", "1:1 division by zero Templates"),
        (
            "{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}",
            "1:1 templates or macros use each other without end Extend",
        ),
    ],
)
def test_a_fault_is_told_in_the_words_of_the_template(text: str, expected: str) -> None:
    path = "templates/country.html"
    environment = make_environment(Sources(files={path: Source(path=path, data=text.encode())}))
    try:
        environment.get_template("country.html").render(page=Page())
    except (TemplateError, ArithmeticError, RecursionError) as error:
        found = diagnose(error, "country.html", environment)
    place = f"{found.location.line}:{found.location.column}"
    said = f"{place} {found.message.removeprefix('The template fails: ').removesuffix('.')} {found.hint}"
    assert said.startswith(expected)
