"""How many times a value is another, in words."""

import pytest

from generator.pages.sentences.newsworth import against, news_of_ratio


@pytest.mark.parametrize(
    ("ratio", "news", "words"),
    [
        (0.1, 3, "less than a quarter of"),
        (0.419, 3, "well under half"),
        (0.42, 2, "about half"),
        (0.58, 1, "below"),
        (1.0, 0, "close to"),
        (1.1, 1, "above"),
        (1.75, 2, "about twice"),
        (2.75, 3, "about three times"),
        (7, 3, "more than five times"),
    ],
)
def test_ratios_in_words_and_what_news_they_are(ratio: float, news: int, words: str) -> None:
    assert (against(ratio), news_of_ratio(ratio)) == (words, news)
