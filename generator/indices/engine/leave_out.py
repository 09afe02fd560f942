"""What happens to the ranks when one entry at a time is left out."""

from __future__ import annotations  # start-up time: pandas is loaded where it computes

from collections.abc import Iterator

import pandas as pd

from generator.indices.contract import Contract
from generator.indices.engine.aggregate import recombine
from generator.indices.engine.arithmetic import Vector
from generator.indices.engine.rank import rank_scores


def leave_one_out(contract: Contract, scores: pd.DataFrame) -> pd.DataFrame:
    """Return the ranks without each entry, countries × entries; an entry with all the weight is skipped."""
    columns = {key: _ranks_without(contract, scores, key) for key in _left_out(contract)}
    return pd.DataFrame(columns, index=scores.index)


def _left_out(contract: Contract) -> Iterator[str]:
    for key in contract.entries:
        if key in contract.live and any(_siblings(contract, entry.parent) for entry in contract.path(key)):
            yield key


def _siblings(contract: Contract, parent: str | None) -> bool:
    return parent is not None and len(contract.children(parent)) > 1


def _ranks_without(contract: Contract, scores: pd.DataFrame, key: str) -> Vector:
    ranks: Vector = rank_scores(recombine(contract, scores, without=key)[contract.root][None, :])[0]
    return ranks


def shifts(published: pd.Series, left_out: pd.DataFrame) -> pd.DataFrame:
    """Return for each entry left out by how many ranks countries move: `mean` and `largest`."""
    moved = left_out.sub(published, axis=0).abs()
    return pd.DataFrame({"mean": moved.mean(), "largest": moved.max()})
