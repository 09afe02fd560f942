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
    """How values become scores."""
    range: tuple[float, float] = (0.0, 100.0)
    """The scores of the lowest and the highest."""


class GoalpostsShape(StrictModel):
    """Fixed ends in the indicator's unit."""

    method: Literal["goalposts"]
    """How values become scores."""
    range: tuple[float, float] = (0.0, 100.0)
    """The scores at the two ends."""
    low: float
    """The value that scores lowest."""
    high: float
    """The value that scores highest."""
    log: bool = False
    """Whether equal factors are equal steps."""


class TargetShape(StrictModel):
    """The way from the worst value to a target in the indicator's unit."""

    method: Literal["distance_to_target"]
    """How values become scores."""
    range: tuple[float, float] = (0.0, 100.0)
    """The scores at the worst value and at the target."""
    target: float
    """The value that scores highest."""


class ZScoreShape(StrictModel):
    """Standard deviations from the mean."""

    method: Literal["z_score"]
    """How values become scores."""
    mean: float = 50.0
    """The score of the mean."""
    sd: float = 10.0
    """The score of a standard deviation."""


NormalisationShape = Annotated[RangedShape | GoalpostsShape | TargetShape | ZScoreShape, Field(discriminator="method")]


class TreatmentShape(StrictModel):
    """What is done about outliers."""

    method: Outliers
    """What is done about outliers."""
    skew: Annotated[float, Field(gt=0)] = 2.0
    """The skewness from which something is done."""
    kurtosis: float = 3.5
    """The kurtosis from which something is done."""
    points: Annotated[int, Field(ge=0)] = 5
    """The most values that are changed."""


class ImputationShape(StrictModel):
    """What stands in for missing values."""

    method: Filling
    """What stands in for a missing value."""
    by: Literal["none", "region", "income_group"] = "none"
    """Among which countries it is taken."""
    at_least: Annotated[int, Field(ge=1)] = 3
    """The fewest of them."""


class MinimumShape(StrictModel):
    """The shares that must be there."""

    country: Share = 0.0
    """The share of indicators that a country must have."""
    indicator: Share = 0.0
    """The share of countries that an indicator must have."""
    node: Share = 0.0
    """The share of its parts that a node must have."""


class NodeShape(StrictModel):
    """A node; the root has no parent."""

    parent: str | None = None
    """The node above it; none for the root."""
    weight: Any = 1
    """Its weight among its siblings."""
    aggregation: Aggregation = Aggregation.ARITHMETIC
    """How its parts become its score."""
    minimum: Share | None = None
    """The share of its parts that must be there."""
    title: NonEmpty | None = None
    """Its name."""
    family: str = ""
    """A word that nodes of one kind share."""
    why: str = ""
    """Why it is part of the index."""


class LeafShape(StrictModel):
    """An indicator."""

    parent: str | None = None
    """The node it is part of."""
    indicator: IndicatorId | None = None
    """The indicator in the catalog; without it the key itself."""
    weight: Any = 1
    """Its weight among its siblings."""
    direction: Any = None
    """Which end is best; without it the catalog's."""
    title: str = ""
    """Its name; without it the catalog's."""
    within: Window | None = None
    """Years back from which a value may be taken."""
    take: Take = Take.LATEST
    """Which of these values is taken."""
    absent: Literal["zero"] | None = None
    """`zero` where a missing value means none."""
    times: IndicatorId | None = None
    """An indicator that it is multiplied by."""
    per: IndicatorId | None = None
    """An indicator that it is divided by."""
    scale: float = 1.0
    """A factor."""
    transform: Transform = Transform.NONE
    """What is done to a value before it is scored."""
    normalisation: NormalisationShape | None = None
    """Its own way to scores."""
    treatment: TreatmentShape | None = None
    """Its own treatment of outliers."""
    why: str = ""
    """Why it is part of the index."""


class SensitivityShape(StrictModel):
    """What is varied to see how firm the ranks are."""

    seed: int
    """The number that the draws begin with, so that they are the same everywhere."""
    draws: int = 1000
    """How many variants are drawn."""
    weights: float = 0.0
    """How far weights are varied, as a share."""
    interval: tuple[float, float] = (5.0, 95.0)
    """The percentiles of ranks that are said."""
    normalisation: tuple[NormalisationShape, ...] = ()
    """Other ways to scores that are tried."""
    aggregation: dict[str, tuple[Aggregation, ...]] = Field(default_factory=dict)
    """Other ways to add up that are tried, by node."""


class ChangeShape(StrictModel):
    """A version, with its date and what is new."""

    version: NonEmpty
    """The version."""
    date: Day
    """Its day."""
    note: NonEmpty
    """What is new in it."""


class KnownShape(StrictModel):
    """A warning that the publisher knows of, with the reason."""

    rule: IndexRule
    """The rule whose warning is known."""
    entries: tuple[IndicatorId, ...] = ()
    """The indicators it is known of; all without any."""
    countries: tuple[CountryCode, ...] = ()
    """The countries it is known of; all without any."""
    reason: NonEmpty
    """Why it stands as it does."""


class PublishedShape(StrictModel):
    """The index of another publisher that this one is compared with."""

    indicator: IndicatorId
    """The indicator with the published scores."""
    scale: Annotated[float, Field(gt=0)] = 1.0
    """The factor from its scores to ours."""


class ContractShape(StrictModel):
    """A whole contract."""

    id: Slug
    """The id, which is the name of the file."""
    title: NonEmpty | None = None
    """The name of the index."""
    description: str = ""
    """What it measures, in a sentence."""
    version: NonEmpty
    """The version of this contract."""
    changes: tuple[ChangeShape, ...] = ()
    """The versions, the newest first."""
    countries: Annotated[Any, AfterValidator(_chosen)]
    """`profiles`, `all`, the id of a group, or codes."""
    exclude: tuple[CountryCode, ...] = ()
    """Codes that are left out."""
    years: Annotated[tuple[Year, ...], Field(min_length=1), AfterValidator(unique)]
    """The years of its editions."""
    within: Window = 0
    """Years back from which a value may be taken."""
    scale_over: Scale = Scale.EACH_YEAR
    """Whether scores compare within a year or over all."""
    minimum: MinimumShape = MinimumShape()
    """The shares that must be there."""
    imputation: ImputationShape | None = None
    """What stands in for missing values; nothing without it."""
    normalisation: NormalisationShape | None = None
    """How values become scores."""
    treatment: TreatmentShape | None = None
    """What is done about outliers; nothing without it."""
    nodes: dict[IndicatorId, NodeShape]
    """The nodes by their ids."""
    indicators: dict[IndicatorId, LeafShape]
    """The indicators by their ids."""
    sensitivity: SensitivityShape | None = None
    """What is varied to see how firm ranks are."""
    limits: tuple[NonEmpty, ...] = ()
    """What the index does not say, for readers."""
    known: tuple[KnownShape, ...] = ()
    """Warnings that are known and right."""
    published: PublishedShape | None = None
    """The same index of another publisher, to compare with."""
