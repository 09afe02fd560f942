"""Any text is safe in BibTeX."""

from hypothesis import given
from hypothesis import strategies as st

from generator.pages.frame.bibtex import SPECIAL, escape


@given(st.text(alphabet=[*SPECIAL, "a", "Ә", " ", "”"], max_size=30))
def test_an_escaped_text_is_balanced_and_says_the_same(text: str) -> None:
    found = escape(text)
    assert found.count("{") == found.count("}")
    for character, command in SPECIAL.items():
        assert text.count(character) <= found.count(command)
