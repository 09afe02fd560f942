"""YAML read strictly: strings stay strings, duplicate and unknown keys are errors, every problem has its place.

Text becomes nodes, which know their lines and columns; nodes become plain values; values become a pydantic model,
whose errors are led back to the nodes.
"""

import json
from collections.abc import Iterator
from difflib import get_close_matches
from typing import TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails
from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from generator.diagnostics import Diagnostic, Location
from generator.rules import Rule
from generator.sources import Source
from generator.text import decode_text

M = TypeVar("M")
Value = str | int | float | bool | list["Value"] | dict[str, "Value"] | None

ALIASES = 100
DEPTH = 50
NODES = 100_000
"""Values a file may have after aliases were followed: twenty nested aliases are millions."""
SHOWN = 60


def parse_yaml(source: Source, model: type[M]) -> tuple[M | None, tuple[Diagnostic, ...]]:
    """Return the file as a record of the given model (a pydantic model, or `dict[str, Model]`), or what is wrong."""
    text, problems = decode_text(source)
    return (None, problems) if text is None else parse_yaml_text(text, source.path, 1, model)


def parse_yaml_text(text: str, path: str, first_line: int, model: type[M]) -> tuple[M | None, tuple[Diagnostic, ...]]:
    """Return YAML text that begins at `first_line` of a file as a record, or everything wrong with it."""
    reader = _Reader(path, first_line)
    root = reader.compose(text)
    if root is None:
        return None, tuple(reader.problems)
    value = reader.value(root)
    if reader.problems:
        return None, tuple(reader.problems)
    try:
        return TypeAdapter(model).validate_json(json.dumps(value)), ()
    except ValidationError as error:
        return None, tuple(_invalid(reader, root, detail, model) for detail in error.errors(include_url=False))


class _Reader:
    """Composes nodes and turns them into plain values, collecting problems with their places."""

    def __init__(self, path: str, first_line: int) -> None:
        self.problems: list[Diagnostic] = []
        self._path = path
        self._offset = first_line
        self._nodes = 0

    def location(self, node: Node) -> Location:
        """Return where a node begins."""
        return self._at(node.start_mark.line, node.start_mark.column)

    def _at(self, line: int, column: int) -> Location:
        return Location(path=self._path, line=line + self._offset, column=column + 1)

    def compose(self, text: str) -> Node | None:
        """Return the root node, or None with the syntax error noted."""
        yaml = YAML(typ="safe", pure=True)
        try:
            if text.count("*") > ALIASES and _aliases(yaml, text) > ALIASES:
                self._note(Rule.YAML_SYNTAX, self._at(0, 0), f"More than {ALIASES} aliases.", "Write the values out.")
                return None
            yaml.composer.warn_double_anchors = False  # YAML 1.2 lets an anchor be used again
            node: Node | None = yaml.compose(text)
        except MarkedYAMLError as error:
            self._syntax(error)
            return None
        except (YAMLError, RecursionError, ValueError) as error:
            hint = "Remove control characters; nest less deeply."
            self._note(Rule.YAML_SYNTAX, self._at(0, 0), f"This is not YAML: {str(error).splitlines()[0]}.", hint)
            return None
        if node is None:
            self._note(Rule.YAML_SYNTAX, self._at(0, 0), "The file is empty.", "Write its keys, see docs/rules.md.")
        return node

    def _syntax(self, error: MarkedYAMLError) -> None:
        mark = error.problem_mark or error.context_mark
        where = self._at(mark.line, mark.column) if mark else self._at(0, 0)
        text = error.problem or error.context or "cannot be read"
        hint = "Check indentation, colons and quotes; a text with a colon or # needs quotes."
        self._note(Rule.YAML_SYNTAX, where, f"This is not YAML: {text}.", hint)

    def _note(self, rule: Rule, location: Location, message: str, hint: str) -> None:
        self.problems.append(Diagnostic(rule=rule, location=location, message=message, hint=hint))

    def value(self, node: Node, depth: int = 0) -> Value:
        """Return the plain value of a node; what JSON cannot hold is a problem."""
        self._nodes += 1
        if self._nodes > NODES:
            if self._nodes == NODES + 1:
                message = f"More than {NODES:,} values, those of aliases counted each time."
                self._note(
                    Rule.YAML_SYNTAX, self.location(node), message, "Write it without nested aliases, or split it."
                )
            return None
        if depth > DEPTH:
            self._note(Rule.YAML_SYNTAX, self.location(node), f"Nested deeper than {DEPTH} levels.", "Write it flat.")
            return None
        if isinstance(node, MappingNode):
            return self._mapping(node, depth)
        if isinstance(node, SequenceNode):
            return [self.value(item, depth + 1) for item in node.value]
        return self._scalar(node) if isinstance(node, ScalarNode) else None

    def _mapping(self, node: MappingNode, depth: int) -> dict[str, Value]:
        result: dict[str, Value] = {}
        for key, item in node.value:
            if not isinstance(key, ScalarNode):
                self._note(Rule.YAML_SYNTAX, self.location(key), "A key must be a text.", "Write it as 'name: value'.")
                continue
            name = self._text(key)
            if name in result:
                hint = "Keep one of the two."
                self._note(Rule.YAML_DUPLICATE_KEY, self.location(key), f"The key '{name}' stands here twice.", hint)
            result[name] = self.value(item, depth + 1)
        return result

    def _scalar(self, node: ScalarNode) -> Value:
        text = str(node.value)
        kind = str(node.ctag if hasattr(node, "ctag") else node.tag).rpartition(":")[2]
        if kind == "null":
            return None
        if kind == "bool":
            return text.lower() == "true"
        if kind in {"int", "float"}:
            return self._number(node, text, kind)
        return self._text(node)

    def _text(self, node: ScalarNode) -> str:
        text = str(node.value)
        if text.isascii() or text.encode("utf-8", "replace").decode("utf-8") == text:
            return text
        hint = "Write the character itself instead of an escape."
        self._note(Rule.YAML_VALUE, self.location(node), "Half of a surrogate pair is no character.", hint)
        return ""

    def _number(self, node: ScalarNode, text: str, kind: str) -> Value:
        try:
            number: int | float = int(text) if kind == "int" else float(text)
            json.dumps(number, allow_nan=False)
        except ValueError:
            hint = "Write digits with a decimal point, as 12.5; put a text into quotes."
            self._note(Rule.YAML_VALUE, self.location(node), f"'{text[:SHOWN]}' is no plain number.", hint)
            return None
        return number


