"""Columns as bytes and back: texts that repeat stand once, numbers are read from their texts."""

import json
import zlib
from collections.abc import Sequence
from typing import Any

from generator.cache import Cache
from generator.data.columns import Columns

FEW = ("countries", "years", "statuses", "origins", "notes")
"""Columns whose cells repeat."""
MANY = ("texts", "lowers", "uppers")


def pack_columns(columns: Columns) -> bytes:
    """Return columns as compressed JSON."""
    parts = {name: _pack(getattr(columns, name)) for name in FEW}
    whole = {"indicator": columns.indicator, **parts, **{name: list(getattr(columns, name)) for name in MANY}}
    return zlib.compress(json.dumps(whole, separators=(",", ":")).encode(), 1)


def unpack_columns(data: bytes) -> Columns | None:
    """Return columns from bytes; None where they are not what they should be."""
    try:
        whole = json.loads(zlib.decompress(data))
        few: dict[str, Any] = {name: _unpack(*whole[name]) for name in FEW}
        many = {name: list(map(str, whole[name])) for name in MANY}
        values = [float(text) if text else None for text in many["texts"]]
        ends: dict[str, Any] = {name: many[name] or () for name in ("lowers", "uppers")}
        return Columns(indicator=str(whole["indicator"]), values=values, texts=many["texts"], **few, **ends)
    except (zlib.error, ValueError, KeyError, TypeError, AttributeError, IndexError):
        return None


def rows_entry(indicator: str, digest: str, columns: Columns) -> tuple[str, bytes]:
    """Return rows as an entry of the state file; `digest` is of all that they were read from."""
    return _key(indicator), digest.encode() + b"\n" + pack_columns(columns)


def kept_rows(state: Cache, indicator: str, digest: str) -> Columns | None:
    """Return the rows of an indicator as they were read from the same; None where others are kept."""
    head, _line, packed = (state.get(_key(indicator)) or b"").partition(b"\n")
    return unpack_columns(packed) if head == digest.encode() else None


def _key(indicator: str) -> str:
    return f"rows of {indicator}"


def _pack(cells: Sequence[str | int]) -> tuple[list[str | int], list[int]]:
    """Return the different cells, and for each row the place of its own among them."""
    places = {cell: at for at, cell in enumerate(dict.fromkeys(cells))}
    return list(places), [places[cell] for cell in cells]


def _unpack(cells: list[str], places: list[int]) -> list[str]:
    return [cells[at] for at in places]
