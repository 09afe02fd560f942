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
    description: NonEmpty


class WithheldShape(StrictModel):
    """An entry of withheld.yaml."""

    title: NonEmpty
    producer: NonEmpty
    license: NonEmpty
    reason: NonEmpty
    url: Annotated[str, Field(pattern=r"^https?://[^\s]+$")]


class OriginShape(StrictModel):
    """An entry of origins.yaml."""

    producer: NonEmpty
    title: NonEmpty
    receipt: bool = False
    """Whether vintage, year, `retrieved_from` and `date_accessed` are those of the receipt."""
    vintage: str = ""
    year: Annotated[int, Field(ge=1900, le=2200)] | None = None
    url: Annotated[str, Field(pattern=r"^https?://[^\s]+$")]
    license: NonEmpty
    license_url: Annotated[str, Field(pattern=r"^https?://[^\s]+$")]
    redistribution: Redistribution
    retrieved_from: str = ""
    commit: str = ""
    date_accessed: Day | None = None
    transformation: NonEmpty
    citation: str = ""


class UnitShape(StrictModel):
    """The unit of an indicator."""

    kind: UnitKind
    symbol: str
    multiplier: Annotated[int, Field(ge=1)] = 1
    note: str = ""
    one: str = ""


class RelatedShape(StrictModel):
    """Another indicator that is not the same, with the reason."""

    indicator: IndicatorId
    reason: NonEmpty


class KnownShape(StrictModel):
    """A finding that the publisher knows of, with the reason."""

    rule: PlausibilityRule
    countries: tuple[CountryCode, ...] = ()
    years: tuple[Annotated[int, Field(ge=1800, le=2200)], ...] = ()
    reason: NonEmpty


class DerivedShape(StrictModel):
    """Two indicators whose ratio the indicator is, within a tolerance in per cent."""

    numerator: IndicatorId
    denominator: IndicatorId
    tolerance: Annotated[float, Field(gt=0)]


class AggregateShape(StrictModel):
    """A group's figure: a sum, or a mean, of its members, with the indicator that weighs them."""

    sum: IndicatorId | None = None
    mean: IndicatorId | None = None

    @model_validator(mode="after")
    def _is_one(self) -> Self:
        if (self.sum is None) == (self.mean is None):
            raise ValueError("Name one method, sum or mean, with the indicator that weighs members.")
        return self


class IndicatorShape(StrictModel):
    """An entry of a file below indicators/."""

    title: NonEmpty
    short_title: NonEmpty
    description: NonEmpty
    topic: NonEmpty
    unit: UnitShape
    decimals: Annotated[int, Field(ge=0, le=6)]
    direction: Direction
    kind: Kind
    origins: Annotated[tuple[NonEmpty, ...], Field(min_length=1), AfterValidator(unique)]
    producer_code: str = ""
    default_status: Literal["A", "E"] = "A"
    minimum: float | None = None
    maximum: float | None = None
    window: Annotated[int, Field(ge=0, le=20)] = 0
    frequency: Annotated[int, Field(ge=1, le=20)] = 1
    comparable: bool = True
    not_comparable_reason: str = ""
    zero: Literal["", "none"] = ""
    related: tuple[RelatedShape, ...] = ()
    note: str = ""
    counted_from: CountedList | None = None
    jump: Annotated[float, Field(ge=0)] | None = None
    derived: DerivedShape | None = None
    total_change: tuple[float, float] | None = None
    total: dict[int, tuple[float, float]] = Field(default_factory=dict)
    known: tuple[KnownShape, ...] = ()
    aggregate: AggregateShape | None = None
