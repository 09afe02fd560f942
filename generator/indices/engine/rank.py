"""Ranks: the best score first; scores that differ by no more than rounding share a rank."""

from __future__ import annotations  # start-up time: pandas is loaded where it computes

import numpy as np
import pandas as pd

from generator.indices.engine.arithmetic import TOLERANCE, Vector


def rank(scores: pd.DataFrame) -> pd.DataFrame:
    """Return the ranks of each column: 1, 2, 2, 4; NaN where there is no score."""
    columns = {key: rank_scores(scores[key].to_numpy()[None, :])[0] for key in scores.columns}
    return pd.DataFrame(columns, index=scores.index)


def rank_scores(scores: Vector) -> Vector:
    """Return the ranks within each row; one at most 1e-9 under the one before shares its rank."""
    order = np.argsort(np.where(np.isnan(scores), np.inf, -scores), axis=1, kind="stable")
    ordered = np.take_along_axis(scores, order, axis=1)
    places = np.arange(1, scores.shape[1] + 1, dtype=np.float64)
    begins = np.ones(scores.shape, dtype=bool)
    begins[:, 1:] = ~(ordered[:, :-1] - ordered[:, 1:] <= TOLERANCE)
    ranks = np.maximum.accumulate(np.where(begins, places, 0.0), axis=1)
    result = np.full(scores.shape, np.nan)
    np.put_along_axis(result, order, np.where(np.isnan(ordered), np.nan, ranks), axis=1)
    return result
