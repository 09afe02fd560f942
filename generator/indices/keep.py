"""Results of indices between processes: records as JSON and frames as plain numbers, never as code."""

from __future__ import annotations  # start-up time: pandas is loaded where it computes

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from enum import StrEnum
from functools import cache, partial
from importlib.metadata import version
from itertools import accumulate, pairwise
from typing import Any

import numpy as np
import pandas as pd

from generator.cache import Cache, read_json
from generator.indices.contract import Contract
from generator.indices.engine.compute import Edition, Prepared, Result
from generator.indices.engine.correlate import Correlation
from generator.indices.engine.impute import Filled
from generator.indices.engine.treat import Treated
from generator.indices.engine.values import Values
from generator.indices.findings import Finding
from generator.rules import Rule
from generator.state.modules import modules_digest

RECORDS = {each.__name__: each for each in (Result, Edition, Prepared, Values, Filled, Treated, Correlation, Finding)}
BESIDE_EDITIONS = ("findings", "used")
"""What a result has besides its contract and its editions, which are large."""
DTYPES = frozenset(("<f8", "<i8", "|b1"))
DIGEST = 64
"""The length of the digest that an entry begins with."""


class KeptEditions(Mapping[int, Edition]):
    """Editions of a result by year: each waits as bytes until it is asked for; `again` computes them all."""

    def __init__(
        self,
        parts: Mapping[int, bytes],
        contract: Contract,
        again: Callable[[], Result],
        found: Mapping[int, Edition] | None = None,
    ) -> None:
        self.parts = parts
        """The bytes of each."""
        self._contract, self._again, self._found = contract, cache(again), dict(found or {})

    def __getitem__(self, year: int) -> Edition:
        if year not in self._found:
            self._found[year] = _edition(self.parts[year], self._contract) or self._again().editions[year]
        return self._found[year]

    def is_sound(self) -> bool:
        """Read all that wait; whether each is what it should be."""
        found = {year: self._found.get(year) or _edition(part, self._contract) for year, part in self.parts.items()}
        self._found |= {year: edition for year, edition in found.items() if edition}
        return len(self._found) == len(self.parts)

    def __contains__(self, year: object) -> bool:
        return year in self.parts  # else what waits would be read to know that it is there

    def __iter__(self) -> Iterator[int]:
        return iter(self.parts)

    def __len__(self) -> int:
        return len(self.parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeOf:
    """What a result is made of: digests of the rows of each indicator that it reads, and of all else."""

    rows: Mapping[str, str]
    around: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A result of the same contract and countries, and digests of the rows it was made of."""

    result: Result
    rows: Mapping[str, str]


Make = Callable[[Known | None], Result]
"""Computes a result, with what is known of it from other rows."""


def kept_or(state: Cache | None, contract: Contract, of: MadeOf, make: Make) -> tuple[Result, str]:
    """Return the result of a contract and its digest: as kept, if made of the same by the same code.

    Of other rows it is computed with the help of what is kept.
    """
    key = f"index {contract.id}"
    kept = (state and state.get(key)) or b""
    known, data = _known(kept, contract, of.around, partial(make, None))
    if known and known.rows == of.rows:
        return known.result, digest_of(data)
    result = _waiting(make(known if known and _is_sound(known.result) else None))
    data = result_bytes(result)
    if state is not None:
        state.put(key, _digest(of.around) + json.dumps(dict(of.rows)).encode() + b"\n" + data)
    return result, digest_of(data)


def _is_sound(result: Result) -> bool:
    """Whether all editions of a kept result can be read: of figures of now others cannot stand in for one."""
    return not isinstance(result.editions, KeptEditions) or result.editions.is_sound()


def _waiting(result: Result) -> Result:
    """Return a result that has the bytes of its editions."""
    if isinstance(result.editions, KeptEditions):
        return result
    parts, found = parts_of(result), result.editions
    return replace(result, editions=KeptEditions(parts, result.contract, lambda: result, found))


def parts_of(result: Result) -> Mapping[int, bytes]:
    """Return all that each edition came to, as bytes by year."""
    editions = result.editions
    if isinstance(editions, KeptEditions):
        return editions.parts
    return {year: _bytes_of(edition) for year, edition in editions.items()}


def _known(entry: bytes, contract: Contract, around: str, again: Callable[[], Result]) -> tuple[Known | None, bytes]:
    """Return the result that an entry has, if the same code made it of the same but rows; and its bytes."""
    rows, _line, data = entry[DIGEST:].partition(b"\n")
    try:
        digests = dict(read_json(rows)) if entry[:DIGEST] == _digest(around) else None
    except (ValueError, TypeError):
        digests = None
    found = read_result(data, contract, again) if digests is not None else None
    return Known(result=found, rows=digests) if found and digests is not None else None, data


def digest_of(data: bytes) -> str:
    """Return a digest of a result's bytes."""
    return hashlib.sha256(data).hexdigest()


def _digest(made_of: str) -> bytes:
    code, libraries = modules_digest("generator.indices.keep"), [version(name) for name in ("numpy", "pandas")]
    return hashlib.sha256(f"{code}\n{made_of}\n{libraries}".encode()).hexdigest().encode()


def digests_of_editions(result: Result) -> Mapping[int, str]:
    """Return digests of all that each edition came to, by year."""
    return {year: digest_of(part) for year, part in parts_of(result).items()}


def result_bytes(result: Result) -> bytes:
    """Return a result as bytes: a line of JSON with the length of each edition, then the editions."""
    editions = parts_of(result)
    beside = {name: _written(getattr(result, name), bytearray()) for name in BESIDE_EDITIONS}
    years = [[year, len(part)] for year, part in editions.items()]
    return json.dumps({"years": years, **beside}).encode() + b"\n" + b"".join(editions.values())


def _bytes_of(edition: Edition) -> bytes:
    """Return an edition as bytes: a line of JSON, and the numbers of all its frames."""
    numbers = bytearray()
    return json.dumps(_written(edition, numbers)).encode() + b"\n" + bytes(numbers)


def read_result(data: bytes, contract: Contract, again: Callable[[], Result]) -> Result | None:
    """Return the result of a contract from bytes; None where they are not what they should be.

    An edition is read when it is asked for, or computed `again`.
    """
    head, _line, editions = data.partition(b"\n")
    try:
        whole = read_json(head)
        ends = pairwise(accumulate((size for _year, size in whole["years"]), initial=0))
        parts = {year: editions[slice(*end)] for (year, _size), end in zip(whole["years"], ends, strict=True)}
        found = {name: _read(whole[name], b"", contract) for name in BESIDE_EDITIONS}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    return Result(contract=contract, editions=KeptEditions(parts, contract, again), **found)


def _edition(data: bytes, contract: Contract) -> Edition | None:
    """Return an edition from bytes; None where they are not what they should be."""
    head, _line, numbers = data.partition(b"\n")
    try:
        found = _read(read_json(head), numbers, contract)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    return found if isinstance(found, Edition) else None


def _written(value: Any, numbers: bytearray) -> Any:  # noqa: ANN401, PLR0911 - a tree of anything that results are made of
    if isinstance(value, StrEnum):
        return {"rule": str(value)}
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, pd.DataFrame | pd.Series):
        return _frame(value, numbers)
    if isinstance(value, Contract):
        return {"contract": value.id}
    if is_dataclass(value):
        own = {field.name: _written(getattr(value, field.name), numbers) for field in fields(value)}
        return {"record": type(value).__name__, "fields": own}
    if isinstance(value, Mapping):
        return {"mapping": [[_written(key, numbers), _written(each, numbers)] for key, each in value.items()]}
    kind = "list" if isinstance(value, list) else "tuple" if isinstance(value, tuple) else "set"
    return {kind: [_written(each, numbers) for each in (sorted(value) if kind == "set" else value)]}


