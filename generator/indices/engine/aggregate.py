"""Scores of nodes from those of their children, from the leaves up."""

from __future__ import annotations  # start-up time: pandas is loaded where it computes

from collections.abc import Callable, Mapping

import numpy as np
import pandas as pd

from generator.indices.contract import Aggregation, Contract
from generator.indices.engine.arithmetic import Vector, exp, ln, reaches

Function = Callable[[Vector], Vector]


def aggregate(contract: Contract, scores: pd.DataFrame, imputed: pd.DataFrame) -> pd.DataFrame:
    """Return the scores of all live entries, countries × indicators and nodes.

    NaN where a node's minimum is missed.
    """
    found = {key: scores[key].to_numpy() for key in scores.columns}
    observed = {key: ~np.isnan(found[key]) & ~imputed[key].to_numpy() for key in scores.columns}
    for node in contract.live_nodes:
        children = contract.children(node)
        share = np.sum([observed[child] for child in children], axis=0) / len(children)
        enough = np.array([s > 0 and reaches(s, contract.nodes[node].minimum) for s in share.tolist()], dtype=bool)
        weights = {child: contract.entries[child].weight for child in children}
        together = combine(contract.nodes[node].aggregation, weights, {child: found[child] for child in children})
        found[node] = np.where(enough, together, np.nan)
        observed[node] = ~np.isnan(found[node])
    return pd.DataFrame(found, index=scores.index)


def recombine(contract: Contract, scores: pd.DataFrame, without: str = "") -> Mapping[str, Vector]:
    """Return the nodes' scores from the indicators that take part, with no minimum, without an entry."""
    columns = {key: scores[key].to_numpy() for key in contract.live_leaves}
    return recombine_columns(contract, columns, len(scores), without)


def recombine_columns(
    contract: Contract, columns: Mapping[str, Vector], count: int, without: str = ""
) -> Mapping[str, Vector]:
    """Return the same from the `count` scores of each live indicator; NaN where no weight is left."""
    found = dict(columns)
    for node in contract.live_nodes:
        children = [child for child in contract.children(node) if child != without]
        weights = {child: contract.entries[child].weight for child in children}
        inner = {child: found[child] for child in children}
        how = contract.nodes[node].aggregation
        found[node] = combine(how, weights, inner) if children else np.full(count, np.nan)
    return found


def combine(
    how: Aggregation,
    weights: Mapping[str, float] | Mapping[str, Vector],
    scores: Mapping[str, Vector],
    logarithms: tuple[Function, Function] = (ln, exp),
) -> Vector:
    """Return the mean of the children's scores, weights renormalised to those with one.

    NaN where none has.
    """
    present = {child: ~np.isnan(column) for child, column in scores.items()}
    weight = np.asarray(sum(weights[child] * present[child] for child in scores), dtype=np.float64)
    to, back = _ways(how, *logarithms)
    with np.errstate(divide="ignore", invalid="ignore"):
        terms = {child: np.where(present[child], to(column), 0.0) for child, column in scores.items()}
        added = sum(weights[child] * terms[child] for child in scores)
        return back(np.where(weight > 0, added / weight, np.nan))


def _ways(how: Aggregation, ln: Function, exp: Function) -> tuple[Function, Function]:
    """Return what is done to scores before their arithmetic mean is taken, and to the mean."""
    if how is Aggregation.GEOMETRIC:
        return ln, exp
    return (np.reciprocal, np.reciprocal) if how is Aggregation.HARMONIC else (np.positive, np.positive)
