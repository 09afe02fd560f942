"""The catalog: topics, origins, indicators and withheld series of ``data/catalog/*.yaml``."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from generator.data.lists import CountedList
from generator.messages import gettext as _

__all__ = (
    "Aggregate",
    "Catalog",
    "Direction",
    "Indicator",
    "Kind",
    "Origin",
    "Redistribution",
    "Topic",
    "Unit",
    "UnitKind",
    "sources_in_line",
)


class Redistribution(StrEnum):
    """The republication that an origin's licence allows: all, verbatim, or single cited figures."""

    YES = "yes"
    VERBATIM = "verbatim"
    NO = "no"


class UnitKind(StrEnum):
    """The kind of a unit: it decides a value's format and the words that may state it."""

    COUNT = "count"
    CURRENCY = "currency"
    PERCENT = "percent"
    SHARE = "share"
    INDEX = "index"
    RATE = "rate"
    YEARS = "years"


class Direction(StrEnum):
    """Which end of an indicator is rank 1; neutral ranks the largest first."""

    HIGHER = "higher_is_better"
    LOWER = "lower_is_better"
    NEUTRAL = "neutral"


class Kind(StrEnum):
    """The making of an indicator: official statistics, composite index or survey."""

    OFFICIAL = "official"
    SURVEY = "survey"
    HAND_COLLECTED = "hand-collected"
    COMPOSITE = "composite"
    MODELLED = "modelled"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """The unit of a value: `symbol` stands after it (`people`) or before it for currencies (`$`)."""

    kind: UnitKind
    symbol: str
    multiplier: int = 1
    note: str = ""
    """A detail that the symbol leaves out: `constant 2015 US$`."""
    one: str = ""
    """The symbol after the number one: `medal` where the symbol is `medals`."""

    def after(self, value: Decimal) -> str:
        """Return the symbol as it stands after a value: `medals`, but `1 medal`."""
        return self.one if self.one and value == 1 else self.symbol


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """The origin of figures: the producer's dataset, and the mirror we took it from."""

    id: str
    producer: str
    title: str
    vintage: str
    year: int | None
    """The edition’s year, as in `World Bank (2026)`; None if unknown."""
    url: str
    license: str
    license_url: str
    redistribution: Redistribution
    retrieved_from: str
    """The mirror: repository and path."""
    commit: str
    date_accessed: date | None
    """The date of the mirror's commit, not of a retrieval that did not happen; None if unknown."""
    transformation: str
    citation: str = ""

    @property
    def attribution(self) -> str:
        """The attribution of figures: `World Bank (2026)`, `World Bank (n.d.)` where the year is not known."""
        if self.year is None:
            return _("{producer} (n.d.)").format(producer=self.producer)
        return f"{self.producer} ({self.year})"

    @property
    def edition(self) -> str:
        """The dataset with its vintage, without repetition: `World Population Prospects 2024`."""
        return self.vintage if self.vintage.startswith(self.title) else f"{self.title} {self.vintage}"


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownFinding:
    """A known finding of a check: for these countries and years (none: all of them), with the reason."""

    rule: str
    countries: tuple[str, ...]
    years: tuple[int, ...]
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Derived:
    """The ratio of two indicators that an indicator should equal, within `tolerance` per cent."""

    numerator: str
    denominator: str
    tolerance: float


class Method(StrEnum):
    """How a group's figure is made from those of its members."""

    SUM = "sum"
    MEAN = "mean"


@dataclass(frozen=True, slots=True, kw_only=True)
class Aggregate:
    """The method of a group's figure, and the indicator that weighs members: it also measures coverage."""

    method: Method
    weight: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """One series of figures: what it measures, in which unit, from which origins in order of preference."""

    id: str
    title: str
    short_title: str
    description: str
    topic: str
    unit: Unit
    decimals: int
    direction: Direction
    kind: Kind
    origins: tuple[str, ...]
    producer_code: str
    default_status: str
    minimum: float | None = None
    maximum: float | None = None
    window: int = 0
    frequency: int = 1
    """The years from one figure of a series to the next: 5 for what is counted every five years."""
    comparable: bool = True
    not_comparable_reason: str = ""
    zero: str = ""
    """`none` where a nil is a finding and printed as a dash with that word."""
    related: tuple[tuple[str, str], ...] = ()
    """Pairs of indicator id and the reason why the two are not the same."""
    note: str = ""
    counted_from: CountedList | None = None
    """The list of `data/lists/` that every value is counted from."""
    jump: float | None = None
    """The largest plausible yearly change, a factor or, for shares, a difference; 0: any."""
    derived: Derived | None = None
    total_change: tuple[float, float] | None = None
    """The plausible range of the yearly change, in per cent, of all countries' sum."""
    total: tuple[tuple[int, tuple[float, float]], ...] = ()
    """The plausible range of all countries' sum, by year."""
    known: tuple[KnownFinding, ...] = ()
    aggregate: Aggregate | None = None
    """How groups have a figure of their own; None: they have none."""

    @property
    def at_current_prices(self) -> bool:
        """Whether amounts are at the prices of each year, so that a rise is in part one of prices.

        The note of the unit says so first: `current US$`.
        """
        return self.unit.kind is UnitKind.CURRENCY and self.unit.note.startswith("current")


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A subject that groups indicators."""

    id: str
    title: str
    description: str
    lead: str | None = None
    """The indicator that opens its page, where the catalog names one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Withheld:
    """A series that may not be republished here, with the reason and where its producer publishes it."""

    id: str
    title: str
    producer: str
    license: str
    reason: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalog:
    """All topics, origins, indicators and withheld series, each in the order of its file, by id."""

    topics: Mapping[str, Topic]
    origins: Mapping[str, Origin]
    indicators: Mapping[str, Indicator]
    withheld: Mapping[str, Withheld]


NAMED_SOURCES = 3
"""Sources named in a line; further ones are only mentioned."""


def sources_in_line(names: Sequence[str]) -> str:
    """Return sources in a line: `World Bank (2026); UNDP (2025)`; from four on `and other sources`."""
    return "; ".join(names if len(names) <= NAMED_SOURCES else (*names[:NAMED_SOURCES], _("and other sources")))
