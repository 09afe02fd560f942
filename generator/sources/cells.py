"""The cells of a column in few bytes: texts that repeat stand once, others in one text."""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import overload

BYTE, PLACE = "B", "I"
"""The types of places in arrays: a byte each where they are few, else four."""


@dataclass(frozen=True, slots=True, eq=False)
class Repeated(Sequence[str]):
    """Texts of which each stands once: `texts`, and for each cell the place of its own among them."""

    texts: Sequence[str]
    places: Sequence[int]

    def __len__(self) -> int:
        return len(self.places)

    @overload
    def __getitem__(self, at: int) -> str: ...
    @overload
    def __getitem__(self, at: slice) -> list[str]: ...
    def __getitem__(self, at: int | slice) -> str | list[str]:
        if isinstance(at, slice):
            found = self.places[at]
            return [self.texts[0]] * len(found) if len(self.texts) == 1 else list(map(self.texts.__getitem__, found))
        return self.texts[self.places[at]]

    def __iter__(self) -> Iterator[str]:
        return map(self.texts.__getitem__, self.places)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]  # as of a list


@dataclass(frozen=True, slots=True, eq=False)
class Joined(Sequence[str]):
    """Texts in one, with a line end after each; `starts` has where each begins, and where another would."""

    text: str
    starts: Sequence[int]

    def __len__(self) -> int:
        return len(self.starts) - 1

    @overload
    def __getitem__(self, at: int) -> str: ...
    @overload
    def __getitem__(self, at: slice) -> list[str]: ...
    def __getitem__(self, at: int | slice) -> str | list[str]:
        if isinstance(at, slice):
            return self._cut(range(*at.indices(len(self))))
        place = at if at >= 0 else at + len(self)
        return self.text[self.starts[place] : self.starts[place + 1] - 1]

    def _cut(self, places: range) -> list[str]:
        if places.step != 1 or not places:
            return [self[place] for place in places]
        return self.text[self.starts[places.start] : self.starts[places.stop] - 1].split("\n")

    def __iter__(self) -> Iterator[str]:
        return iter(self[:])

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]  # as of a list


def repeated(cells: Sequence[str]) -> Repeated:
    """Return cells of which many are equal."""
    places = {cell: at for at, cell in enumerate(dict.fromkeys(cells))}
    return placed(tuple(places), map(places.__getitem__, cells))


def placed(texts: Sequence[str], places: Iterable[int]) -> Repeated:
    """Return cells by the place of each among texts."""
    return Repeated(texts, array(BYTE if len(texts) <= 1 << 8 else PLACE, places))


def joined(cells: Sequence[str]) -> Joined:
    """Return cells of which few are equal; no line ends within one."""
    return Joined("\n".join((*cells, "")), array(PLACE, accumulate(map((1).__add__, map(len, cells)), initial=0)))
