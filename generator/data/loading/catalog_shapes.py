"""The strict shapes of entries in the catalog's files."""

from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, model_validator

from generator.data.catalog import Direction, Kind, Redistribution, UnitKind
from generator.data.lists import CountedList
from generator.sources.shapes import CountryCode, Day, IndicatorId, NonEmpty, StrictModel, unique

PlausibilityRule = Literal[
    "value-jump",
    "value-zero-at-end",
    "share-beyond-whole",
    "indicator-empty",
    "derived-disagrees",
    "total-implausible",
]
"""The rules that an indicator's `known` may answer."""


class TopicShape(StrictModel):
    """An entry of topics.yaml."""

    title: NonEmpty
    """The name of the topic, as on its page."""
    description: NonEmpty
    """A sentence on what belongs to it."""
    lead: IndicatorId | None = None
    """The indicator whose chart opens the topic's page; without one the page chooses."""


class WithheldShape(StrictModel):
    """An entry of withheld.yaml."""

    title: NonEmpty
    """The name of the series."""
    producer: NonEmpty
    """Who publishes it."""
    license: NonEmpty
    """Its licence, in words."""
    reason: NonEmpty
    """Why the figures are not shown here."""
    url: Annotated[str, Field(pattern=r"^https?://[^\s]+$")]
    """Where readers find it."""


class OriginShape(StrictModel):
    """An entry of origins.yaml."""

    producer: NonEmpty
    """Who made the figures: `World Bank`."""
    title: NonEmpty
    """The dataset they are from."""
    receipt: bool = False
    """Whether vintage, year, `retrieved_from` and `date_accessed` come from the receipt of its import.

    Leave them out then.
    """
    vintage: str = ""
    """The version of the dataset, in the producer's words."""
    year: Annotated[int, Field(ge=1900, le=2200)] | None = None
    """The year of that version, as citations have it."""
    url: Annotated[str, Field(pattern=r"^https?://[^\s]+$")]
    """The page of the producer."""
    license: NonEmpty
    """The licence, as `CC BY 4.0`."""
    license_url: Annotated[str, Field(pattern=r"^https?://[^\s]+$")]
    """Where the licence stands."""
    redistribution: Redistribution
    """Whether figures may be passed on.

    `verbatim` is only as they are, so in no index; `no` is not at all: no indicator may name the origin.
    """
    retrieved_from: str = ""
    """Where our copy is from, as `github.com/owner/name`."""
    commit: str = ""
    """The state of that copy, if it is in Git."""
    date_accessed: Day | None = None
    """The day of our copy."""
    transformation: NonEmpty
    """What we did with the figures; `None.` if nothing."""
    citation: str = ""
    """How the producer wants to be cited. Noted only: pages cite producer, title and vintage."""


class UnitShape(StrictModel):
    """The unit of an indicator."""

    kind: UnitKind
    """What kind of number its figures are."""
    symbol: str
    """The words after a figure: `people`, `%`; a currency's sign, `$`, stands before it."""
    multiplier: Annotated[int, Field(ge=1)] = 1
    """What one in the producer's table stands for: 1000 for thousands.

    Noted only: no figure is multiplied by it.
    """
    note: str = ""
    """What the symbol leaves out: `constant 2015 US$`.

    One that begins with `current` says that a rise is in part one of prices.
    """
    one: str = ""
    """The words after exactly one: `person`."""


class RelatedShape(StrictModel):
    """Another indicator that is not the same, with the reason."""

    indicator: IndicatorId
    """The id of the other indicator."""
    reason: NonEmpty
    """Why the two differ, shown on the page of the one that names the other."""


class KnownShape(StrictModel):
    """A finding that the publisher knows of, with the reason."""

    rule: PlausibilityRule
    """The rule whose warning is known."""
    countries: tuple[CountryCode, ...] = ()
    """The countries it is known of; all without any."""
    years: tuple[Annotated[int, Field(ge=1800, le=2200)], ...] = ()
    """The years it is known of; all without any."""
    reason: NonEmpty
    """Why the figures stand as they do."""


