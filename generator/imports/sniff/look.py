"""The layout of a table, as far as it can be seen."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from generator.imports.readers.lines import Row

MOSTLY = 0.6
"""The share of a column that decides what it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """The layout of a table, as far as it can be seen."""

    header: tuple[int, ...]
    head: tuple[str, ...]
    rows: tuple[Row, ...]
    area: str
    area_name: str
    """The column of names, where some areas have no code."""
    scheme: str
    """The list of areas that knows most of the column; empty where our own codes and names are enough."""
    time: str
    """The column of years; empty where each year has a column."""
    values: tuple[str, ...]
    """The columns that hold figures, or the names before the years of columns like `hdi_1990`."""
    flag: str
    note: str
    open: Mapping[str, tuple[str, ...]]
    """Columns that tell several figures of one area and year apart, with their values."""
    years: tuple[int, ...]
    shorter: str
    """What the periods are where they are shorter than years, as `a quarter`."""
    above: tuple[str, ...]
    """What stands above the header."""
    below: tuple[str, ...]
    """Lines among or below the rows that hold words only: notes and sources."""

    @property
    def frequency(self) -> str:
        """Return the distance between years: `yearly`, `every 5 years`."""
        steps = Counter(b - a for a, b in pairwise(self.years))
        if not steps:
            return "one year"
        step, count = steps.most_common(1)[0]
        if count < MOSTLY * sum(steps.values()):
            return "irregular"
        return "yearly" if step == 1 else f"every {step} years"


class LookError(Exception):
    """A table of which nothing could be made, with the reason and the remedy."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message, self.hint = message, hint
