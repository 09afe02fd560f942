"""The numbers of a frame by country and entry, found without pandas.

A page looks up hundreds of them, and what pandas does for each takes as long as the page. Frames never change.
"""

from __future__ import annotations  # start-up time: pandas is loaded where it computes

import weakref
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    import numpy.typing as npt
    import pandas as pd

    from generator.indices.engine.arithmetic import Vector

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """The numbers of a frame, where each country and entry stands, and what is made of these once."""

    table: Vector
    rows: Mapping[str, int]
    columns: Mapping[str, int]
    made: dict[object, tuple[object, Any]] = field(default_factory=dict)

    def places(self, countries: Iterable[str]) -> npt.NDArray[np.int64]:
        """Return the rows in which countries stand."""
        return np.array([self.rows[country] for country in countries], dtype=np.int64)

    def once(self, name: str, of: object, make: Callable[[], T]) -> T:
        """Return what is made of the frame and of one thing besides, once."""
        found = self.made.get((name, id(of)))
        if found is None:
            found = self.made[name, id(of)] = (of, make())
        result: T = found[1]
        return result


_KEPT: dict[int, tuple[weakref.ref[pd.DataFrame], Numbers]] = {}
"""The numbers of each frame that is still there."""


def numbers_of(frame: pd.DataFrame) -> Numbers:
    """Return the numbers of a frame, taken out of it once."""
    at = id(frame)
    if at not in _KEPT:
        _KEPT[at] = (weakref.ref(frame, lambda _gone: _KEPT.pop(at, None)), _numbers(frame))
    return _KEPT[at][1]


def _numbers(frame: pd.DataFrame) -> Numbers:
    return Numbers(
        table=frame.to_numpy(dtype=float),
        rows={str(country): at for at, country in enumerate(frame.index.tolist())},
        columns={str(key): at for at, key in enumerate(frame.columns.tolist())},
    )


def cell(frame: pd.DataFrame, country: str, key: str) -> float:
    """Return the number in a row and column of a frame."""
    numbers = numbers_of(frame)
    return float(numbers.table[numbers.rows[country], numbers.columns[key]])


def cells(frame: pd.DataFrame, countries: Iterable[str], key: str) -> list[float]:
    """Return the numbers of countries in a column of a frame."""
    numbers = numbers_of(frame)
    found: list[float] = numbers.table[numbers.places(countries), numbers.columns[key]].tolist()
    return found


def row(frame: pd.DataFrame, country: str) -> dict[str, float]:
    """Return the numbers in a row of a frame by column."""
    numbers = numbers_of(frame)
    return dict(zip(numbers.columns, numbers.table[numbers.rows[country]].tolist(), strict=True))