class DerivedShape(StrictModel):
    """Two indicators whose ratio the indicator is, within a tolerance in per cent."""

    numerator: IndicatorId
    """The id of the indicator that is divided."""
    denominator: IndicatorId
    """The id of the indicator that it is divided by."""
    tolerance: Annotated[float, Field(gt=0)]
    """How far the figures may be from the ratio, in per cent of it."""


class AggregateShape(StrictModel):
    """A group's figure: a sum, or a mean, of its members, with the indicator that weighs them."""

    sum: IndicatorId | None = None
    """The figure is the sum of the members'.

    This indicator, as `population`, measures how much of the group has one.
    """
    mean: IndicatorId | None = None
    """The figure is a mean of the members', weighed by this indicator.

    An aggregate has either `sum` or `mean`.
    """

    @model_validator(mode="after")
    def _is_one(self) -> Self:
        if (self.sum is None) == (self.mean is None):
            raise ValueError("Name one method, sum or mean, with the indicator that weighs members.")
        return self


class IndicatorShape(StrictModel):
    """An entry of a file below indicators/."""

    title: NonEmpty
    """The full name, as on its page."""
    short_title: NonEmpty
    """The name in tables and lists."""
    description: NonEmpty
    """What is counted, in a sentence or two."""
    topic: NonEmpty
    """The id of its topic in `topics.yaml`."""
    unit: UnitShape
    """The unit of its figures."""
    decimals: Annotated[int, Field(ge=0, le=6)]
    """Decimals that readers see."""
    direction: Direction
    """Which end is best and has rank 1; `neutral` ranks the largest first."""
    kind: Kind
    """How the figures came about."""
    origins: Annotated[tuple[NonEmpty, ...], Field(min_length=1), AfterValidator(unique)]
    """Ids in `origins.yaml`; of two figures for one year that of the earlier origin counts."""
    producer_code: str = ""
    """The producer's own code of the series."""
    default_status: Literal["A", "E"] = "A"
    """The status of most figures, `A` reported or `E` estimated: imports write it, charts note others."""
    minimum: float | None = None
    """The least value there can be; a count without one is never below 0."""
    maximum: float | None = None
    """The greatest value there can be."""
    window: Annotated[int, Field(ge=0, le=20)] = 0
    """How many years back a ranking may go where a country has no figure of its year."""
    frequency: Annotated[int, Field(ge=1, le=20)] = 1
    """Years from one figure to the next: 5 for what is counted every five; a longer gap breaks a line."""
    comparable: bool = True
    """Whether values of countries may be compared and ranked."""
    not_comparable_reason: str = ""
    """Why not, for readers; required where they may not."""
    zero: Literal["", "none"] = ""
    """`none` where a nil is a finding, shown as a dash or in words."""
    related: tuple[RelatedShape, ...] = ()
    """Indicators that are alike and not the same."""
    note: str = ""
    """What readers must know beside the figures."""
    counted_from: CountedList | None = None
    """The list of `data/lists/` that it is counted from."""
    jump: Annotated[float, Field(ge=0)] | None = None
    """The change from one year to the next above which `check` asks whether it is right.

    A factor for counts, money and rates, else a difference; 0 never asks, without it the kind of the unit
    decides.
    """
    derived: DerivedShape | None = None
    """Two indicators whose ratio it has to be; `check` compares."""
    total_change: tuple[float, float] | None = None
    """The least and the greatest change of all countries together from year to year, in per cent."""
    total: dict[int, tuple[float, float]] = Field(default_factory=dict)
    """By year, the least and the greatest sum of all countries."""
    known: tuple[KnownShape, ...] = ()
    """Warnings of `check` that are known, each with the reason why the figures are right."""
    aggregate: AggregateShape | None = None
    """How a group's figure is made; without it groups have none."""
