"""An unknown key is answered with what is known at its place, not elsewhere in the file."""

import pytest

from generator.config import Strict
from generator.sources import Source
from generator.strict_yaml import parse_yaml


class Part(Strict):
    title: str = ""
    unit: str = ""


class Whole(Strict):
    name: str = ""
    parts: tuple[Part, ...] = ()
    by_name: dict[str, Part] | None = None


@pytest.mark.parametrize(
    ("text", "column", "hint"),
    [
        ("xyzzy: 1\n", 1, "Remove it; known here: name, parts, by_name."),
        ("nane: a\n", 1, "Did you mean 'name'?"),
        ("parts: [{xyzzy: 1}]\n", 10, "Remove it; known here: title, unit."),
        ("parts: [{units: a}]\n", 10, "Did you mean 'unit'?"),
        ("by_name: {a: {titel: b}}\n", 15, "Did you mean 'title'?"),
        ("by_name: {a: {name: b}}\n", 15, "Remove it; known here: title, unit."),
        ("title: a\n", 1, "Remove it; known here: name, parts, by_name."),
    ],
)
def test_what_is_known_at_the_place_of_an_unknown_key_is_told(text: str, column: int, hint: str) -> None:
    _read, (problem,) = parse_yaml(Source(path="a.yaml", data=text.encode()), Whole)
    assert (problem.rule.value, problem.location.column, problem.hint) == ("yaml-unknown-key", column, hint)
