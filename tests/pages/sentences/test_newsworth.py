"""How many times a value is another, in words."""

import pytest

from generator.pages.sentences.newsworth import against


@pytest.mark.parametrize(
    ("ratio", "words"),
    [
        (0.1, "less than a quarter of"),
        (0.5, "about half"),
        (1.0, "close to"),
        (2.0, "about twice"),
        (7, "more than five times"),
    ],
)
def test_ratios_in_words(ratio: float, words: str) -> None:
    assert against(ratio) == words
