"""Intervals of the ranks of an index as bytes and back."""

import json
from collections.abc import Iterator, Mapping

from generator.cache import read_json

Ranges = Mapping[int, Mapping[str, tuple[int, int]]]
"""Intervals of ranks by year and country."""


def pack_ranges(ranges: Ranges, digest: str) -> bytes:
    """Return intervals as bytes, after the digest of the rows of their index."""
    return f"{digest}\n{json.dumps([(year, dict(edition)) for year, edition in ranges.items()])}".encode()


def unpack_ranges(data: bytes, digest: str) -> Ranges:
    """Return intervals from bytes; unknown ones where they are of other rows."""
    head, _line, text = data.partition(b"\n")
    if head != digest.encode():
        return UnknownRanges()
    try:
        found = read_json(text)
        return {int(year): {code: (low, high) for code, (low, high) in edition.items()} for year, edition in found}
    except (ValueError, TypeError, AttributeError, RecursionError):
        return UnknownRanges()


class UnknownRanges(Ranges):
    """Intervals that are not kept: whoever asks for one has no answer."""

    def __getitem__(self, year: int) -> Mapping[str, tuple[int, int]]:
        raise LookupError(year)

    def __iter__(self) -> Iterator[int]:
        raise LookupError

    def __len__(self) -> int:
        raise LookupError
