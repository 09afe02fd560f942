"""Anchors in YAML that nothing refers to: `title: &Wine Water` would be read as `Water`."""

import re
from collections.abc import Iterator

from ruamel.yaml.nodes import MappingNode, Node, SequenceNode

_SIGN = re.compile(r"(?:^|[\s\[{,:-])&\S")


def unused_anchors(text: str, root: Node) -> Iterator[Node]:
    """Yield each node with an anchor that no alias repeats."""
    seen: dict[int, Node] = {}
    repeated: set[int] = set()
    waiting = [root] if _SIGN.search(text) else []
    while waiting:
        node = waiting.pop()
        if id(node) in seen:
            repeated.add(id(node))
            continue
        seen[id(node)] = node
        waiting += _parts(node)
    yield from (node for at, node in seen.items() if node.anchor and at not in repeated)


def _parts(node: Node) -> Iterator[Node]:
    if isinstance(node, MappingNode):
        for key, value in node.value:
            yield from (key, value)
    elif isinstance(node, SequenceNode):
        yield from node.value
