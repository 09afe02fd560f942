"""References to figures resolved in the dataset: a bound value, or a problem."""

from generator.claims.bind_claims import bind_claim
from generator.claims.bind_ranks import bind_rank
from generator.claims.bind_trends import bind_trend
from generator.claims.bind_values import bind_value
from generator.claims.bound import Binding
from generator.content.references import Reference
from generator.data.dataset import Dataset

FIGURES = frozenset(("value", "rank", "trend", "claim"))
"""Schemes whose text is compared with data."""


def bind_reference(reference: Reference, dataset: Dataset, home: str) -> Binding:
    """Return the value of a reference of FIGURES, or the problem; `home` is the default country."""
    if reference.scheme == "claim":
        return bind_claim(reference, dataset)
    bind = {"value": bind_value, "rank": bind_rank, "trend": bind_trend}[reference.scheme]
    return bind(reference, dataset, home)
