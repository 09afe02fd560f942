"""Components: each folder has an example that renders from literals alone.

Each macro says what it draws and from what.
"""

import re

import pytest
from jinja2 import Environment, nodes

from generator.output import RenderFaultError
from generator.render.components import Component, Parameter, read_components, read_macros, render_example
from generator.render.environment import make_site_environment
from generator.sources.files import Source, Sources
from tests.repository import REPOSITORY

PATHS = sorted(path for path in (REPOSITORY / "templates").rglob("*") if path.is_file())
SOURCES = Sources(
    files={
        name: Source(path=name, data=path.read_bytes())
        for name, path in ((path.relative_to(REPOSITORY).as_posix(), path) for path in PATHS)
    }
)
"""The templates alone: no data of any world."""
ENVIRONMENT = make_site_environment(SOURCES, "https://example.org/", finder="finder.json")
COMPONENTS = read_components(SOURCES)
PAGES = "".join(
    source.data.decode()
    for suffix in (".html", ".js")
    for source in SOURCES.under("templates", suffix)
    if not source.path.endswith("example.html")
)
"""All that writes markup of pages: templates and scripts."""


@pytest.mark.parametrize("component", COMPONENTS, ids=lambda component: component.name)
def test_a_component_has_an_example_that_renders_from_literals(component: Component) -> None:
    assert component.has_example, f"write templates/components/{component.name}/example.html"
    assert component.text, "the example begins with a remark that says what the component is"
    assert "<" in render_example(ENVIRONMENT, component)


@pytest.mark.parametrize("component", COMPONENTS, ids=lambda component: component.name)
def test_an_example_draws_each_macro_of_its_component(component: Component) -> None:
    example = SOURCES.files[f"templates/components/{component.name}/example.html"].data.decode()
    parts = [source.data.decode() for source in SOURCES.under(f"templates/components/{component.name}", ".html")]
    assert [m.name for m in component.macros if not any(f"{m.name}(" in text for text in (example, *parts))] == []


@pytest.mark.parametrize("component", COMPONENTS, ids=lambda component: component.name)
def test_a_macro_says_what_it_draws_and_what_its_parameters_are(component: Component) -> None:
    declared = {macro.name: [name.name for name in macro.args] for macro in _declared(ENVIRONMENT, component)}
    assert {macro.name: [parameter.name for parameter in macro.parameters] for macro in component.macros} == declared
    assert [macro.name for macro in component.macros if not macro.text] == []


@pytest.mark.parametrize("component", [each for each in COMPONENTS if not each.macros], ids=lambda each: each.name)
def test_an_example_without_a_macro_has_the_classes_of_pages(component: Component) -> None:
    """Such an example has markup of its own, which must not outlive that of the pages."""
    example = SOURCES.files[f"templates/components/{component.name}/example.html"].data.decode()
    names = {name for names in re.findall(r'class="([^"]+)"', example) for name in names.split()}
    assert {name for name in names if not re.search(rf"\b{re.escape(name)}\b", PAGES)} == set()


def _declared(environment: Environment, component: Component) -> list[nodes.Macro]:
    found = SOURCES.under(f"templates/components/{component.name}", ".html")
    return [macro for source in found for macro in environment.parse(source.data.decode()).find_all(nodes.Macro)]


def test_a_remark_is_read_line_by_line() -> None:
    remark = "{# A heading,\n   of any level.\n   id (str): its id\n   items (tuple[Link, ...]): more #}\n"
    first, second = read_macros(
        remark + "{% macro heading(id, items=()) %}…{% endmacro %}\n{% macro bare() -%}{% endmacro %}"
    )
    assert (first.signature, first.text) == ("heading(id, items=())", "A heading, of any level.")
    assert first.parameters == (
        Parameter(name="id", type="str", text="its id"),
        Parameter(name="items", type="tuple[Link, ...]", text="more"),
    )
    assert (second.name, second.text, second.parameters) == ("bare", "", ())


def test_an_example_that_lacks_something_is_told_at_its_line() -> None:
    path = "templates/components/card/example.html"
    sources = Sources(files={path: Source(path=path, data=b"{# A card. #}\n<p>{{ title }}</p>\n")})
    (card,) = read_components(sources)
    environment = make_site_environment(sources, "https://example.org/", finder="finder.json")
    with pytest.raises(RenderFaultError) as caught:
        render_example(environment, card)
    assert (str(caught.value.diagnostic.location), caught.value.diagnostic.message) == (
        f"{path}:2:7",
        "The template fails: 'title' is undefined.",
    )


def test_a_folder_without_an_example_is_a_component_all_the_same() -> None:
    path = "templates/components/card/card.css"
    (card,) = read_components(Sources(files={path: Source(path=path, data=b".card {}\n")}))
    assert card == Component(name="card", text="", macros=(), has_example=False)
    assert render_example(ENVIRONMENT, card) == ""
