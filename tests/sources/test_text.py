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


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> branch\n\u202ed\n", [2]),
        ("<<<<<<< HEAD\nb\n||||||| base\nx\n=======\nc\n>>>>>>> x\n\n<<<<<<< HEAD\n=======\n>>>>>>> y", [1, 9]),
        ("<<<<<<< HEAD\na\n<<<<<<< HEAD\n=======\n>>>>>>> y\n", [1, 3]),
        ("a\n>>>>>>> branch\n", [2]),
        ("<<<<<<<\n", [1]),
        ("a\n=======\n\n<<<<<<<< b\n>>>>>>>> c\n >>>>>>> d\n>>>>>>>e\n", []),
    ],
)
@pytest.mark.parametrize("path", ["content/a.md", "site.yaml", "data/a.csv", "content/references.bib"])
def test_a_conflict_of_a_merge_is_told_once_and_nothing_else(path: str, text: str, lines: list[int]) -> None:
    assert decoded(text.encode(), path) == [("merge-conflict", line, 1) for line in lines]


def test_yaml_has_its_own_limit() -> None:
    assert decoded(b"a" * 2_000_000, "site.yaml") == []
    assert decoded(b"a" * 2_000_001, "site.yaml") == [("file-too-large", 1, 1)]