def _frame(value: pd.DataFrame | pd.Series, numbers: bytearray) -> dict[str, Any]:
    array = np.ascontiguousarray(value.to_numpy())
    if array.dtype.str not in DTYPES:
        raise TypeError(array.dtype)
    place = len(numbers)
    numbers += array.tobytes()
    columns = list(value.columns) if isinstance(value, pd.DataFrame) else None
    return {"frame": [place, array.dtype.str, list(array.shape)], "index": list(value.index), "columns": columns}


def _read(value: Any, numbers: bytes, contract: Contract) -> Any:  # noqa: ANN401, PLR0911 - as it was written
    if not isinstance(value, dict):
        return value
    if "frame" in value:
        return _read_frame(value, numbers)
    if "record" in value:
        own = {name: _read(each, numbers, contract) for name, each in value["fields"].items()}
        return RECORDS[value["record"]](**own)
    if "mapping" in value:
        return {_read(key, numbers, contract): _read(each, numbers, contract) for key, each in value["mapping"]}
    if "rule" in value:
        return Rule(value["rule"])
    if "contract" in value:
        return contract
    ((kind, items),) = value.items()
    return {"list": list, "tuple": tuple, "set": frozenset}[kind](_read(each, numbers, contract) for each in items)


def _read_frame(value: Mapping[str, Any], numbers: bytes) -> pd.DataFrame | pd.Series:
    place, dtype, shape = value["frame"]
    if dtype not in DTYPES:
        raise ValueError(dtype)
    array = np.frombuffer(numbers, dtype=dtype, count=int(np.prod(shape)), offset=place).reshape(shape).copy()
    if value["columns"] is None:
        return pd.Series(array, index=value["index"])
    return pd.DataFrame(array, index=value["index"], columns=value["columns"])
