"""Names that a template asks for and nothing has: what was asked, of what, and the name that is near."""

import re
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import fields, is_dataclass
from functools import partial

from jinja2 import Environment, StrictUndefined, TemplateError, UndefinedError, nodes
from jinja2.utils import missing

from generator.diagnostics import suggest

GIVEN = ("page", "svg", "located", "parts", "works")
"""The names that each page gives its template, besides those that all templates have."""


class UnknownNameError(UndefinedError):
    """A name that is not there: that of a variable, or of a field of `owner`."""

    def __init__(self, owner: object, name: object, message: str) -> None:
        super().__init__(message)
        self.owner, self.name = owner, name


class Unknown(StrictUndefined):
    """A value that is not there; whatever is done with it fails with what was asked for."""

    __slots__ = ()

    def __init__(
        self,
        hint: str | None = None,
        obj: object = missing,
        name: str | None = None,
        exc: type[UndefinedError] = UndefinedError,
    ) -> None:
        named = exc if hint else partial(UnknownNameError, obj, name)
        super().__init__(hint, obj, name, named)  # type: ignore[arg-type]  # it is called with the message


_NO_SUCH = re.compile(r"No (filter|test) named '([^']+)'")


def no_such(message: str, environment: Environment) -> tuple[str, str, str]:
    """Return what is wrong, what is meant, and the name, if a filter or a test is missing; else nothing."""
    found = _NO_SUCH.match(message)
    if not found:
        return "", "", ""
    kind, name = found.groups()
    known = environment.filters if kind == "filter" else environment.tests
    return f"there is no {kind} '{name}'", suggest(name, known, f"Jinja's documentation lists every {kind}."), name


def column_of(name: str, text: str, line: int) -> int:
    """Return the column at which a name stands in a line of a template, 1 where it does not."""
    lines = text.splitlines()
    found = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", lines[line - 1]) if 0 < line <= len(lines) else None
    return found.start() + 1 if found else 1


def unknown_in_words(error: UnknownNameError, environment: Environment, text: str, line: int) -> tuple[str, str]:
    """Return what is wrong and the name that may be meant; `text` is the template's, which asks at a line."""
    name = f"{error.name}"
    if error.owner is missing:
        return f"'{name}' is undefined", suggest(name, (*GIVEN, *environment.globals), "")
    asked = _asked(environment, text, name, line) or f"a value of the kind {type(error.owner).__name__}"
    return f"{asked} has no '{name}'", suggest(name, _names(error.owner), "")


def _names(owner: object) -> Iterable[str]:
    """Return the names that a record or a mapping has."""
    if isinstance(owner, dict):
        return map(str, owner)
    return (field.name for field in fields(owner)) if is_dataclass(owner) else ()


def _asked(environment: Environment, text: str, name: str, line: int) -> str:
    """Return what a template asks for a name, `page.frame`; nothing where it is no path."""
    with suppress(TemplateError):
        found = [node for node in environment.parse(text).find_all(nodes.Getattr) if node.attr == name]
        near = min(found, key=lambda node: abs(node.lineno - line), default=None)
        return _path(near.node) if near else ""
    return ""


def _path(node: nodes.Node) -> str:
    if isinstance(node, nodes.Name):
        return node.name
    before = _path(node.node) if isinstance(node, nodes.Getattr) else ""
    return f"{before}.{node.attr}" if before and isinstance(node, nodes.Getattr) else ""
