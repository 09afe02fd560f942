"""Results of pure functions, kept from one run of the pipeline to the next within a process.

A key names everything its result depends on, by digest; so a result cannot be stale. What a run did not ask for is
forgotten when the next begins, so that memory holds one state of the project.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping
from functools import cached_property
from typing import Any, Self, TypeVar

T = TypeVar("T")


class Part(tuple[Hashable, ...]):  # noqa: SLOT001 - a tuple has no room for others
    """A part of many keys, whose hash is worked out once.

    That of a site's index would be for each of its pages.
    """

    _hash: int | None = None

    def __hash__(self) -> int:
        if self._hash is None:
            self._hash = super().__hash__()
        return self._hash


class Memo:
    """Results by key; `turn` begins a run.

    `pages` keeps what only a run without faults makes, `data` what only a run with other data does. They turn by
    themselves, so that a fault and its remedy, or a save of prose, forget nothing.
    """

    @cached_property
    def data(self) -> Self:
        """A memo of its own."""
        return type(self)()

    @cached_property
    def pages(self) -> Self:
        """A memo of its own."""
        return type(self)()

    def __init__(self, known: Mapping[Hashable, Any] | None = None) -> None:
        self._before: dict[Hashable, Any] = dict(known or {})
        self._now: dict[Hashable, Any] = {}

    def branch(self) -> Self:
        """Return a memo that knows what this one does; what it learns is forgotten with it."""
        return type(self)({**self._before, **self._now})

    def clear(self) -> None:
        """Forget all results at once: some hold their memo, which would wait for a search for garbage."""
        self._before, self._now = {}, {}

    def turn(self) -> None:
        """Begin a run: forget what the last one did not ask for."""
        self._before, self._now = self._now, {}

    def get(self, key: Hashable, make: Callable[[], T]) -> T:
        """Return the result under the key, made now where neither this run nor the last had it."""
        if key not in self._now:
            self._now[key] = self._before[key] if key in self._before else make()
        result: T = self._now[key]
        return result

    def part(self, values: Iterable[Hashable]) -> Part:
        """Return values as a part of keys, which of equal values is the very same as in the last run."""
        made = Part(values)
        return self.get(("part", made), lambda: made)

    def revise(self, key: Hashable, revise: Callable[[T | None], T]) -> T:
        """Return what is made of the result that the key had last, None at first.

        The key need not name all that its result depends on: `revise` knows whether the last one is right still.
        """
        last = self._now[key] if key in self._now else self._before.get(key)
        self._now[key] = made = revise(last)
        return made

    def peek(self, key: Hashable) -> Any:  # noqa: ANN401 - whoever asks knows what the key stands for
        """Return the result under the key if it has been asked for in this run, else None."""
        return self._now.get(key)

    def of(self, record: object, name: str, make: Callable[[], T]) -> T:
        """Return a result that depends on one record alone, as long as it is the very same record."""
        kept: tuple[object, T] = self.get((name, id(record)), lambda: (record, make()))
        if kept[0] is not record:  # the record of the last run is gone and another took its place in memory
            kept = (record, make())
            self._now[name, id(record)] = kept
        return kept[1]
