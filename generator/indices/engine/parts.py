"""Which indicators take part for a country, and what share of the whole each entry has."""

from __future__ import annotations  # start-up time: pandas is loaded where it computes

from collections.abc import Mapping

import numpy as np
import pandas as pd

from generator.indices.contract import Contract


def taking_part(contract: Contract, scores: pd.DataFrame) -> pd.DataFrame:
    """Return ranked countries' scores of indicators, NaN where one or a node above it has none."""
    of = {str(key): scores[key].to_numpy() for key in scores.columns}
    columns = {}
    for key in contract.live_leaves:
        part = np.all([~np.isnan(of[entry.key]) for entry in contract.path(key)], axis=0)
        columns[key] = np.where(part, of[key], np.nan)
    return pd.DataFrame(columns, index=scores.index)


def effective_weights(contract: Contract) -> Mapping[str, float]:
    """Return the share of each live entry in the whole.

    The product of shares among siblings down the path.
    """
    found = {contract.root: 1.0}
    for node in reversed(contract.live_nodes):
        children = contract.children(node)
        together = sum(contract.entries[child].weight for child in children)
        for child in children:
            found[child] = found[node] * contract.entries[child].weight / together
    return found
