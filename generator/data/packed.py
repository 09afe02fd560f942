"""Columns as bytes and back: texts that repeat stand once, numbers are read from their texts."""

import json
import sys
import zlib
from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.cache import Cache, read_json
from generator.data.columns import Columns, numbers_of
from generator.sources.cells import joined, placed

STATE_KEY = "rows"
"""The name in the state file of digests of the rows of each indicator in the last build."""
READ = "rows read"
"""The same of rows that were read since; a build compares its pages with those of the last one."""
FEW = ("countries", "years", "statuses", "origins", "notes")
"""Columns whose cells repeat."""
MANY = ("texts", "lowers", "uppers")
"""Columns of numbers as they are written: no line ends within."""


def pack_columns(columns: Columns) -> bytes:
    """Return columns as bytes: a line of the statuses that occur, then compressed all else.

    That is a line of JSON, then for each row the places of its cells.
    """
    parts = {name: _pack(getattr(columns, name)) for name in FEW}
    head = {"indicator": columns.indicator, "rows": len(columns.texts), "order": sys.byteorder}
    cells = {name: different for name, (different, _places) in parts.items()}
    many = {name: "\n".join(found) if (found := getattr(columns, name)) else None for name in MANY}
    places = b"".join(array("I", found).tobytes() for _different, found in parts.values())
    whole = json.dumps({**head, **cells, **many}).encode() + b"\n" + places
    return "".join(sorted(set(columns.statuses))).encode() + b"\n" + zlib.compress(whole, 1)


def unpack_columns(data: bytes) -> Columns | None:
    """Return columns from bytes; None where they are not what they should be."""
    try:
        head, _line, numbers = zlib.decompress(data.partition(b"\n")[2]).partition(b"\n")
        whole = read_json(head)
        rows, places = whole["rows"], array("I", numbers)
        if whole["order"] != sys.byteorder or len(places) != rows * len(FEW):
            return None
        few = {name: placed(whole[name], places[n * rows : (n + 1) * rows]) for n, name in enumerate(FEW)}
        many = {name: whole[name].split("\n") if whole[name] is not None else [] for name in MANY}
        return Columns(
            indicator=str(whole["indicator"]),
            countries=few["countries"],
            years=[whole["years"][at] for at in places[rows : 2 * rows]],
            texts=joined(many["texts"]),
            statuses="".join(few["statuses"]),
            origins=few["origins"],
            notes=few["notes"],
            values=numbers_of(many["texts"]),
            lowers=joined(many["lowers"]) if many["lowers"] else (),
            uppers=joined(many["uppers"]) if many["uppers"] else (),
        )
    except (zlib.error, ValueError, KeyError, TypeError, AttributeError, IndexError):
        return None


def rows_entry(indicator: str, digest: str, columns: Columns) -> tuple[str, bytes]:
    """Return rows as an entry of the state file; `digest` is of all that they were read from."""
    return _key(indicator), digest.encode() + b"\n" + pack_columns(columns)


def packed_rows(state: Cache, indicator: str, digest: str, whose: str = STATE_KEY) -> bytes:
    """Return the same rows as bytes; none where others are kept."""
    head, _line, packed = (state.get(_key(indicator, whose)) or b"").partition(b"\n")
    return packed if head == digest.encode() else b""


def kept_rows(state: Cache, indicator: str, digest: str) -> Columns | None:
    """Return the rows of an indicator as they were read from the same; None where others are kept."""
    return unpack_columns(packed_rows(state, indicator, digest))


@dataclass(frozen=True, kw_only=True)
class PackedRows:
    """Rows of an indicator that wait as bytes; `again` reads them from their source."""

    packed: bytes
    again: Callable[[], Columns | None]

    @cached_property
    def columns(self) -> Columns | None:
        """The rows, unpacked when they are asked for first."""
        return unpack_columns(self.packed) or self.again()

    @property
    def statuses(self) -> frozenset[str]:
        """The statuses that occur, for which nothing is unpacked."""
        return frozenset(self.packed.partition(b"\n")[0].decode())


class Rows(Mapping[str, Columns]):
    """The rows of indicators by id, of which some wait until they are asked for."""

    def __init__(self, given: Mapping[str, Columns | PackedRows]) -> None:
        self.given = given

    def __getitem__(self, indicator: str) -> Columns:
        found = self.given[indicator]
        columns = found.columns if isinstance(found, PackedRows) else found
        if columns is None:
            raise KeyError(indicator)
        return columns

    def __contains__(self, indicator: object) -> bool:
        return indicator in self.given  # else what waits would be unpacked to know that it is there

    def __iter__(self) -> Iterator[str]:
        return iter(self.given)

    def __len__(self) -> int:
        return len(self.given)


def with_rows(before: Mapping[str, Columns], new: Mapping[str, Columns | PackedRows]) -> Rows:
    """Return rows with those of other indicators, or others of the same; what waits goes on waiting."""
    return Rows({**(before.given if isinstance(before, Rows) else before), **new})


def statuses_in(rows: Mapping[str, Columns], indicator: str) -> frozenset[str]:
    """Return the statuses that occur among the rows of an indicator; what waits goes on waiting."""
    given: Mapping[str, Columns | PackedRows] = rows.given if isinstance(rows, Rows) else rows
    found = given[indicator]
    return found.statuses if isinstance(found, PackedRows) else frozenset(found.statuses)


def at_hand(rows: Mapping[str, Columns]) -> Iterator[tuple[str, Columns]]:
    """Yield the rows that do not wait, with the indicator's id."""
    given = rows.given if isinstance(rows, Rows) else rows
    return ((name, found) for name, found in given.items() if isinstance(found, Columns))


def keep_read(state: Cache, indicator: str, digest: str, columns: Columns) -> None:
    """Keep rows that were read, if the last build did not have the same, nor who read before."""
    read = kept_digests(state, READ)
    if digest not in {read.get(indicator), kept_digests(state).get(indicator)}:
        entry = digest.encode() + b"\n" + pack_columns(columns)
        state.put_all({_key(indicator, READ): entry, READ: json.dumps({**read, indicator: digest}).encode()})


def kept_digests(state: Cache, name: str = STATE_KEY) -> Mapping[str, str]:
    """Return digests by name as the last build kept them, or who read rows since."""
    try:
        return {str(each): str(digest) for each, digest in read_json(state.get(name) or b"{}").items()}
    except (ValueError, AttributeError):
        return {}


def _key(indicator: str, whose: str = STATE_KEY) -> str:
    return f"{whose} of {indicator}"


def _pack(cells: Sequence[str | int]) -> tuple[list[str | int], list[int]]:
    """Return the different cells, and for each row the place of its own among them."""
    places = {cell: at for at, cell in enumerate(dict.fromkeys(cells))}
    return list(places), [places[cell] for cell in cells]
