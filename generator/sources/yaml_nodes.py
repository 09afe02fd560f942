"""YAML text to nodes with lines and columns, and to plain values, with their problems."""

import json
from contextlib import suppress
from functools import lru_cache

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from generator.diagnostics import Diagnostic, Location
from generator.rules import Rule
from generator.sources.yaml_anchors import unused_anchors
from generator.sources.yaml_quick import UnsureError, compose_quickly
from generator.sources.yaml_quotes import open_quote

Value = str | int | float | bool | list["Value"] | dict[str, "Value"] | None

ALIASES = 100
DEPTH = 50
NODES = 100_000
"""Values a file may have after aliases were followed: twenty nested aliases are millions."""

SHORT = 10_000
"""Characters of a text whose nodes are kept for the next time: nodes take a hundred times the memory."""

_TAGS = frozenset({"null", "bool", "int", "float", "str", "timestamp"})

SHOWN = 60
"""Characters of a wrong value that a message repeats."""


class NodeReader:
    """Composes nodes and turns them into plain values, collecting problems with their places."""

    def __init__(self, path: str, first_line: int) -> None:
        self.problems: list[Diagnostic] = []
        self._path = path
        self._offset = first_line
        self._nodes = 0

    def location(self, node: Node) -> Location:
        """Return the place of a node."""
        return self._at(node.start_mark.line, node.start_mark.column)

    def _at(self, line: int, column: int) -> Location:
        return Location(path=self._path, line=line + self._offset, column=column + 1)

    def compose(self, text: str) -> Node | None:
        """Return the root node, or None with the syntax error noted."""
        directive = next((n for n, line in enumerate(text.split("\n")) if line.startswith("%")), None)
        if directive is not None:
            hint = "Remove the line; YAML 1.2 is meant."
            self._note(Rule.YAML_SYNTAX, self._at(directive, 0), "Directives are not allowed.", hint)
            return None
        try:
            if text.count("*") > ALIASES and _aliases(text) > ALIASES:
                self._note(Rule.YAML_SYNTAX, self._at(0, 0), f"More than {ALIASES} aliases.", "Write the values out.")
                return None
            node = _composed_once(text) if len(text) <= SHORT else _composed(text)
        except MarkedYAMLError as error:
            self._syntax(text, error)
            return None
        except (YAMLError, RecursionError, ValueError) as error:
            hint = "Remove control characters; nest less deeply."
            self._note(Rule.YAML_SYNTAX, self._at(0, 0), f"This is not YAML: {str(error).splitlines()[0]}.", hint)
            return None
        if node is None:
            self._note(
                Rule.YAML_SYNTAX,
                self._at(0, 0),
                "The file is empty.",
                "Write its keys; `profiles new` makes an example.",
            )
        return node

    def check_anchors(self, text: str, root: Node) -> None:
        """Note anchors that nothing refers to, unless the values are more than can be read."""
        for node in unused_anchors(text, root) if self._nodes <= NODES else ():
            message = f"'&{node.anchor}' is an anchor, no text, and nothing refers to it."
            hint = f'Put a text that begins with & into quotes: "&{node.anchor} …"'
            self._note(Rule.YAML_SYNTAX, self.location(node), message, hint)

    def _syntax(self, whole: str, error: MarkedYAMLError) -> None:
        if quote := open_quote(whole, error):
            hint = f"Write {whole[quote.index]} at the end of the text that begins here."
            message = "Nothing closes the quote that opens here."
            self._note(Rule.YAML_SYNTAX, self._at(quote.line, quote.column), message, hint)
            return
        mark = error.problem_mark or error.context_mark
        where = self._at(mark.line, mark.column) if mark else self._at(0, 0)
        text = error.problem or error.context or "cannot be read"
        hint = "Check indentation, colons and quotes; a text with a colon or #, or that begins with [, needs quotes."
        self._note(Rule.YAML_SYNTAX, where, f"This is not YAML: {text}.", hint)

    def _note(self, rule: Rule, location: Location, message: str, hint: str) -> None:
        self.problems.append(Diagnostic(rule=rule, location=location, message=message, hint=hint))

    def value(self, node: Node, depth: int = 0) -> Value:
        """Return the plain value of a node; values unknown to JSON are problems."""
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
        tag = str(node.ctag if hasattr(node, "ctag") else node.tag)
        kind = tag.rpartition(":")[2]
        if kind not in _TAGS:
            self._note(Rule.YAML_SYNTAX, self.location(node), f"The tag '{tag}' is not allowed.", "Take it away.")
            return None
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


def _composed(text: str) -> Node | None:
    """Return the root node of a text; raises YAMLError, RecursionError, ValueError."""
    with suppress(UnsureError):
        return compose_quickly(text)
    yaml = YAML(typ="safe", pure=True)
    yaml.composer.warn_double_anchors = False  # YAML 1.2 lets an anchor be used again
    node: Node | None = yaml.compose(text)
    return node


_composed_once = lru_cache(maxsize=32)(_composed)
"""Nodes are read and never changed: checks and previews ask for the same files again and again."""


def _aliases(text: str) -> int:
    return sum(type(event).__name__ == "AliasEvent" for event in YAML(typ="safe", pure=True).parse(text))


def find_node(node: Node, loc: tuple[int | str, ...], *, key: bool) -> Node:
    """Return the node a pydantic location points at, or the nearest one above it."""
    for depth, part in enumerate(loc):
        if isinstance(node, SequenceNode) and isinstance(part, int) and part < len(node.value):
            node = node.value[part]
            continue
        pairs = node.value if isinstance(node, MappingNode) else []
        pair = next(((k, v) for k, v in pairs if str(k.value) == str(part)), None)
        if pair is None:
            continue
        if _is_empty(pair[1]) or (depth == len(loc) - 1 and key) or loc[depth + 1 :] == ("[key]",):
            node = pair[0]
            break
        node = pair[1]
    return node


def _is_empty(node: Node) -> bool:
    """Whether the node is empty: its place is then that of the next one."""
    return bool(node.start_mark.index == node.end_mark.index)
