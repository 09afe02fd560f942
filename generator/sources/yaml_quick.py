"""YAML composed from events of libyaml, in a fraction of the time, where its reading is beyond doubt.

Whatever it refuses, and whatever the two might read or place differently, is left to the parser that is the judge:
anchors, aliases, tags, several documents, values left empty, tabs, keys with `?`, deep nesting.
"""

import re
from collections.abc import Iterator
from typing import Any

from ruamel.yaml.nodes import CollectionNode, MappingNode, Node, ScalarNode, SequenceNode
from ruamel.yaml.resolver import BaseResolver, implicit_resolvers
from ruamel.yaml.tag import Tag
from yaml import YAMLError
from yaml.events import (
    DocumentEndEvent,
    DocumentStartEvent,
    MappingEndEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    StreamStartEvent,
)

try:
    from yaml.cyaml import CParser
except ImportError:  # PyYAML without libyaml
    CParser = None

LEVELS = 50
"""Levels of nesting; whether a text may have more, the judge says."""

_UNSURE = re.compile(
    r"[\t\r\x85\u2028\u2029\ufeff]"  # blanks and ends of lines
    r"|(?:^|[\s\[{,:-])\?(?:\s|$)"  # keys with a question mark
    r"|^(?:---|\.\.\.)"  # beginnings and ends of documents
    r"|[|>][-+\d]*(?:#| *(?:#[^\n]*)?\n *(?:\n|$))"  # a block that begins with blanks, or with a remark that touches
    r"|[\s\"'\]}]:(?=\S)",  # a colon that a key may end with, and no blank after it
    re.MULTILINE,
)
"""What the two read differently, or might."""

_PLAIN: dict[str, list[tuple[Tag, Any]]] = {}
"""Tags of plain scalars with the form of their text, by its first letter: those of the judge."""
for _versions, _tag, _form, _first in implicit_resolvers:
    for _letter in _first if (1, 2) in _versions else ():
        _PLAIN.setdefault(_letter, []).append((Tag(suffix=_tag), _form))


class UnsureError(Exception):
    """Raised for a text whose nodes the judge should make."""


def compose_quickly(text: str) -> Node:
    """Return the root node of a text; raises UnsureError."""
    if CParser is None or _UNSURE.search(text):
        raise UnsureError
    parser = CParser(text)
    try:
        events = iter(parser.get_event, None)
        _expect(events, StreamStartEvent)
        _expect(events, DocumentStartEvent)
        root = _node(events, next(events), 0)
        _expect(iter((root,)), CollectionNode)
        _expect(events, DocumentEndEvent)
        _expect(events, StreamEndEvent)
    except (YAMLError, ValueError):
        raise UnsureError from None
    finally:
        parser.dispose()
    return root


def _expect(events: Iterator[Any], kind: type) -> None:
    if not isinstance(next(events), kind):
        raise UnsureError


def _node(events: Iterator[Any], event: Any, depth: int) -> Node:  # noqa: ANN401 - PyYAML has no types
    """Return the node that begins with an event; the events of its parts are taken."""
    if depth > LEVELS or getattr(event, "anchor", "") is not None or event.tag is not None:
        raise UnsureError
    start = event.start_mark
    if isinstance(event, ScalarEvent):
        if start.index == event.end_mark.index:
            raise UnsureError  # the judge takes an empty value to stand where the next one begins
        return ScalarNode(_tag_of(event), event.value, start, event.end_mark, style=event.style)
    if isinstance(event, SequenceStartEvent):
        items = []
        while not isinstance(event := next(events), SequenceEndEvent):
            items.append(_node(events, event, depth + 1))
        return SequenceNode(BaseResolver.DEFAULT_SEQUENCE_TAG, items, start, event.end_mark)
    pairs = []
    while not isinstance(event := next(events), MappingEndEvent):
        key = _node(events, event, depth + 1)
        pairs.append((key, _node(events, next(events), depth + 1)))
    return MappingNode(BaseResolver.DEFAULT_MAPPING_TAG, pairs, start, event.end_mark)


def _tag_of(event: Any) -> Tag:  # noqa: ANN401
    if event.implicit[0]:
        for tag, form in _PLAIN.get(event.value[:1], ()):
            if form.match(event.value):
                return tag
    return BaseResolver.DEFAULT_SCALAR_TAG
