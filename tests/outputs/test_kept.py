"""What a build keeps for the next: digests that tell all a page depends on, files taken over by them."""

import os
import subprocess
import sys
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import pytest

from generator.cache import MemoryCache
from generator.output import Output
from generator.outputs.kept import STATE_KEY, Digests, Made, Titled, entry_of, read_made, still_there, taken_over
from tests.repository import REPOSITORY


@dataclass(frozen=True)
class Entry:
    name: str
    themes: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Other:
    name: str
    themes: frozenset[str] = frozenset()


def digest(*key: object) -> str:
    return Digests().of(key)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("a", "b"), ("ab",)),
        (("a", ("b",)), ("a", "b")),
        ((1,), ("1",)),
        ((Entry("a"),), (Entry("b"),)),
        ((Entry("a"),), (Other("a"),)),
        ((Entry("a", frozenset({"x"})),), (Entry("a", frozenset({"y"})),)),
        ((Decimal("1.0"),), (Decimal("1.00"),)),
        ((date(2026, 1, 1),), ("2026-01-01",)),
        (({"a": 1, "b": 2},), ({"b": 2, "a": 1},)),
        ((None,), ("",)),
    ],
)
def test_what_differs_has_another_digest(one: tuple[object, ...], other: tuple[object, ...]) -> None:
    assert digest(*one)
    assert digest(*one) != digest(*other)


@pytest.mark.slow
def test_a_digest_is_the_same_in_every_process() -> None:
    text = "from generator.outputs.kept import Digests; print(Digests().of((frozenset('abcdefgh'), 'x')))"
    seed = "2" if os.environ.get("PYTHONHASHSEED") == "1" else "1"
    elsewhere = subprocess.run(
        [sys.executable, "-c", text],
        env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(REPOSITORY)},
        capture_output=True,
        check=True,
        text=True,
    )
    assert elsewhere.stdout == f"{digest(frozenset('abcdefgh'), 'x')}\n"


def test_what_says_nothing_of_its_content_has_no_digest() -> None:
    assert digest("a", object()) == digest(("a", (object(),))) == digest({1: object()}) == ""


def test_what_is_kept_is_read_again() -> None:
    titled = Titled(key="k", shown=("people",), spans=(("people", 3, 9),))
    profile = Made(files={"a/index.html": "digest"}, drawings=("d",), asked="q", titled=titled)
    state, made = MemoryCache(), {"name": profile, "other": Made(files={"b.csv": "digest"})}
    state.put_all(entry_of(made, "data"))
    assert read_made(state, "data") == made
    assert read_made(state, "others") == {}
    assert read_made(None) == {}


@pytest.mark.parametrize("text", [b"", b"[]", b"{", b'{"a": 1}', b'{"a": [1, 2]}', b'{"a": [{}, 1]}', b"\xff"])
def test_a_state_that_cannot_be_read_keeps_nothing(text: bytes) -> None:
    state = MemoryCache()
    state.put(STATE_KEY, b"\n" + text)
    assert read_made(state) == {}


def test_files_are_planned_again_once_and_only_if_one_is_rendered() -> None:
    planned: list[str] = []

    def again() -> list[Output]:
        planned.append("again")
        return [Output(path=path, key=path, render=path.encode) for path in ("a", "b")]

    taken = taken_over(Made(files={"a": "1", "b": "2"}), again)
    assert [(output.path, output.key_digest) for output in taken] == [("a", "1"), ("b", "2")]
    assert planned == []
    assert [output.render() for output in taken] == [b"a", b"b"]
    assert planned == ["again"]


def test_only_what_the_old_site_still_has_is_taken_over() -> None:
    made = {"one": Made(files={"a": "1", "b": "2"}), "other": Made(files={"c": "3"})}
    entries = {"a": ("1", "digest"), "b": ("2", "digest"), "c": ("4", "digest")}
    assert still_there(made, entries) == {"one": made["one"]}
    assert still_there(made, {}) == {}
