"""References to figures resolved against the dataset: a bound value, or what is wrong."""

from generator.claims.bind_claims import bind_claim
from generator.claims.bind_ranks import bind_rank
from generator.claims.bind_trends import bind_trend
from generator.claims.bind_values import bind_value
from generator.claims.bound import Outcome
from generator.content.references import Reference
from generator.data.dataset import Dataset

FIGURES = frozenset(("value", "rank", "trend", "claim"))
"""Schemes whose text is held against data."""


def bind_reference(reference: Reference, dataset: Dataset, home: str) -> Outcome:
    """Return what a reference of FIGURES stands for, or what is wrong; `home` is the country where none is named."""
    if reference.scheme == "claim":
        return bind_claim(reference, dataset)
    bind = {"value": bind_value, "rank": bind_rank, "trend": bind_trend}[reference.scheme]
    return bind(reference, dataset, home)
