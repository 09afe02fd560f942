"""How a contract is written: strict shapes of ``data/indices/<id>.yaml``.

Weights, directions and bounds are read as they stand, so that a mistake in them is answered by its own rule.
"""

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field

from generator.indices.contract import Aggregation, Filling, Outliers, Scale, Take, Transform
from generator.sources.shapes import CountryCode, Day, IndicatorId, NonEmpty, Slug, StrictModel, unique

Share = Annotated[float, Field(ge=0, le=1)]
Year = Annotated[int, Field(ge=1800, le=2200)]
Window = Annotated[int, Field(ge=0, le=50)]
IndexRule = Literal[
    "index-too-few-to-treat",
    "index-outliers-remain",
    "index-divisor",
    "index-group-small",
    "index-zero-mean",
    "index-rank-outside",
    "index-share-alike",
    "index-collinear",
    "index-opposed",
    "index-against",
]
"""The warnings that a contract's `known` may answer."""


def _chosen(countries: object) -> str | tuple[str, ...]:
    """Return the countries an index is of.

    A word, or codes; raises ValueError, message and hint, for anything else.
    """
    if isinstance(countries, str):
        return countries
    if isinstance(countries, list) and countries and all(isinstance(code, str) for code in countries):
        return unique(tuple(countries))
    raise ValueError("this names no countries", "Write profiles, all, the id of a group, or codes as [KAZ, UZB].")


class RangedShape(StrictModel):
    """A method whose scores lie in a range."""

    method: Literal["min_max", "percentile_rank", "rank"]
    range: tuple[float, float] = (0.0, 100.0)


class GoalpostsShape(StrictModel):
    """Fixed ends in the indicator's unit."""

    method: Literal["goalposts"]
    range: tuple[float, float] = (0.0, 100.0)
    low: float
    high: float
    log: bool = False


class TargetShape(StrictModel):
    """The way from the worst value to a target in the indicator's unit."""

    method: Literal["distance_to_target"]
    range: tuple[float, float] = (0.0, 100.0)
    target: float


class ZScoreShape(StrictModel):
    """Standard deviations from the mean."""

    method: Literal["z_score"]
    mean: float = 50.0
    sd: float = 10.0


NormalisationShape = Annotated[RangedShape | GoalpostsShape | TargetShape | ZScoreShape, Field(discriminator="method")]


class TreatmentShape(StrictModel):
    """What is done about outliers."""

    method: Outliers
    skew: Annotated[float, Field(gt=0)] = 2.0
    kurtosis: float = 3.5
    points: Annotated[int, Field(ge=0)] = 5


class ImputationShape(StrictModel):
    """What stands in for missing values."""

    method: Filling
    by: Literal["none", "region", "income_group"] = "none"
    at_least: Annotated[int, Field(ge=1)] = 3


class MinimumShape(StrictModel):
    """The shares that must be there."""

    country: Share = 0.0
    indicator: Share = 0.0
    node: Share = 0.0


class NodeShape(StrictModel):
    """A node; the root has no parent."""

    parent: str | None = None
    weight: Any = 1
    aggregation: Aggregation = Aggregation.ARITHMETIC
    minimum: Share | None = None
    title: NonEmpty | None = None
    family: str = ""
    why: str = ""


class LeafShape(StrictModel):
    """An indicator."""

    parent: str | None = None
    indicator: IndicatorId | None = None
    weight: Any = 1
    direction: Any = None
    title: str = ""
    within: Window | None = None
    take: Take = Take.LATEST
    absent: Literal["zero"] | None = None
    times: IndicatorId | None = None
    per: IndicatorId | None = None
    scale: float = 1.0
    transform: Transform = Transform.NONE
    normalisation: NormalisationShape | None = None
    treatment: TreatmentShape | None = None
    why: str = ""


class SensitivityShape(StrictModel):
    """What is varied to see how firm the ranks are."""

    seed: int
    draws: int = 1000
    weights: float = 0.0
    interval: tuple[float, float] = (5.0, 95.0)
    normalisation: tuple[NormalisationShape, ...] = ()
    aggregation: dict[str, tuple[Aggregation, ...]] = Field(default_factory=dict)


class ChangeShape(StrictModel):
    """A version, with its date and what is new."""

    version: NonEmpty
    date: Day
    note: NonEmpty


class KnownShape(StrictModel):
    """A warning that the publisher knows of, with the reason."""

    rule: IndexRule
    entries: tuple[IndicatorId, ...] = ()
    countries: tuple[CountryCode, ...] = ()
    reason: NonEmpty


class PublishedShape(StrictModel):
    """The index of another publisher that this one is compared with."""

    indicator: IndicatorId
    scale: Annotated[float, Field(gt=0)] = 1.0


class ContractShape(StrictModel):
    """A whole contract."""

    id: Slug
    title: NonEmpty | None = None
    description: str = ""
    version: NonEmpty
    changes: tuple[ChangeShape, ...] = ()
    countries: Annotated[Any, AfterValidator(_chosen)]
    exclude: tuple[CountryCode, ...] = ()
    years: Annotated[tuple[Year, ...], Field(min_length=1), AfterValidator(unique)]
    within: Window = 0
    scale_over: Scale = Scale.EACH_YEAR
    minimum: MinimumShape = MinimumShape()
    imputation: ImputationShape | None = None
    normalisation: NormalisationShape | None = None
    treatment: TreatmentShape | None = None
    nodes: dict[IndicatorId, NodeShape]
    indicators: dict[IndicatorId, LeafShape]
    sensitivity: SensitivityShape | None = None
    limits: tuple[NonEmpty, ...] = ()
    known: tuple[KnownShape, ...] = ()
    published: PublishedShape | None = None
