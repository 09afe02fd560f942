"""Frozen records as JSON and back by a closed table of classes: nothing else is made from bytes."""

import hashlib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, fields
from datetime import date
from enum import Enum
from itertools import chain
from operator import attrgetter
from typing import Any, TypeVar

from pydantic_core import PydanticSerializationError, from_json, to_json

from generator.cache import Cache

T = TypeVar("T")

DIGEST = 64
"""The length of the digest that an entry begins with."""
PLAIN = (str, int, float, bool, type(None))
ALL_PLAIN = frozenset(PLAIN)


class Records:
    """Writes and reads frozen records and enumerations of these classes, and what Python joins them by.

    A value is an array that begins with the name of its class: `["Location","a.md",3,1,null]`.
    """

    def __init__(self, *classes: type) -> None:
        self._parts = {each: _value if issubclass(each, Enum) else _parts_of(each) for each in classes}
        self._readers: dict[str, Callable[..., object]] = {
            "": lambda *items: items,
            "pairs": lambda *items: tuple(zip(items[::2], items[1::2], strict=True)),
            "set": lambda *items: frozenset(items),
            "dict": lambda *pairs: dict(pairs),
            "date": date.fromisoformat,
            **{each.__name__: each if issubclass(each, Enum) else _maker(each) for each in classes},
        }

    @property
    def names(self) -> frozenset[str]:
        """The names of what can be written."""
        return frozenset(self._readers)

    def pack(self, value: object) -> bytes:
        """Return a value as bytes; raises TypeError where a class is unknown, RecursionError by its depth."""
        try:
            return to_json(self._written(value), inf_nan_mode="constants")
        except PydanticSerializationError as error:
            raise RecursionError(error) from error

    def unpack(self, data: bytes) -> Any:  # noqa: ANN401 - whoever wrote it knows what it is
        """Return the value that bytes were made from; raises ValueError where they are something else."""
        try:
            return self._read(from_json(data))
        except (LookupError, TypeError, RecursionError) as error:
            raise ValueError(error) from error

    def _written(self, value: Any) -> object:  # noqa: ANN401
        kind = type(value)
        if kind in PLAIN:
            return value
        if kind is tuple:
            return self._tuple(value)
        if kind is frozenset:
            return ["set", *map(self._written, sorted(value))]
        if kind is dict:
            return ["dict", *map(self._written, value.items())]
        if kind is date:
            return ["date", value.isoformat()]
        if kind not in self._parts:
            raise TypeError(kind)
        parts = self._parts[kind](value)
        return [kind.__name__, *[part if type(part) in PLAIN else self._written(part) for part in parts]]

    def _tuple(self, value: tuple[Any, ...]) -> list[object]:
        """Return a tuple; one of pairs, as lines have them, in a row: `["pairs",1990,3.5,1991,3.6]`."""
        kinds = set(map(type, value))
        if ALL_PLAIN.issuperset(kinds):
            return ["", *value]
        if kinds == {tuple} and set(map(len, value)) == {2}:
            items = [*chain.from_iterable(value)]
            if ALL_PLAIN.issuperset(map(type, items)):
                return ["pairs", *items]
        return ["", *map(self._written, value)]

    def _read(self, value: Any) -> object:  # noqa: ANN401
        if type(value) is not list:
            return value
        return self._readers[value[0]](*[part if type(part) is not list else self._read(part) for part in value[1:]])


def _names_of(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


def _value(of: Enum) -> tuple[object]:
    return (of.value,)


def _parts_of(kind: type) -> Callable[..., tuple[object, ...]]:
    """Return what takes the fields of a record, all at once."""
    names = _names_of(kind)
    take = attrgetter(*names)
    return take if len(names) > 1 else lambda record: (take(record),)


def _maker(kind: type) -> Callable[..., object]:
    names = _names_of(kind)
    return lambda *values: kind(**dict(zip(names, values, strict=True)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What a `program`, a digest of it, made of the same before; without a state file all is made."""

    state: Cache | None = None
    program: str = ""
    records: Records

    def get_or(self, name: str, made_of: str, make: Callable[[], T]) -> T:
        """Return what is kept under a name, or is made now; `made_of` says all that it depends on."""
        if self.state is None:
            return make()
        entry = self.state.get(name) or b""
        if entry[:DIGEST] == self._head(made_of):
            with suppress(ValueError):
                found: T = self.records.unpack(entry[DIGEST:])
                return found
        result = make()
        with suppress(RecursionError):  # what is too deep to be written down is made again
            self.state.put(name, self.entry(made_of, result))
        return result

    def has(self, name: str, made_of: str) -> bool:
        """Whether what is kept under a name was made of the same."""
        return self.state is not None and (self.state.get(name) or b"")[:DIGEST] == self._head(made_of)

    def entry(self, made_of: str, result: object) -> bytes:
        """Return a result as it is kept: a digest of all that it was made of, and the result."""
        return self._head(made_of) + self.records.pack(result)

    def _head(self, made_of: str) -> bytes:
        return hashlib.sha256(f"{self.program}\n{made_of}".encode()).hexdigest().encode()
