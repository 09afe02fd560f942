"""The figures of the dataset as the engine reads them: frames of countries × years."""

from __future__ import annotations  # start-up time: pandas is loaded where it computes

import numpy as np
import pandas as pd

from generator.data.dataset import Dataset
from generator.indices.contract import Contract
from generator.indices.engine.values import Observed


def observe(dataset: Dataset, indicator: str) -> Observed:
    """Return an indicator's preferred figures; forecasts and rows without a value are none."""
    rows = dataset.preferred(indicator)
    if rows is None:
        return Observed(values=pd.DataFrame(), origins=pd.DataFrame())
    columns = rows.columns
    figures = [at for at in range(len(columns.years)) if columns.is_figure(at)]
    codes = sorted({columns.countries[at] for at in figures})
    years = sorted({columns.years[at] for at in figures})
    row, column = ({name: place for place, name in enumerate(names)} for names in (codes, years))
    values = np.full((len(codes), len(years)), np.nan)
    origins = np.full((len(codes), len(years)), "", dtype=object)
    for at in figures:
        place = row[columns.countries[at]], column[columns.years[at]]
        values[place], origins[place] = float(columns.texts[at]), columns.origins[at]
    return Observed(
        values=pd.DataFrame(values, index=codes, columns=years),
        origins=pd.DataFrame(origins, index=codes, columns=years),
    )


def countries_of(contract: Contract, dataset: Dataset) -> tuple[str, ...]:
    """Return the codes of the countries an index is of, sorted."""
    chosen = contract.countries
    if not isinstance(chosen, str):
        codes = set(chosen)
    elif chosen in {"profiles", "all"}:
        codes = set(dataset.profiles if chosen == "profiles" else dataset.countries)
    elif chosen in dataset.groups:
        codes = set(dataset.groups[chosen].members)
    else:
        codes = set(dataset.members(dataset.group_named(chosen) or ""))
    return tuple(sorted(codes - set(contract.exclude)))


def groups_of(contract: Contract, dataset: Dataset) -> dict[str, str]:
    """Return the group of each country that its missing values are filled in from."""
    by = contract.imputation.by
    if by == "none":
        return dict.fromkeys(dataset.countries, "all")
    return {code: getattr(country, by) for code, country in dataset.countries.items()}
