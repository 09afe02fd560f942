"""Rankings: competition ranks of observations, best first."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from generator.data.catalog import Direction
from generator.data.observations import Observation

TIE_DIGITS = 12
"""Values equal to this many significant digits share a rank."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranked:
    """One row of a ranking: the observation, its rank (competition ranking) and whether others share it."""

    rank: int
    tied: bool
    observation: Observation


@dataclass(frozen=True, kw_only=True)
class Ranking:
    """All profiled countries with a value, best first, in a year and a group or region."""

    indicator: str
    year: int
    group: str
    rows: tuple[Ranked, ...]

    def of(self, country: str) -> Ranked | None:
        """The country's row, or None where it has no value."""
        return self._by_country.get(country)

    @cached_property
    def _by_country(self) -> Mapping[str, Ranked]:
        return {row.observation.country: row for row in self.rows}


class RankInterval(NamedTuple):
    """The lowest and the highest of a country's ranks, and how many are ranked."""

    low: int
    high: int
    of: int


def rank_observations(found: list[Observation], direction: Direction) -> tuple[Ranked, ...]:
    """Return the observations as a competition ranking: rank is one more than the count of better values.

    Neutral indicators rank the largest first; values equal to 12 significant digits tie.
    """
    sign = 1 if direction is Direction.LOWER else -1
    keys = {id(o): sign * float(f"{o.value:.{TIE_DIGITS - 1}e}") for o in found}
    ordered = sorted(found, key=lambda o: (keys[id(o)], o.country))
    values = [keys[id(o)] for o in ordered]
    count, first = Counter(values), {key: at for at, key in reversed(list(enumerate(values, start=1)))}
    return tuple(
        Ranked(rank=first[key], tied=count[key] > 1, observation=o) for o, key in zip(ordered, values, strict=True)
    )
