"""What each indicator adds to a country's score; the contributions add up to it."""

from __future__ import annotations  # start-up time: pandas is loaded where it computes

import numpy as np
import pandas as pd

from generator.indices.contract import Aggregation, Contract
from generator.indices.engine.arithmetic import Vector


def contribute(contract: Contract, scores: pd.DataFrame) -> pd.DataFrame:
    """Return the contribution of every entry, countries × entries; NaN where it does not take part."""
    of = {str(key): scores[key].to_numpy() for key in scores.columns}
    factors: dict[str, Vector] = {contract.root: np.ones(len(scores))}
    for node in reversed(contract.live_nodes):
        children = contract.children(node)
        shares = {child: np.where(np.isnan(of[child]), 0.0, contract.entries[child].weight) for child in children}
        weight = np.sum(list(shares.values()), axis=0)
        with np.errstate(divide="ignore", invalid="ignore"):
            shares = {child: share / weight for child, share in shares.items()}
        gain = _gain(contract.nodes[node].aggregation, of[node], shares, of)
        for child in children:
            factors[child] = factors[node] * gain * shares[child]
    return pd.DataFrame({key: factors[key] * of[key] for key in of}, index=scores.index)


def _gain(how: Aggregation, score: Vector, shares: dict[str, Vector], of: dict[str, Vector]) -> Vector:
    """Return a node's score over the arithmetic mean of its children; 1 where it is that mean."""
    present = np.where(np.isnan(score), np.nan, 1.0)
    if how is Aggregation.ARITHMETIC:
        return present
    middle = np.sum([share * np.nan_to_num(of[child]) for child, share in shares.items()], axis=0)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(middle == 0, 0.0 * present, score / middle)
