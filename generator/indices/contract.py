"""The contract of an index: what ``data/indices/<id>.yaml`` says, with its defaults filled in."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property


class Method(StrEnum):
    """How values become scores."""

    MIN_MAX = "min_max"
    GOALPOSTS = "goalposts"
    TARGET = "distance_to_target"
    PERCENTILE_RANK = "percentile_rank"
    RANK = "rank"
    Z_SCORE = "z_score"


class Aggregation(StrEnum):
    """How a node's score comes from those of its children."""

    ARITHMETIC = "arithmetic"
    GEOMETRIC = "geometric"
    HARMONIC = "harmonic"


class Take(StrEnum):
    """Which of the observations within reach of an edition is the value."""

    LATEST = "latest"
    MEAN = "mean"
    SUM = "sum"
    MAX = "max"


class Transform(StrEnum):
    """What is done to all values of an indicator before outliers are looked at."""

    NONE = "none"
    LN = "ln"
    LN1P = "ln1p"


class Outliers(StrEnum):
    """What is done about outliers."""

    NONE = "none"
    WINSORISE = "winsorise"
    LOG = "log"
    AUTO = "auto"


class Filling(StrEnum):
    """What stands in for a missing value."""

    NONE = "none"
    MEAN = "mean"
    MEDIAN = "median"


class Scale(StrEnum):
    """Over which editions minimum, maximum, mean and ranks of an indicator are taken."""

    EACH_YEAR = "each_year"
    ALL_YEARS = "all_years"


@dataclass(frozen=True, slots=True, kw_only=True)
class Normalisation:
    """A method with its parameters; only those of the method count."""

    method: Method = Method.MIN_MAX
    low_score: float = 0.0
    high_score: float = 100.0
    """Both ends of the range of scores."""
    low: float = 0.0
    high: float = 1.0
    log: bool = False
    target: float = 1.0
    mean: float = 50.0
    sd: float = 10.0

    @property
    def in_units(self) -> bool:
        """Whether its parameters are in the indicator's unit, so that the values must be too."""
        return self.method in {Method.GOALPOSTS, Method.TARGET}


@dataclass(frozen=True, slots=True, kw_only=True)
class Treatment:
    """What is done about outliers, and from which skew, kurtosis and number of points on."""

    method: Outliers = Outliers.NONE
    skew: float = 2.0
    kurtosis: float = 3.5
    points: int = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Imputation:
    """How missing values are filled in: within groups that have at least `at_least` observed values."""

    method: Filling = Filling.NONE
    by: str = "none"
    at_least: int = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A part of an index that is made of other parts; the root has no parent."""

    key: str
    parent: str | None
    title: str
    weight: float = 1.0
    aggregation: Aggregation = Aggregation.ARITHMETIC
    minimum: float = 0.0
    """The share of its live children that must be observed."""
    family: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """An indicator of an index: which observations it takes, and how they become scores."""

    key: str
    parent: str
    indicator: str
    rising: bool
    """Whether more is better."""
    weight: float = 1.0
    title: str = ""
    within: int = 0
    take: Take = Take.LATEST
    zero_if_absent: bool = False
    times: str = ""
    per: str = ""
    scale: float = 1.0
    transform: Transform = Transform.NONE
    normalisation: Normalisation = Normalisation()
    has_own_normalisation: bool = False
    treatment: Treatment = Treatment()
    why: str = ""

    @property
    def reads(self) -> tuple[str, ...]:
        """The indicators whose observations it takes."""
        return tuple(name for name in (self.indicator, self.times, self.per) if name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sensitivity:
    """What is varied to see how firm the ranks are."""

    seed: int = 0
    draws: int = 1000
    weights: float = 0.0
    """By which share of itself a weight moves at most, up or down."""
    interval: tuple[float, float] = (5.0, 95.0)
    normalisation: tuple[Normalisation, ...] = ()
    aggregation: Mapping[str, tuple[Aggregation, ...]]
    """Alternatives besides the published ones."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A version of the contract, with its date and what is new in it."""

    version: str
    date: date
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowed:
    """A warning that the publisher knows of.

    For these entries and countries (none: all of them), with the reason.
    """

    rule: str
    entries: tuple[str, ...]
    countries: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """The same index as somebody else has published it; scores are multiplied with `scale`."""

    indicator: str
    scale: float = 1.0


@dataclass(frozen=True, kw_only=True)
class Contract:
    """An index as its file describes it; `nodes` and `leaves` stand in the order of the file."""

    id: str
    title: str
    description: str
    version: str
    changes: tuple[Change, ...]
    countries: str | tuple[str, ...]
    exclude: tuple[str, ...]
    years: tuple[int, ...]
    scale_over: Scale
    least_of_country: float
    least_of_indicator: float
    imputation: Imputation
    nodes: Mapping[str, Node]
    leaves: Mapping[str, Leaf]
    sensitivity: Sensitivity | None
    limits: tuple[str, ...] = ()
    """What the index does not cover, for its page."""
    known: tuple[Allowed, ...] = ()
    published: Published | None = None

    @cached_property
    def root(self) -> str:
        """The node without a parent."""
        return next(node.key for node in self.nodes.values() if node.parent is None)

    @cached_property
    def entries(self) -> Mapping[str, Node | Leaf]:
        """Nodes and indicators by key."""
        return {**self.nodes, **self.leaves}

    @cached_property
    def live(self) -> frozenset[str]:
        """Entries that count: their weight and that of every node above is more than 0."""
        return frozenset(key for key in self.entries if all(entry.weight > 0 for entry in self.path(key)))

    @cached_property
    def live_leaves(self) -> tuple[str, ...]:
        """Indicators that count, in the order of the file."""
        return tuple(key for key in self.leaves if key in self.live)

    @cached_property
    def live_nodes(self) -> tuple[str, ...]:
        """Nodes that count, each after all that stand below it: the root is the last."""
        return tuple(sorted(set(self.nodes) & self.live, key=lambda key: (-len(tuple(self.path(key))), key)))

    @cached_property
    def _children(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, list[str]] = {key: [] for key in self.nodes}
        for key in sorted(self.live - {self.root}):
            found[self.entries[key].parent or ""].append(key)
        return {key: tuple(keys) for key, keys in found.items()}

    def children(self, node: str) -> tuple[str, ...]:
        """The live entries directly below a node, sorted by key: sums never depend on the order of the file."""
        return self._children[node]

    def path(self, key: str) -> Iterator[Node | Leaf]:
        """Yield the entry and every node above it, the root last."""
        name: str | None = key
        while name is not None:
            entry = self.entries[name]
            yield entry
            name = entry.parent

    @property
    def own_scales(self) -> bool:
        """Whether its editions have scales of their own, so that their scores do not compare.

        Goalposts are one scale for all of them.
        """
        methods = {self.leaves[key].normalisation.method for key in self.live_leaves}
        return len(self.years) > 1 and self.scale_over is Scale.EACH_YEAR and methods != {Method.GOALPOSTS}

    @property
    def indicator(self) -> str:
        """The indicator that its scores are published as: `index_soft_power`."""
        return f"index_{self.id.replace('-', '_')}"

    def indicator_of(self, node: str) -> str:
        """The indicator that a node's scores are published as.

        `index_soft_power_culture`; of the root, the index itself.
        """
        return self.indicator if node == self.root else f"{self.indicator}_{node}"
