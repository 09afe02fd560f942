"""Which countries have enough values for an edition, and which indicators enough countries."""

from __future__ import annotations  # start-up time: pandas is loaded where it computes

import pandas as pd

from generator.indices.contract import Contract
from generator.indices.engine.arithmetic import reaches


def coverage(values: pd.DataFrame) -> pd.Series:
    """Return for each country the share of the live indicators that it has a value of."""
    return values.notna().sum(axis=1) / max(values.shape[1], 1)


def screen(contract: Contract, values: pd.DataFrame) -> pd.DataFrame:
    """Return the values of the countries that have enough of them; the others have no part in any scale."""
    covered = coverage(values)
    enough = [share > 0 and reaches(share, contract.least_of_country) for share in covered]
    return values[enough]


def thin_indicators(contract: Contract, values: pd.DataFrame) -> dict[str, float]:
    """Return the indicators with a value for too few of the countries left, each with its share."""
    shares = values.notna().sum() / max(len(values), 1)
    return {str(key): share for key, share in shares.items() if not reaches(share, contract.least_of_indicator)}
