"""The dataset: a narrow, read-only interface over everything that is known."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.data.catalog import Catalog, Indicator
from generator.data.countries import Country, Group
from generator.data.observations import Observation, Series
from generator.data.scorecard import Scorecard
from generator.data.statements import Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranked:
    """One row of a ranking: the observation, its rank (competition ranking) and whether others share it."""

    rank: int
    tied: bool
    observation: Observation
    filled: bool
    """Whether the value is from an earlier year than the ranking's, by the catalog's window."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranking:
    """All profiled countries with a value, best first; `year` is the ranking's year, `group` a group id or empty."""

    indicator: str
    year: int
    group: str
    rows: tuple[Ranked, ...]

    def of(self, country: str) -> Ranked | None:
        """The country's row, or None where it has no value."""
        return next((row for row in self.rows if row.observation.country == country), None)


class Dataset:
    """Countries, catalog, statements and observations; answers questions, changes nothing."""

    countries: Mapping[str, Country]
    """All countries and territories by code."""
    profiles: tuple[str, ...]
    """Codes of the countries with a page, in order of their names."""
    groups: Mapping[str, Group]
    catalog: Catalog
    statements: Mapping[str, Statement]
    scorecards: Mapping[str, Scorecard]
    reference_year: int

    def indicator(self, indicator: str) -> Indicator: ...
    def series(self, indicator: str, country: str) -> Series: ...
    def observation(self, indicator: str, country: str, year: int) -> Observation | None: ...
    def latest(self, indicator: str, country: str) -> Observation | None:
        """The latest observation with a value and a status other than F, M, O, L."""

    def rivals(self, indicator: str, country: str, year: int) -> tuple[Observation, ...]:
        """All observations of that key from every origin, the preferred first."""

    def ranking(self, indicator: str, *, year: int | None = None, group: str = "") -> Ranking | None:
        """The ranking, or None below 10 countries (3 in a group) or where the indicator is not comparable."""

    def median(self, indicator: str, year: int, *, group: str = "") -> float | None:
        """The median of profiled countries with a value in that year; None below three."""

    def coverage(self, indicator: str) -> Mapping[int, int]:
        """Profiled countries with a value, by year."""

    def indicators_by_topic(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Topic ids in catalog order, each with its indicators' ids."""
