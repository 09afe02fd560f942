"""Columns come back from bytes as they were."""

import json
import zlib
from math import nan

import pytest

from generator.cache import MemoryCache
from generator.data.columns import Columns, compact
from generator.data.packed import (
    READ,
    STATE_KEY,
    PackedRows,
    Rows,
    at_hand,
    keep_read,
    kept_digests,
    kept_rows,
    pack_columns,
    packed_rows,
    rows_entry,
    statuses_in,
    unpack_columns,
    with_rows,
)

COLUMNS = Columns(
    indicator="population",
    countries=["KAZ", "KAZ", "KGZ"],
    years=[2019, 2020, 2019],
    texts=["1.50", "", "-3e4"],
    statuses=["A", "M", "E"],
    origins=["a", "a", "b"],
    notes=["", "a note, with “signs”\n", ""],
    values=[1.5, nan, -30000.0],
)


@pytest.mark.parametrize("ends", [((), ()), (["1", "", ""], ["2", "", ""])])
def test_columns_are_unpacked_as_they_were_packed(ends: tuple[tuple[str, ...], tuple[str, ...]]) -> None:
    columns = Columns(
        **{name: getattr(COLUMNS, name) for name in Columns.__slots__} | dict(zip(ENDS, ends, strict=True))
    )
    unpacked = unpack_columns(pack_columns(columns))
    assert unpacked == unpack_columns(pack_columns(compact(columns))) == compact(columns)
    assert unpacked is not None
    assert [unpacked.value(at) for at in range(3)] == [1.5, None, -30000.0]


ENDS = ("lowers", "uppers")


@pytest.mark.parametrize(
    "data",
    [b"", b"{}", zlib.compress(b"[]"), zlib.compress(b"{"), zlib.compress(json.dumps({"indicator": "a"}).encode())],
)
def test_bytes_that_are_no_columns_are_none(data: bytes) -> None:
    assert unpack_columns(data) is None
    assert unpack_columns(b"A\n" + data) is None
    assert unpack_columns(pack_columns(COLUMNS)[:-9]) is None


def test_columns_of_a_machine_that_writes_numbers_in_another_order_are_none() -> None:
    head, _line, packed = pack_columns(COLUMNS).partition(b"\n")
    own = zlib.decompress(packed)
    other = own.replace(b'"order": "little"', b'"order": "big"')
    assert unpack_columns(head + b"\n" + zlib.compress(own)) == compact(COLUMNS)
    assert unpack_columns(head + b"\n" + zlib.compress(other)) is None
    assert unpack_columns(head + b"\n" + zlib.compress(own[:-4])) is None


def test_which_statuses_occur_is_known_before_rows_are_unpacked() -> None:
    packed = PackedRows(packed=pack_columns(COLUMNS)[:-9], again=unread)  # not to be unpacked, and not read again
    for rows in (Rows({"population": packed}), Rows({"population": COLUMNS}), {"population": COLUMNS}):
        assert statuses_in(rows, "population") == {"A", "E", "M"}
    none = Columns(**{name: getattr(COLUMNS, name)[:0] for name in Columns.__slots__})
    assert PackedRows(packed=pack_columns(none), again=unread).statuses == frozenset()


def unread() -> Columns:
    raise AssertionError


def test_rows_wait_until_they_are_asked_for_and_are_read_again_where_their_bytes_are_damaged() -> None:
    read: list[str] = []

    def again() -> Columns:
        read.append("again")
        return COLUMNS

    sound, damaged = (PackedRows(packed=data, again=again) for data in (pack_columns(COLUMNS), b"damaged"))
    rows = Rows({"sound": sound, "damaged": damaged, "gone": PackedRows(packed=b"", again=lambda: None)})
    more = with_rows(Rows({"at hand": COLUMNS, **rows.given}), {"sound": COLUMNS})
    assert (list(rows), len(rows), list(more)) == (
        ["sound", "damaged", "gone"],
        3,
        ["at hand", "sound", "damaged", "gone"],
    )
    assert not {"columns"} & (vars(sound).keys() | vars(damaged).keys())
    assert rows["sound"] == compact(COLUMNS)
    assert rows["sound"] is rows["sound"]
    assert more["sound"] is more["at hand"] is more["damaged"] is rows["damaged"] is COLUMNS
    assert read == ["again"]
    assert rows.get("gone") is rows.get("nowhere") is None
    assert list(at_hand(more)) == [("at hand", COLUMNS), ("sound", COLUMNS)]
    assert list(at_hand({"plain": COLUMNS})) == [("plain", COLUMNS)]


def test_rows_that_were_read_are_kept_beside_those_of_the_last_build_and_not_twice() -> None:
    state = MemoryCache()
    state.put_all(dict([rows_entry("population", "built", COLUMNS)]) | {STATE_KEY: b'{"population": "built"}'})
    keep_read(state, "population", "built", COLUMNS)
    assert kept_digests(state, READ) == {}
    keep_read(state, "population", "edited", compact(COLUMNS))
    assert unpack_columns(packed_rows(state, "population", "edited", READ)) == compact(COLUMNS)
    assert kept_rows(state, "population", "built") == compact(COLUMNS)
    assert kept_rows(state, "population", "edited") is None
    assert kept_digests(state, READ) == {"population": "edited"}
