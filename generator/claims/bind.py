"""References to figures resolved in the dataset: a bound value, or a problem."""

from generator.claims.bind_claims import bind_claim
from generator.claims.bind_groups import bind_group
from generator.claims.bind_ranks import bind_rank
from generator.claims.bind_trends import bind_trend
from generator.claims.bind_values import bind_value
from generator.claims.bound import Binding
from generator.content.references import Reference, Scheme
from generator.data.dataset import Dataset
from generator.data.group_rows import named_group

__all__ = ("bind_reference",)


def bind_reference(reference: Reference, dataset: Dataset, home: str) -> Binding:
    """Return the value of a reference of OF_FIGURES, or the problem; `home` is the default place."""
    if reference.scheme is Scheme.CLAIM:
        return bind_claim(reference, dataset)
    bind = {Scheme.VALUE: bind_value, Scheme.RANK: bind_rank, Scheme.TREND: bind_trend}[reference.scheme]
    named = reference.country or home
    if named_group(dataset, named) is not None:
        return bind_group(reference, dataset, named, bind)
    return bind(reference, dataset, home)
