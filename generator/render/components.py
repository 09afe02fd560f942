"""Components: the macros of each folder of `templates/components`, and an example of each."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from jinja2 import Environment
from markupsafe import Markup

from generator.output import RenderFaultError
from generator.render.faults import diagnose
from generator.sources.files import Source, Sources, template_name

COMPONENTS = "templates/components"
EXAMPLE = "example.html"
_REMARK = r"\{#((?:(?!#\}).)*)#\}\s*"
_MACRO = re.compile(rf"(?:{_REMARK})?\{{%-? macro (\w+)\((.*?)\) -?%\}}", re.DOTALL)
_FIRST_REMARK = re.compile(_REMARK, re.DOTALL)
_PARAMETER = re.compile(r"(\w+) \((.+)\): (.+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """A parameter of a macro as its remark has it: `text (str): the heading`."""

    name: str
    type: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Macro:
    """A macro: what it draws, and its parameters; `signature` is `heading(id, text)`."""

    name: str
    signature: str
    text: str
    parameters: tuple[Parameter, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Component:
    """A folder of `templates/components`: its name, what its example says it is, and its macros."""

    name: str
    text: str
    macros: tuple[Macro, ...]
    has_example: bool


def read_components(sources: Sources) -> tuple[Component, ...]:
    """Return all components in the order of their names."""
    folders = sorted({PurePosixPath(template_name(source)).parts[1] for source in sources.under(COMPONENTS)})
    return tuple(_component(sources, name) for name in folders)


def read_macros(template: str) -> Iterator[Macro]:
    """Yield the macros of a template, each with the remark above it."""
    for remark, name, signature in _MACRO.findall(template):
        lines = [line.strip() for line in remark.strip().splitlines()]
        found = [(line, _PARAMETER.fullmatch(line)) for line in lines]
        yield Macro(
            name=name,
            signature=f"{name}({signature})",
            text=" ".join(line for line, parameter in found if not parameter),
            parameters=tuple(Parameter(name=m[1], type=m[2], text=m[3]) for _line, m in found if m),
        )


def render_gallery(environment: Environment, frame: str, components: Sequence[Component]) -> str:
    """Return a page of components, each with its macros and its example, by the template `frame`."""
    shown = [(component, render_example(environment, component)) for component in components]
    return environment.from_string(frame).render(components=shown)


def render_example(environment: Environment, component: Component) -> str:
    """Return the HTML of a component's example, or nothing. Raises RenderFaultError where it fails.

    An example brings what pages have from data: SVG in place of a drawing, parts in place of a body of prose.
    """
    if not component.has_example:
        return ""
    path = f"components/{component.name}/{EXAMPLE}"
    try:
        return Markup(environment.get_template(path).render(_STAND_INS))  # noqa: S704 - a template of the project, escaped
    except Exception as error:  # an example is the project's own code: whatever it does wrong is a problem at its line
        raise RenderFaultError(diagnose(error, path, environment)) from error


_STAND_INS: Mapping[str, Callable[..., object]] = {
    "svg": lambda drawing, _chart: drawing,
    "located": lambda locator: locator["drawing"],
    "parts": lambda body: body,
    "has_png": lambda chart: len(chart["drawings"]) > 1,
    "explored": lambda chart: chart["explored"],
}
"""What draws in an example: functions of the pages' names that return what the example brings."""


def _component(sources: Sources, name: str) -> Component:
    folder = f"{COMPONENTS}/{name}"
    example = sources.files.get(f"{folder}/{EXAMPLE}")
    first = _FIRST_REMARK.match(_text(example)) if example else None
    templates = (source for source in sources.under(folder, ".html") if source != example)
    return Component(
        name=name,
        text=" ".join(first[1].split()) if first else "",
        macros=tuple(macro for source in templates for macro in read_macros(_text(source))),
        has_example=example is not None,
    )


def _text(source: Source) -> str:
    return source.data.decode()
