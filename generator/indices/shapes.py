"""How a contract is written: strict shapes of ``data/indices/<id>.yaml``.

Weights, directions and bounds are read as they stand, so that a mistake in them is answered by its own rule.
"""

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field, WithJsonSchema

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


Weight = Annotated[Any, WithJsonSchema({"type": "number", "minimum": 0})]
"""Read as it stands and checked by a rule of its own, as are those below."""
Sense = Annotated[Any, WithJsonSchema({"enum": ["higher_is_better", "lower_is_better"]})]
Chosen = Annotated[
    Any,
    AfterValidator(_chosen),
    WithJsonSchema({"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}, "minItems": 1}]}),
]


class RangedShape(StrictModel):
    """A method whose scores lie in a range."""

    method: Literal["min_max", "percentile_rank", "rank"]
    """How values become scores."""
    range: tuple[float, float] = (0.0, 100.0)
    """The scores of the worst and the best country."""


class GoalpostsShape(StrictModel):
    """Fixed ends in the indicator's unit."""

    method: Literal["goalposts"]
    """How values become scores."""
    range: tuple[float, float] = (0.0, 100.0)
    """The scores at the worse and at the better end."""
    low: float
    """The lower end, in the indicator's unit; values below it count as it."""
    high: float
    """The upper end; values above it count as it. Which of the two is better says `direction`."""
    log: bool = False
    """Whether the way between the ends is logarithmic, so that equal factors are equal steps."""


class TargetShape(StrictModel):
    """The way from the worst value to a target in the indicator's unit."""

    method: Literal["distance_to_target"]
    """How values become scores."""
    range: tuple[float, float] = (0.0, 100.0)
    """The scores at the worst value and at the target."""
    target: float
    """The value from which on the score is the highest."""


class ZScoreShape(StrictModel):
    """Standard deviations from the mean."""

    method: Literal["z_score"]
    """How values become scores."""
    mean: float = 50.0
    """The score of a country at the mean."""
    sd: float = 10.0
    """How many points of score a standard deviation is."""


NormalisationShape = Annotated[RangedShape | GoalpostsShape | TargetShape | ZScoreShape, Field(discriminator="method")]


class TreatmentShape(StrictModel):
    """What is done about outliers."""

    method: Outliers
    """What is done about outliers.

    `winsorise` draws extreme values in to the next, `log` puts all on a logarithmic scale, `auto` tries the
    first and, where that is not enough, the second.
    """
    skew: Annotated[float, Field(gt=0)] = 2.0
    """Extreme values are drawn in while skewness is at least this, and kurtosis too."""
    kurtosis: float = 3.5
    """Extreme values are drawn in while kurtosis is at least this, and skewness too."""
    points: Annotated[int, Field(ge=0)] = 5
    """The most values of an indicator that are drawn in."""


class ImputationShape(StrictModel):
    """What stands in for missing values."""

    method: Filling
    """What stands in for a missing value: the mean or median of the observed ones."""
    by: Literal["none", "region", "income_group"] = "none"
    """Of which countries: those of the same region or income group; `none` is all."""
    at_least: Annotated[int, Field(ge=1)] = 3
    """How many of them must have a value; with fewer it stays missing."""


class MinimumShape(StrictModel):
    """The shares that must be there."""

    country: Share = 0.0
    """The share of the indicators, from 0 to 1, that a country needs a value of to be ranked."""
    indicator: Share = 0.0
    """The share of the ranked countries that an indicator needs a value for."""
    node: Share = 0.0
    """The share of its parts, observed and not imputed, that a node needs for a score."""


class NodeShape(StrictModel):
    """A node; the root has no parent."""

    parent: str | None = None
    """The node above it; exactly one node, the index itself, has none."""
    weight: Weight = 1
    """Its weight among the parts of its parent; with 0 it is ignored."""
    aggregation: Aggregation = Aggregation.ARITHMETIC
    """Which mean of its parts is its score."""
    minimum: Share | None = None
    """The share of its parts that it needs for a score; without it `minimum.node` of the contract."""
    title: NonEmpty | None = None
    """Its name; without it made from its key, or for the root the title of the index."""
    family: str = ""
    """A word that nodes of one kind share, shown on its page."""
    why: str = ""
    """Why it is part of the index."""


class LeafShape(StrictModel):
    """An indicator."""

    parent: str | None = None
    """The node it is part of; has to be named."""
    indicator: IndicatorId | None = None
    """The indicator in the catalog; without it the key itself."""
    weight: Weight = 1
    """Its weight among the parts of its parent; with 0 it is ignored."""
    direction: Sense = None
    """Which end is better; has to be said, whatever the catalog says."""
    title: str = ""
    """Its name; without it the catalog's."""
    within: Window | None = None
    """How many years back a value may be from; without it that of the contract."""
    take: Take = Take.LATEST
    """What is taken of the years within reach: the latest value, or mean, sum or greatest of all."""
    absent: Literal["zero"] | None = None
    """`zero` where a country without a figure has 0; only for what is `counted_from` a complete list."""
    times: IndicatorId | None = None
    """An indicator that it is multiplied by, of the same year or the latest within reach before it."""
    per: IndicatorId | None = None
    """An indicator that it is divided by, of the same year or the latest within reach before it."""
    scale: float = 1.0
    """A number that it is multiplied by, last: 1000 for a figure per thousand people."""
    transform: Transform = Transform.NONE
    """The logarithm that is taken of it, `ln` or `ln1p` (of 1 + the value), before outliers are treated."""
    normalisation: NormalisationShape | None = None
    """Its own way to scores, in place of that of the contract."""
    treatment: TreatmentShape | None = None
    """Its own treatment of outliers, in place of that of the contract.

    Goalposts and targets have only their own.
    """
    why: str = ""
    """Why it is part of the index."""


class SensitivityShape(StrictModel):
    """What is varied to see how firm the ranks are."""

    seed: int
    """Any whole number; the same gives the same draws on every machine."""
    draws: int = 1000
    """How many variants are drawn."""
    weights: float = 0.0
    """By which share of itself each weight moves at most, up or down: 0.25 for a quarter."""
    interval: tuple[float, float] = (5.0, 95.0)
    """Which of the sorted ranks are the two ends of the interval, in per cent."""
    normalisation: tuple[NormalisationShape, ...] = ()
    """Other ways to scores that draws choose from, beside that of the contract."""
    aggregation: dict[str, tuple[Aggregation, ...]] = Field(default_factory=dict)
    """Other means that draws choose from, by the node's key, beside its own."""


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
    """The keys of indicators or nodes it is known of; all without any."""
    countries: tuple[CountryCode, ...] = ()
    """The countries it is known of; all without any."""
    reason: NonEmpty
    """Why it stands as it does."""


class PublishedShape(StrictModel):
    """The index of another publisher that this one is compared with."""

    indicator: IndicatorId
    """The indicator in the catalog that has the published scores."""
    scale: Annotated[float, Field(gt=0)] = 1.0
    """What our scores are multiplied by to compare them with the published ones."""


class ContractShape(StrictModel):
    """A whole contract."""

    id: Slug
    """The id, which is the name of the file."""
    title: NonEmpty | None = None
    """The name of the index; without it made from the id."""
    description: str = ""
    """What it measures, in a sentence."""
    version: NonEmpty
    """The version of this contract, in quotes; another with every change of the numbers."""
    changes: tuple[ChangeShape, ...] = ()
    """The versions, the oldest first; the last is the version of the contract."""
    countries: Chosen
    """Whom it ranks: `profiles`, `all`, the id of a group or region, or codes."""
    exclude: tuple[CountryCode, ...] = ()
    """Codes that are left out."""
    years: Annotated[tuple[Year, ...], Field(min_length=1), AfterValidator(unique)]
    """The years of its editions; the last is the one shown."""
    within: Window = 0
    """How many years before that of the edition a value may be from."""
    scale_over: Scale = Scale.EACH_YEAR
    """`each_year`: a scale for each edition; `all_years`: one for all, so that scores of editions compare."""
    minimum: MinimumShape = MinimumShape()
    """How much must be there for a country, an indicator, a node to count."""
    imputation: ImputationShape | None = None
    """What stands in for missing values; nothing without it."""
    normalisation: NormalisationShape | None = None
    """How values become scores; without it `min_max` from 0 to 100."""
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
    """Warnings that are known, each with the reason why it stands."""
    published: PublishedShape | None = None
    """The same index of another publisher, to compare with."""
