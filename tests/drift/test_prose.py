"""The sentence around a reference."""

import pytest

from generator.diagnostics import Location
from generator.drift.prose import sentence_at


@pytest.mark.parametrize(
    ("text", "line", "column", "sentence"),
    [
        ("One. Two [3](value:x) here. Four.", 1, 10, "Two 3 here."),
        ("a\n\nOne\ntwo [3](value:x 'y').\n\nb", 4, 5, "One two [3](value:x 'y')."),
        ("![It rose](chart:x)", 1, 1, "It rose"),
    ],
)
def test_the_sentence_around_a_place(text: str, line: int, column: int, sentence: str) -> None:
    assert sentence_at(text, Location(path="x", line=line, column=column)) == sentence
