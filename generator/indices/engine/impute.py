"""Missing values filled in from the countries of the same group, where a contract asks for it."""

from __future__ import annotations  # start-up time: pandas is loaded where it computes

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from generator.indices.contract import Filling, Imputation
from generator.indices.engine.arithmetic import mean, median


@dataclass(frozen=True, kw_only=True)
class Filled:
    """Values with those that were filled in, and where a group was too small to fill any in."""

    numbers: pd.DataFrame
    imputed: pd.DataFrame
    too_small: pd.DataFrame


def impute(how: Imputation, values: pd.DataFrame, groups: Mapping[str, str]) -> Filled:
    """Return the values with the missing ones filled in from observed values of the same group.

    "" is no group.
    """
    filled, missing = values.copy(), values.isna()
    if how.method is Filling.NONE:
        nothing = pd.DataFrame(data=False, index=values.index, columns=values.columns)
        return Filled(numbers=filled, imputed=nothing, too_small=nothing)
    for group in sorted({groups[code] for code in values.index} - {""}):
        rows = [groups[code] == group for code in values.index]
        for key in values.columns:
            observed = values.loc[rows, key].dropna().to_numpy()
            if len(observed) >= max(how.at_least, 1):
                middle = mean(observed) if how.method is Filling.MEAN else median(observed)
                filled.loc[np.array(rows) & missing[key].to_numpy(), key] = middle
    return Filled(numbers=filled, imputed=missing & filled.notna(), too_small=filled.isna())