def _aliases(yaml: YAML, text: str) -> int:
    return sum(type(event).__name__ == "AliasEvent" for event in yaml.parse(text))


def _invalid(reader: _Reader, root: Node, detail: ErrorDetails, model: object) -> Diagnostic:
    unknown = detail["type"] == "extra_forbidden"
    node = _find(root, detail["loc"], key=unknown)
    where = reader.location(node)
    if unknown:
        name = str(detail["loc"][-1])
        close = get_close_matches(name, sorted(_names(model)), n=1)
        hint = f"Did you mean '{close[0]}'?" if close else "Remove it; docs/rules.md lists the keys."
        return Diagnostic(rule=Rule.YAML_UNKNOWN_KEY, location=where, message=f"Unknown key '{name}'.", hint=hint)
    key = ".".join(str(part) for part in detail["loc"])
    return Diagnostic(
        rule=Rule.YAML_VALUE, location=where, message=f"{key or 'The file'}: {_message(detail)}", hint=_hint(detail)
    )


def _find(node: Node, loc: tuple[int | str, ...], *, key: bool) -> Node:
    """Return the node a pydantic location points at, or the nearest one above it."""
    for depth, part in enumerate(loc):
        if isinstance(node, SequenceNode) and isinstance(part, int) and part < len(node.value):
            node = node.value[part]
            continue
        pairs = node.value if isinstance(node, MappingNode) else []
        pair = next(((k, v) for k, v in pairs if str(k.value) == str(part)), None)
        if pair is not None:
            node = pair[0] if key and depth == len(loc) - 1 else pair[1]
    return node


def _names(model: object, depth: int = 0) -> Iterator[str]:
    """Yield the names of all fields of a model and of the models within it."""
    if depth > 6:  # noqa: PLR2004 - models are never nested deeper
        return
    if isinstance(model, type) and issubclass(model, BaseModel):
        for name, field in model.model_fields.items():
            yield field.alias or name
            yield from _names(field.annotation, depth + 1)
    for inner in getattr(model, "__args__", ()):
        yield from _names(inner, depth + 1)


_MESSAGES = {
    "missing": "this key is missing",
    "string_type": "expected a text",
    "int_type": "expected a whole number",
    "int_from_float": "expected a whole number",
    "float_type": "expected a number",
    "bool_type": "expected true or false",
    "tuple_type": "expected a list",
    "list_type": "expected a list",
    "dict_type": "expected a mapping of names to values",
    "model_type": "expected a mapping of names to values",
    "model_attributes_type": "expected a mapping of names to values",
    "date_type": "expected a date, as 2026-11-24",
    "date_from_datetime_parsing": "expected a date, as 2026-11-24",
    "date_parsing": "expected a date, as 2026-11-24",
    "string_too_short": "this text is empty",
    "too_short": "this list is empty",
}


def _message(detail: ErrorDetails) -> str:
    text = _MESSAGES.get(detail["type"]) or _plain(detail)
    given = detail["input"]
    shown = (
        f", found '{str(given)[:SHOWN]}'"
        if isinstance(given, (str, int, float, bool)) and detail["type"] != "missing"
        else ""
    )
    return f"{text}{shown}."


def _plain(detail: ErrorDetails) -> str:
    context = detail.get("ctx", {})
    if "expected" in context:
        return f"expected {context['expected']}"
    if "pattern" in context:
        return "this is not of the expected form"
    return str(detail["msg"])[:1].lower() + str(detail["msg"])[1:]


def _hint(detail: ErrorDetails) -> str:
    if detail["type"] == "missing":
        return f"Add '{detail['loc'][-1]}: …'."
    if detail["type"] == "string_type":
        return "Put it into quotes to make it a text."
    pattern = detail.get("ctx", {}).get("pattern")
    return f"The form is {pattern}" if pattern else ""


def locate(source: Source, *keys: int | str) -> Location:
    """Return the place of a value in a YAML file that has been read before, for checks across files."""
    text, _ = decode_text(source)
    reader = _Reader(source.path, 1)
    root = reader.compose(text or "")
    return Location(path=source.path) if root is None else reader.location(_find(root, keys, key=False))
