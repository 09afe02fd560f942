"""Logarithms of the indicators that a contract asks them of."""

from __future__ import annotations  # start-up time: pandas is loaded where it computes

import numpy as np
import pandas as pd

from generator.indices.contract import Contract, Transform
from generator.indices.engine.arithmetic import Vector, ln


def transform(contract: Contract, values: pd.DataFrame) -> pd.DataFrame:
    """Return the values with `ln` or `ln1p` taken where the contract says so."""
    columns = {key: _transformed(contract.leaves[key].transform, values[key].to_numpy()) for key in values.columns}
    return pd.DataFrame(columns, index=values.index)


def without_logarithm(contract: Contract, values: pd.DataFrame) -> dict[str, list[str]]:
    """Return the countries of each indicator whose value has no logarithm of the kind asked for."""
    least = {Transform.LN: 0.0, Transform.LN1P: -1.0, Transform.NONE: -np.inf}
    lacking = {key: values.index[values[key] <= least[contract.leaves[key].transform]] for key in values.columns}
    return {str(key): sorted(codes) for key, codes in lacking.items() if len(codes)}


def _transformed(how: Transform, values: Vector) -> Vector:
    if how is Transform.NONE:
        return values
    return ln(values if how is Transform.LN else 1.0 + values)
