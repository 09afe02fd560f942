"""Observations: one tidy file per indicator, ``data/observations/<indicator>.csv``."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from generator.sources.shapes import FIRST_YEAR, LAST_YEAR

__all__ = ("NUMBER", "Observation", "Points", "runs_of_years")

YEARS = {str(year): year for year in range(FIRST_YEAR, LAST_YEAR + 1)}
"""The years of observations, by their spelling."""

STATUSES = frozenset("ABDEFGHIJKLMNOPQSUVWZ")
"""The letters of SDMX's code list CL_OBS_STATUS (version 2.2)."""

WITHOUT_VALUE = frozenset("LMO")
"""Statuses that say why there is no value: exists but not collected, cannot exist, missing."""

NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,29})(\.[0-9]{1,60})?([eE][+-]?[0-9]{1,2})?")
"""Plain decimal notation; more digits than this are a slip, or no finite number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """One value of one indicator, country and year, with the producer's digits kept in `text`.

    `text` is empty only where `status` says why (M cannot exist, L not collected, O missing).
    """

    indicator: str
    country: str
    year: int
    text: str
    status: str
    origin: str
    note: str = ""
    lower: str = ""
    """The ends of the interval that a survey gives, with the producer's digits; empty where it gives none."""
    upper: str = ""

    @property
    def decimal(self) -> Decimal | None:
        """The exact value, or None where there is none."""
        return Decimal(self.text) if self.text else None

    @property
    def value(self) -> float | None:
        """The value as a float for drawing and ranking, or None."""
        return float(self.text) if self.text else None


Points = tuple[tuple[int, float], ...]
"""Years in order, each with its value."""


def runs_of_years(points: Sequence[tuple[int, float]], frequency: int = 1) -> tuple[slice, ...]:
    """Return the places of each run of years: two for 2000, 2001, 2003, one if a figure is due every 2."""
    breaks = [at for at in range(1, len(points)) if points[at][0] - points[at - 1][0] > frequency]
    return tuple(slice(*ends) for ends in pairwise([0, *breaks, len(points)]))


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """The observations of one indicator and country in order of years, one per year (preferred origin)."""

    indicator: str
    country: str
    observations: tuple[Observation, ...]
