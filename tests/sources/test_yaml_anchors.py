"""A text that begins with & is told where YAML would drop its first word."""

import pytest

from generator.sources.files import Source
from generator.sources.yaml_file import parse_yaml


@pytest.mark.parametrize(
    ("text", "line", "column", "name"),
    [
        ("title: &Wine Water\n", 1, 8, "Wine"),
        ("a: b\ntitle: &Wine\n", 2, 8, "Wine"),
        ("title: [a, &b c]\n", 1, 12, "b"),
        ("a: &x 1\nb: &x 2\nc: *x\n", 1, 4, "x"),
        ("&R D: x\n", 1, 1, "R"),
    ],
)
def test_an_anchor_that_nothing_refers_to_is_told(text: str, line: int, column: int, name: str) -> None:
    read, (problem,) = parse_yaml(Source(path="a.yaml", data=text.encode()), dict[str, object])
    assert read is None
    assert (problem.rule.value, problem.location.line, problem.location.column) == ("yaml-syntax", line, column)
    assert problem.message == f"'&{name}' is an anchor, no text, and nothing refers to it."


@pytest.mark.parametrize(
    "text",
    ["a: &x [1]\nb: *x\n", "a: &x {y: &z 1, u: *z}\nb: [*x, *x]\n", 'a: "&x y"\nb: R &D & &c\n', "a: |\n  &x y\n"],
)
def test_anchors_in_use_and_other_signs_are_read(text: str) -> None:
    assert parse_yaml(Source(path="a.yaml", data=text.encode()), dict[str, object])[1] == ()
