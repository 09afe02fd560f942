"""The strict shapes of entries in the catalog's files."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from generator.data.catalog import Direction, Kind, Redistribution, UnitKind
from generator.data.lists import Listed
from generator.sources.shapes import CountryCode, Day, IndicatorId, Strict, Text, once

PlausibilityRule = Literal[
    "value-jump",
    "value-zero-at-end",
    "share-beyond-whole",
    "indicator-empty",
    "derived-disagrees",
    "total-implausible",
]
"""The rules that an indicator's `known` may answer."""


class TopicShape(Strict):
    """An entry of topics.yaml."""

    title: Text
    description: Text


class WithheldShape(Strict):
    """An entry of withheld.yaml."""

    title: Text
    producer: Text
    license: Text
    reason: Text
    url: Annotated[str, Field(pattern=r"^https?://[^\s]+$")]


class OriginShape(Strict):
    """An entry of origins.yaml."""

    producer: Text
    title: Text
    vintage: Text
    year: Annotated[int, Field(ge=1900, le=2200)] | None = None
    url: Annotated[str, Field(pattern=r"^https?://[^\s]+$")]
    license: Text
    license_url: Annotated[str, Field(pattern=r"^https?://[^\s]+$")]
    redistribution: Redistribution
    retrieved_from: Text
    commit: str = ""
    date_accessed: Day | None = None
    transformation: Text
    citation: str = ""


class UnitShape(Strict):
    """The unit of an indicator."""

    kind: UnitKind
    symbol: str
    multiplier: Annotated[int, Field(ge=1)] = 1
    note: str = ""
    one: str = ""


class RelatedShape(Strict):
    """Another indicator that is not the same, with the reason."""

    indicator: IndicatorId
    reason: Text


class KnownShape(Strict):
    """A finding that the publisher knows of, with the reason."""

    rule: PlausibilityRule
    countries: tuple[CountryCode, ...] = ()
    years: tuple[Annotated[int, Field(ge=1800, le=2200)], ...] = ()
    reason: Text


class DerivedShape(Strict):
    """Two indicators whose ratio the indicator is, within a tolerance in per cent."""

    numerator: IndicatorId
    denominator: IndicatorId
    tolerance: Annotated[float, Field(gt=0)]


class IndicatorShape(Strict):
    """An entry of a file below indicators/."""

    title: Text
    short_title: Text
    description: Text
    topic: Text
    unit: UnitShape
    decimals: Annotated[int, Field(ge=0, le=6)]
    direction: Direction
    kind: Kind
    origins: Annotated[tuple[Text, ...], Field(min_length=1), AfterValidator(once)]
    producer_code: str = ""
    default_status: Literal["A", "E"] = "A"
    minimum: float | None = None
    maximum: float | None = None
    window: Annotated[int, Field(ge=0, le=20)] = 0
    comparable: bool = True
    not_comparable_reason: str = ""
    zero: Literal["", "none"] = ""
    related: tuple[RelatedShape, ...] = ()
    note: str = ""
    counted_from: Listed | None = None
    jump: Annotated[float, Field(ge=0)] | None = None
    derived: DerivedShape | None = None
    total_change: tuple[float, float] | None = None
    total: dict[int, tuple[float, float]] = Field(default_factory=dict)
    known: tuple[KnownShape, ...] = ()
