"""YAML read strictly: strings stay strings, duplicate and unknown keys are located errors.

Text becomes nodes, which know their lines and columns; nodes become plain values; values become a pydantic model,
whose errors are led back to the nodes.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from types import UnionType
from typing import Annotated, Generic, Literal, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails
from ruamel.yaml.nodes import Node

from generator.diagnostics import Diagnostic, Location, close_names, suggest
from generator.rules import Rule
from generator.sources.files import Source
from generator.sources.text import decode_text
from generator.sources.yaml_messages import hint_of, message_of
from generator.sources.yaml_nodes import NodeReader, find_node

__all__ = ("Located", "locate", "parse_yaml", "parse_yaml_text")

M = TypeVar("M")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Located(Generic[M]):
    """A value read from YAML that knows where each of its parts stands; the text is composed once."""

    value: M
    text: str
    root: Node
    reader: NodeReader

    def location(self, *keys: int | str, key: bool = False) -> Location:
        """Return the place of the value under some keys, or of the last key itself."""
        return self.reader.location(find_node(self.root, keys, key=key))


def parse_yaml(source: Source, model: type[M]) -> tuple[Located[M] | None, tuple[Diagnostic, ...]]:
    """Return the file as the given pydantic model (or `dict[str, Model]`), or its problems."""
    text, problems = decode_text(source)
    return (None, problems) if text is None else parse_yaml_text(text, source.path, 1, model)


def parse_yaml_text(
    text: str, path: str, first_line: int, model: type[M]
) -> tuple[Located[M] | None, tuple[Diagnostic, ...]]:
    """Return YAML text from `first_line` of a file on as a record, or its problems."""
    reader = NodeReader(path, first_line)
    root = reader.compose(text)
    if root is None:
        return None, tuple(reader.problems)
    value = reader.value(root)
    reader.check_anchors(text, root)
    if reader.problems:
        return None, tuple(reader.problems)
    try:
        read = TypeAdapter(model).validate_json(json.dumps(value))
    except ValidationError as error:
        return None, tuple(_invalid(reader, root, detail, model) for detail in _own(error.errors(include_url=False)))
    return Located(value=read, text=text, root=root, reader=reader), ()


def _own(details: list[ErrorDetails]) -> Iterator[ErrorDetails]:
    """Yield independent faults: a list is not too short if its entries could not be read.

    Nor is a key missing that stands there misspelt.
    """
    for detail in details:
        depth = len(detail["loc"])
        within = any(len(d["loc"]) > depth and d["loc"][:depth] == detail["loc"] for d in details)
        misspelt = any(_is_meant(d, detail) for d in details)
        if not ((detail["type"] == "too_short" and within) or (detail["type"] == "missing" and misspelt)):
            yield detail


def _is_meant(unknown: ErrorDetails, missing: ErrorDetails) -> bool:
    """Whether an unknown key stands where another is missing, and is like it."""
    beside = unknown["type"] == "extra_forbidden" and unknown["loc"][:-1] == missing["loc"][:-1]
    return beside and bool(close_names(str(unknown["loc"][-1]), (str(missing["loc"][-1]),)))


def _invalid(reader: NodeReader, root: Node, detail: ErrorDetails, model: object) -> Diagnostic:
    unknown = detail["type"] == "extra_forbidden"
    node = find_node(root, detail["loc"], key=unknown)
    where = reader.location(node)
    if unknown:
        message, hint = f"Unknown key '{detail['loc'][-1]}'.", _known(model, detail["loc"])
        return Diagnostic(rule=Rule.YAML_UNKNOWN_KEY, location=where, message=message, hint=hint)
    key = ".".join(str(part) for part in detail["loc"])
    return Diagnostic(
        rule=Rule.YAML_VALUE, location=where, message=f"{key or 'The file'}: {message_of(detail)}", hint=hint_of(detail)
    )


def _known(model: object, at: tuple[int | str, ...]) -> str:
    """Return the hint for an unknown key: the nearest name, or all known ones."""
    models = [model]
    for part in at[:-1]:
        models = [inner for outer in models for each in _plainly(outer) for inner in _within(each, part)]
    names = [field.alias or name for each in models for it in _plainly(each) for name, field in _fields(it)]
    return suggest(str(at[-1]), names, f"Remove it; known here: {', '.join(names)}.")


def _plainly(model: object) -> Iterator[object]:
    """Yield the possible types of a value: members of a union, the annotated type."""
    if isinstance(model, type) or get_origin(model) not in {Union, UnionType, Annotated}:
        yield model
    else:
        for inner in get_args(model)[: 1 if get_origin(model) is Annotated else None]:
            yield from _plainly(inner)


def _within(model: object, part: int | str) -> Iterator[object]:
    """Yield the type of a field, or of a list's or mapping's items."""
    annotations = {field.alias or name: field.annotation for name, field in _fields(model)}
    if part in annotations:
        yield annotations[part]
    elif any(part in get_args(kind) for kind in annotations.values() if get_origin(kind) is Literal):
        yield model  # the part says which alternative of a tagged union is meant
    else:
        yield from get_args(model)


def _fields(model: object) -> Iterable[tuple[str, FieldInfo]]:
    return model.model_fields.items() if isinstance(model, type) and issubclass(model, BaseModel) else ()


def locate(source: Source, *keys: int | str, key: bool = False) -> Location:
    """Return the place of a value in a file read long ago: composes it again, for a problem alone."""
    text, _ = decode_text(source)
    reader = NodeReader(source.path, 1)
    root = reader.compose(text or "")
    return Location(path=source.path) if root is None else reader.location(find_node(root, keys, key=key))
