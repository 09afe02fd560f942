"""Observations: one tidy file per indicator, ``data/observations/<indicator>.csv``."""

from dataclasses import dataclass
from decimal import Decimal


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

    @property
    def decimal(self) -> Decimal | None:
        """The exact value, or None where there is none."""
        return Decimal(self.text) if self.text else None

    @property
    def value(self) -> float | None:
        """The value as a float for drawing and ranking, or None."""
        return float(self.text) if self.text else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """The observations of one indicator and country in order of years, one per year (preferred origin)."""

    indicator: str
    country: str
    observations: tuple[Observation, ...]
