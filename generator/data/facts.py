"""Entries of files that pages read besides rows: whoever reads one, its name is noted.

`catalog/indicators/population` is an entry, `catalog/indicators/population/description` a field that is read by itself,
`catalog/indicators/` which entries there are, in which order and of which topic. A page whose facts are the same is the same.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from itertools import count
from typing import Any, TypeVar, cast

from generator.data.catalog import Catalog, Indicator, Topic

T = TypeVar("T")

TOPIC = tuple(field.name for field in fields(Topic))


class Reading(set[str]):
    """The facts that one who is being made has read so far, with a number of its own."""

    __slots__ = ("number",)

    number: int


NOBODY = 0
"""The number of what is read while nothing is made."""

_NUMBERS = count(NOBODY)


def _reading() -> Reading:
    made = Reading()
    made.number = next(_NUMBERS)
    return made


OPEN: list[Reading] = [_reading()]
"""What has been read so far by each that is being made now; the first is nobody's."""


def note(names: Iterable[str]) -> None:
    """Note that facts are read, by whoever is being made now."""
    OPEN[-1].update(names)


def begin() -> None:
    """Begin to note what is read from now on."""
    OPEN.append(_reading())


def end() -> frozenset[str]:
    """Return what has been noted since the last beginning, which ends with it."""
    return frozenset(OPEN.pop())


class Entries(Mapping[str, T]):
    """Entries by id, as they are; each that is read is noted."""

    def __init__(self, name: str, entries: Mapping[str, T]) -> None:
        self._name, self._entries = name, entries

    def __getitem__(self, key: str) -> T:
        OPEN[-1].add(f"{self._name}/{key}")
        return self._entries[key]

    def __iter__(self) -> Iterator[str]:
        OPEN[-1].add(f"{self._name}/")
        return iter(self._entries)

    def __len__(self) -> int:
        OPEN[-1].add(f"{self._name}/")
        return len(self._entries)


class _Read:
    """A record of which each field that is read is noted."""

    def __init__(self, name: str, record: object, names: frozenset[str]) -> None:
        self._name, self._record, self._names = name, record, names

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Read) and self._record == other._record

    def __hash__(self) -> int:
        return hash(self._record)

    def __getattr__(self, name: str) -> object:
        note(f"{self._name}/{each}" for each in ((name,) if name in self._names else self._names))
        return getattr(self._record, name)


def read_by_field(name: str, record: T, names: Iterable[str]) -> T:
    """Return a record that notes which fields are read; all where it is asked for anything else."""
    return cast("T", _Read(name, record, frozenset(names)))


BY_ITSELF = frozenset(
    ("title", "short_title", "description", "note", "related", "not_comparable_reason", "producer_code", "known")
)
"""Fields of an indicator's entry that are facts by themselves; the others are one together."""


class _ReadIndicator(Indicator):
    """An indicator that notes which of its fields are read."""

    __slots__ = ("entry",)

    entry: str
    """The fact that its fields are together: `catalog/indicators/population`."""


def _noted(name: str) -> property:
    """Return a property that notes what it reads; it is read a million times for a world."""
    value = getattr(Indicator, name).__get__

    def read(indicator: _ReadIndicator) -> object:
        OPEN[-1].add(indicator.entry)
        return value(indicator)

    def read_by_itself(indicator: _ReadIndicator) -> object:
        OPEN[-1].add(f"{indicator.entry}/{name}")
        return value(indicator)

    return property(read_by_itself if name in BY_ITSELF else read)


for _field in fields(Indicator):
    if _field.name not in {"id", "topic"}:
        setattr(_ReadIndicator, _field.name, _noted(_field.name))


def _read_indicator(indicator: Indicator) -> Indicator:
    made = object.__new__(_ReadIndicator)
    for field in fields(Indicator):
        getattr(Indicator, field.name).__set__(made, getattr(indicator, field.name))
    object.__setattr__(made, "entry", f"catalog/indicators/{indicator.id}")
    return made


class _Indicators(Entries[Indicator]):
    """The entries of indicators, which note themselves what of them is read."""

    def __getitem__(self, key: str) -> Indicator:
        OPEN[-1].add("catalog/indicators/")
        return self._entries[key]


def read_by_entry(catalog: Catalog) -> Catalog:
    """Return a catalog that notes which of its entries are read."""
    indicators = {name: _read_indicator(each) for name, each in catalog.indicators.items()}
    topics = {name: read_by_field(f"catalog/topics/{name}", each, TOPIC) for name, each in catalog.topics.items()}
    return Catalog(
        topics=Entries("catalog/topics", topics),
        origins=Entries("catalog/origins", catalog.origins),
        indicators=_Indicators("catalog/indicators", indicators),
        withheld=Entries("catalog/withheld", catalog.withheld),
    )


def facts_of_catalog(catalog: Catalog) -> Iterator[tuple[str, Any]]:
    """Yield each fact of a catalog by name; `catalog` is one that notes nothing."""
    yield "catalog/topics/", tuple(catalog.topics)
    for name, topic in catalog.topics.items():
        yield f"catalog/topics/{name}", name
        yield from facts_of_fields(f"catalog/topics/{name}", topic, TOPIC)
    yield from facts_of_entries("catalog/origins", catalog.origins)
    yield from facts_of_entries("catalog/withheld", catalog.withheld)
    yield "catalog/indicators/", tuple((name, each.topic) for name, each in catalog.indicators.items())
    for name, indicator in catalog.indicators.items():
        yield f"catalog/indicators/{name}", together(indicator)
        yield from facts_of_fields(f"catalog/indicators/{name}", indicator, BY_ITSELF)


def together(indicator: Indicator) -> tuple[object, ...]:
    """Return all of an indicator's entry but its texts: what its figures are and how they are written."""
    return tuple(getattr(indicator, field.name) for field in fields(Indicator) if field.name not in BY_ITSELF)


def facts_of_entries(name: str, entries: Mapping[str, object]) -> Iterator[tuple[str, Any]]:
    """Yield each fact of entries by name."""
    yield f"{name}/", tuple(entries)
    yield from ((f"{name}/{key}", entry) for key, entry in entries.items())


def facts_of_fields(name: str, record: object, names: Iterable[str]) -> Iterator[tuple[str, Any]]:
    """Yield each field of a record by name."""
    yield from ((f"{name}/{field}", getattr(record, field)) for field in names)
