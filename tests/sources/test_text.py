"""Bytes to text: what is no plain text is named at its place."""

import pytest

from generator.sources.files import Source
from generator.sources.text import decode_text


def decoded(data: bytes, path: str = "content/essays/a.md") -> list[tuple[str, int, int]]:
    return [(p.rule.value, p.location.line, p.location.column) for p in decode_text(Source(path=path, data=data))[1]]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"a" * 1_000_000, []),
        (b"a" * 1_000_001, [("file-too-large", 1, 1)]),
        (b"a\n\0", [("text-nul", 2, 1)]),
        ("a\nб\u202e8.5".encode(), [("text-control", 2, 2)]),
        ("\u2066a".encode(), [("text-control", 1, 1)]),
        (b"a\x1b[0m", [("text-control", 1, 2)]),
        ("\u06a9\u0634\u0648\u0631 \u05d0".encode(), []),
        (b"\xff", [("text-encoding", 1, 1)]),
        (b"a\tb\n", []),
    ],
)
def test_bytes_that_are_no_plain_text_are_named(data: bytes, expected: list[tuple[str, int, int]]) -> None:
    assert decoded(data) == expected


def test_yaml_has_its_own_limit() -> None:
    assert decoded(b"a" * 2_000_000, "site.yaml") == []
    assert decoded(b"a" * 2_000_001, "site.yaml") == [("file-too-large", 1, 1)]
