"""Figures that indices read are known by the digest of their rows, and not read again to be digested."""

from dataclasses import replace

import pytest

from generator.cache import MemoryCache
from generator.data.dataset import Dataset
from generator.data.packed import PackedRows, Rows
from generator.indices.figures import STATE_KEY, Figures, digest_until, known_figures
from generator.memo import Memo
from tests.datasets import dataset

DATA = replace(dataset({"visitors": {"AAA": {2019: "8", 2020: "9"}}}), rows={"visitors": "1"})


def digests(data: Dataset, state: MemoryCache, last: int = 2020) -> dict[str, str]:
    figures = Figures(memo=Memo(), known=known_figures(state))
    found = figures.digests(data, ["visitors", "one"], last)
    figures.keep(state)
    return found


def unread(data: Dataset) -> Dataset:
    """Return the same data, of which no row can be read."""
    return replace(data, observations=Rows({"visitors": PackedRows(packed=b"", again=lambda: None)}))


def test_what_is_known_is_not_read() -> None:
    state = MemoryCache()
    first = digests(DATA, state)
    assert first == {"visitors": digest_until(DATA.observations["visitors"], 2020)}
    assert digests(unread(DATA), state) == first
    for other, last in ((replace(unread(DATA), rows={"visitors": "2"}), 2020), (unread(DATA), 2019)):
        with pytest.raises(KeyError):
            digests(other, state, last)


def test_only_what_was_used_stays_known() -> None:
    state = MemoryCache()
    digests(DATA, state)
    digests(replace(DATA, rows={"visitors": "2"}), state)
    assert [key.split()[-1] for key in known_figures(state)] == ["2"]


def test_figures_without_a_digest_of_their_rows_are_read_each_time() -> None:
    state = MemoryCache()
    assert digests(replace(DATA, rows={}), state) == digests(DATA, MemoryCache())
    assert state.get(STATE_KEY) is None


def test_years_after_the_last_count_for_nothing() -> None:
    columns = DATA.observations["visitors"]
    later, earlier = (replace(columns, texts=texts) for texts in (("8", "9.5"), ("7", "9")))
    assert digest_until(later, 2019) == digest_until(columns, 2019) != digest_until(earlier, 2019)
