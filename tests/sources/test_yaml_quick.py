"""What libyaml composes has the nodes and places that the judge gives, or is left to the judge."""

import pytest
from hypothesis import given, settings
from hypothesis.strategies import lists, sampled_from
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from generator.sources.yaml_quick import UnsureError, compose_quickly
from tests.repository import REPOSITORY

pytestmark = pytest.mark.uncounted  # others count the lines it runs

FOLDERS = ("content", "data", "tests")

PIECES = (
    *[
        ": ",
        "-",
        "#",
        "?",
        ",",
        "[",
        "]",
        "{",
        "}",
        ">",
        "'",
        '"',
        "&a",
        "*a",
        "!t",
        "%",
        "@",
        "\\",
        "a",
        "0",
        "x: ",
        "~",
        "é",
        ".",
        "=",
        "<<",
        "1e3",
        "0o7",
        "true",
        "2020-01-02",
    ],
    *(
        "|",
        "|\n  ",
        ">-\n   ",
        "\n",
        "\n\n",
        "\n  ",
        " ",
        "  ",
        "\t",
        " #",
        "- ",
        "a: ",
        "''",
        '"\\x41"',
        "{a: b}",
        "[a, b]",
    ),
)


def as_tuple(node: Node) -> tuple[object, ...]:
    """Return all that is asked of a node and those below it."""
    start = node.start_mark
    at = (str(node.tag), start.line, start.column, start.index, start.index == node.end_mark.index)
    if isinstance(node, ScalarNode):
        return (*at, node.value, node.style or "")
    if isinstance(node, SequenceNode):
        return (*at, *map(as_tuple, node.value))
    assert isinstance(node, MappingNode)
    return (*at, *((as_tuple(key), as_tuple(value)) for key, value in node.value))


def judged(text: str) -> tuple[object, ...] | None:
    try:
        return as_tuple(YAML(typ="safe", pure=True).compose(text))
    except YAMLError:
        return None


def quickly(text: str) -> tuple[object, ...] | None:
    try:
        return as_tuple(compose_quickly(text))
    except UnsureError:
        return None


@pytest.mark.parametrize("folder", FOLDERS)
def test_files_of_this_repository_are_read_as_the_judge_reads_them(folder: str) -> None:
    paths = sorted((REPOSITORY / folder).rglob("*.yaml"))
    texts = {path: path.read_bytes().decode("utf-8", "replace") for path in paths}
    read = {path: nodes for path, text in texts.items() if (nodes := quickly(text))}
    assert len(read) > len(paths) * 2 // 3
    assert [path for path, nodes in read.items() if nodes != judged(texts[path])] == []


@pytest.mark.parametrize(
    "text",
    [
        "a: 1\nb: [x, 'y', \"z\\x41\"]\n",
        "- a\n-  - b\n   - {c: d, e: f}\n",
        "a: |\n  one\n  two\n\nb: >-\n  three\n\n  four\n",
        "# remark\na: 0o17\nb: yes\nc: 12:30\nd: ~\ne: 1e3\nf: .5\ng: 2020-01-02\nh: <<\n",
        "é 😀: ü # remark\n😀: b\n",
        "a: one\n  two\n\n  three\nb: 'four\n\n  five'",
    ],
)
def test_plain_texts_are_read(text: str) -> None:
    assert quickly(text) == judged(text) is not None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a",
        "a: &x 1\n",
        "a: !!str 1\n",
        "a: *x\n",
        "a:\nb: 1\n",
        "- \n- b\n",
        "a:\t1\n",
        "? a\n: b\n",
        "--- \na: 1\n",
        "a: 1\n...\nb: 2\n",
        "a: |#\n  b\n",
        "a: >-\n  \n   b\n",
        "[a, '' :b]\n",
        "a: [\n",
        "a: '\x01'\n",
        "[" * 60 + "]" * 60,
        "[" * 5000,
    ],
    ids=lambda text: repr(text[:20]),
)
def test_other_texts_are_left_to_the_judge(text: str) -> None:
    assert quickly(text) is None


@settings(max_examples=400, deadline=None)
@given(lists(sampled_from(PIECES), max_size=12).map("".join))
def test_any_text_is_read_as_the_judge_reads_it_or_left_to_it(text: str) -> None:
    read = quickly(text)
    assert read is None or read == judged(text)
