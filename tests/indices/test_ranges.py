"""Intervals of ranks come back as they were, or are unknown to whoever asks."""

import pytest

from generator.indices.ranges import pack_ranges, unpack_ranges

RANGES = {2019: {"KAZ": (3, 9), "KGZ": (4, 4)}, 2020: {}}


def test_intervals_are_read_as_they_were_written() -> None:
    assert unpack_ranges(pack_ranges(RANGES, "digest"), "digest") == RANGES


@pytest.mark.parametrize("data", [b"", b"digest", b"digest\n[", b"digest\n[[1]]", b"digest\n3", b"other\n[]"])
def test_intervals_that_cannot_be_read_are_no_answer(data: bytes) -> None:
    unknown = unpack_ranges(data, "digest")
    for ask in (lambda: unknown[2019], lambda: list(unknown), lambda: len(unknown)):
        with pytest.raises(LookupError):
            ask()
