"""A quote that nothing closes is told where it opened, not where the next one is."""

import pytest

from generator.sources.yaml_nodes import NodeReader


def told(text: str) -> list[tuple[int, int, str]]:
    reader = NodeReader("site.yaml", 1)
    assert reader.compose(text) is None
    return [(each.location.line, each.location.column, each.message) for each in reader.problems]


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ('title: "Hello\nsummary: "S."\ndate: 2020\n', 1, 8),
        ('title: "Hello\nsummary: S.\n', 1, 8),
        ("x: 1\ntitle: 'Hello\nsummary: 'S.'\n", 2, 8),
        ('a:\n  title: "Hello\n  short: x\nb: 1\nc: "d"\n', 2, 10),
        ('a:\n  - "x\n  - "y"\n', 2, 5),
    ],
)
def test_an_open_quote_is_told_where_it_opened(text: str, line: int, column: int) -> None:
    assert told(text) == [(line, column, "Nothing closes the quote that opens here.")]


@pytest.mark.parametrize(
    ("text", "line", "column"), [('a: "x\n  y" b\nc: 1\n', 2, 6), ("a: 'It's\nb: 1\n", 1, 8), ("a: [b\nc: 1\n", 2, 2)]
)
def test_another_fault_stays_where_it_is(text: str, line: int, column: int) -> None:
    ((*place, message),) = told(text)
    assert place == [line, column]
    assert message.startswith("This is not YAML: expected ")


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ('a: "x\n  b: y"\nc: d: e\n', 3, 5),
        ('a: "x\n  b: y" # z\nc: d: e\n', 3, 5),
        ('a: ["x\n  b: y", z]\nc: d: e\n', 3, 5),
    ],
)
def test_a_quote_that_is_closed_is_not_blamed_for_what_follows(text: str, line: int, column: int) -> None:
    assert told(text) == [(line, column, "This is not YAML: mapping values are not allowed here.")]


def test_the_hint_has_the_quote_that_is_missing() -> None:
    reader = NodeReader("site.yaml", 1)
    reader.compose("a: 'b\nc: 1\n")
    assert [each.hint for each in reader.problems] == ["Write ' at the end of the text that begins here."]
