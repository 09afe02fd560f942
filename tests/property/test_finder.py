"""Laws of folded names."""

from hypothesis import given
from hypothesis import strategies as st

from generator.outputs.finder import fold


@given(st.text())
def test_folding_again_changes_nothing(name: str) -> None:
    assert fold(fold(name)) == fold(name)
