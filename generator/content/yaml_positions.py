"""Places of the words of a YAML value in its file, be it plain, quoted, literal or folded."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import TypeVar

from ruamel.yaml.nodes import ScalarNode

from generator.content.markdown.positions import PRIVATE, SourceMap
from generator.diagnostics import Location
from generator.sources.yaml_file import Located
from generator.sources.yaml_nodes import find_node

M = TypeVar("M")

_SIGNS = {
    '"': re.compile(r"\\(?:x..|u.{4}|U.{8}|\n[ \t]*|.)|.|\n"),
    "'": re.compile(r"''|.|\n"),
    "": re.compile(r".|\n"),
}
"""One sign of the value as a scalar's style writes it, by its quote."""
_BLANK_ESCAPES = frozenset("nrtvfNLP_ \t\n")
_PROPERTIES = re.compile(r"(?:[!&]\S*\s+)*")


class YamlText:
    """A YAML text that has been read; `line` is where it begins in its file."""

    def __init__(self, located: Located[M], path: str, line: int) -> None:
        self.text, self.path, self.line = located.text, path, line
        self.location = located.location
        self._root = located.root

    def source_map(self, value: str, *keys: int | str) -> SourceMap:
        """Return the text under some keys with the place of everything in it."""
        node = find_node(self._root, keys, key=False)
        return (
            YamlSourceMap(value, self, node) if isinstance(node, ScalarNode) else SourceMap(value, self.path, self.line)
        )


class YamlSourceMap(SourceMap):
    """The source_map of a value's text: YAML changes only blanks, all other signs stand in order."""

    def __init__(self, value: str, yaml_text: YamlText, node: ScalarNode) -> None:
        super().__init__(value, yaml_text.path, yaml_text.line)
        self._starts = [0, *(found.end() for found in re.finditer("\n", yaml_text.text))]
        self._offsets = tuple(_offsets(self.text, yaml_text.text, node))

    def location(self, offset: int) -> Location:
        """Return line and column of an offset of the text."""
        at = self._offsets[offset]
        line = bisect_right(self._starts, at) - 1
        return Location(path=self._path, line=line + self._first, column=at - self._starts[line] + 1)


def _offsets(value: str, text: str, node: ScalarNode) -> Iterator[int]:
    """Yield the place of each sign of a value, and of its end."""
    signs = _written(text, node)
    at, blank = next(signs)
    for sign in value:
        while blank and not sign.isspace():
            at, blank = next(signs, (at, False))
        yield at
        if blank or not sign.isspace():
            at, blank = next(signs, (at + 1, False))
    yield at


def _written(text: str, node: ScalarNode) -> Iterator[tuple[int, bool]]:
    """Yield the place of each sign from the start of a scalar on, and whether it is a blank."""
    style = node.style or ""
    start = _PROPERTIES.match(text, node.start_mark.index)
    at = start.end() if start else 0
    if style in {"|", ">"}:
        at = text.find("\n", at) + 1
    quote = style if style in _SIGNS else ""
    for found in _SIGNS[quote].finditer(text, at + len(quote)):
        yield found.start(), _is_blank(found[0], quote)


def _is_blank(sign: str, quote: str) -> bool:
    if quote == '"' and sign.startswith("\\"):
        coded = sign[1] in "xuU"
        return _is_blank(sign.encode().decode("unicode_escape"), "") if coded else sign[1] in _BLANK_ESCAPES
    return sign.isspace() or PRIVATE.fullmatch(sign) is not None
