"""Footnotes bear letters."""

import pytest

from generator.content.markdown.footnotes import letter


@pytest.mark.parametrize(("number", "text"), [(1, "a"), (26, "z"), (27, "aa"), (52, "az"), (703, "aaa")])
def test_footnotes_bear_letters(number: int, text: str) -> None:
    assert letter(number) == text
