"""Frozen records come back from bytes as they were, and nothing else is made of bytes."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

import pytest

from generator.cache import MemoryCache
from generator.state.records import Kept, Records


class Colour(StrEnum):
    RED = "red"


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    name: str
    day: date | None = None
    place: tuple[int, int] | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    leaves: tuple[Leaf | str, ...]
    colour: Colour = Colour.RED
    names: frozenset[str] = frozenset()


RECORDS = Records(Leaf, Tree, Colour)
TREE = Tree(leaves=(Leaf(name="ä", day=date(2026, 1, 2), place=(1, 2)), "<p>[", Leaf(name="")), names=frozenset("ab"))


@pytest.mark.parametrize(
    "value",
    [
        TREE,
        (),
        None,
        True,
        1.5,
        {"a": TREE},
        ((TREE,), "date"),
        frozenset(),
        ((), (1,)),
        (((1, "a"), (2, None)), ((),)),
    ],
    ids=["record", "empty", "none", "truth", "number", "mapping", "tuple", "set", "rows", "pairs"],
)
def test_a_value_comes_back_as_it_was(value: object) -> None:
    back = RECORDS.unpack(RECORDS.pack(value))
    assert (type(back), back) == (type(value), value)


@pytest.mark.parametrize("pair", [(Colour.RED, 1), ((1, 2), 3)], ids=["enumeration", "tuple"])
def test_a_pair_is_written_by_its_parts_where_these_are_not_plain(pair: tuple[object, object]) -> None:
    (back,) = RECORDS.unpack(RECORDS.pack((pair,)))
    assert [type(part) for part in back] == [type(part) for part in pair]


def test_pairs_stand_in_a_row() -> None:
    assert RECORDS.pack(((1990, 3.5), (1991, None))) == b'["pairs",1990,3.5,1991,null]'


def test_equal_values_have_equal_bytes() -> None:
    assert RECORDS.pack(frozenset(("b", "a", "c"))) == RECORDS.pack(frozenset(("c", "b", "a")))


def nested(depth: int) -> object:
    value: object = 1
    for _ in range(depth):
        value = (value,)
    return value


@pytest.mark.parametrize("depth", [300, 100_000])
def test_a_value_nested_without_end_is_refused(depth: int) -> None:
    assert RECORDS.unpack(RECORDS.pack(nested(100))) == nested(100)
    with pytest.raises(RecursionError):
        RECORDS.pack(nested(depth))


@pytest.mark.parametrize("value", [object(), Ellipsis, [1], b"x"], ids=["object", "ellipsis", "list", "bytes"])
def test_a_value_of_another_class_is_refused(value: object) -> None:
    with pytest.raises(TypeError):
        RECORDS.pack((value,))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b'["pairs",1,2,3]',
        b"{",
        b"\xff",
        b"[]",
        b"[1]",
        b"[[]]",
        b'["os.system","ls"]',
        b'["Leaf"]',
        b'["Colour","blue"]',
        b'["date","x"]',
    ],
)
def test_bytes_of_something_else_are_refused(data: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - whatever it says
        RECORDS.unpack(data)


def tree() -> object:
    return TREE


def other() -> object:
    return ()


def test_what_is_kept_is_not_made_again_of_the_same_by_the_same_program() -> None:
    state = MemoryCache()
    kept = Kept(state=state, program="1", records=RECORDS)
    assert kept.get_or("tree", "these", tree) == TREE
    assert kept.get_or("tree", "these", other) == TREE
    assert Kept(state=state, program="2", records=RECORDS).get_or("tree", "these", other) == ()
    assert kept.get_or("tree", "those", other) == ()
    assert kept.get_or("other", "these", other) == ()
    assert Kept(records=RECORDS).get_or("tree", "these", other) == ()


@pytest.mark.parametrize("length", [0, 10, 64, 70])
def test_what_was_cut_off_is_made_again(length: int) -> None:
    state = MemoryCache()
    kept = Kept(state=state, records=RECORDS)
    kept.get_or("tree", "these", tree)
    state.put("tree", (state.get("tree") or b"")[:length])
    assert kept.get_or("tree", "these", other) == ()
    assert kept.get_or("tree", "these", tree) == ()
