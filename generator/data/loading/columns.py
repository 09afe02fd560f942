"""A frame of a sound file checked column by column; any doubt is left to the reader of rows."""

from __future__ import annotations  # start-up time: pandas is loaded where it computes

import re
from array import array
from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from generator.data.catalog import Indicator
from generator.data.columns import Columns, numbers_of
from generator.data.observations import NUMBER, STATUSES, WITHOUT_VALUE, YEARS
from generator.sources.cells import Repeated, joined, placed

REPEATING = ("country", "year", "status", "origin", "note")
"""The columns whose texts repeat, read as categories."""

_NUMBERS = re.compile(rf"(?:(?:{NUMBER.pattern})\n)*+")
"""Any number of numbers, each with a line end: asking once takes half the time."""


def read_columns(
    frame: pd.DataFrame, indicator: Indicator, countries: Mapping[str, object], edition: int
) -> Columns | None:
    """Return the rows of a sound file, or None if some cell needs a closer look.

    After the year of the `edition` there are forecasts only.
    """
    known = (
        countries.keys() >= _texts(frame["country"])
        and YEARS.keys() >= _texts(frame["year"])
        and _texts(frame["status"]) <= STATUSES
        and set(indicator.origins) >= _texts(frame["origin"])
    )
    if not known or not _ascending(frame) or not _stated(frame) or not _foretold(frame, edition):
        return None
    texts = frame["value"].tolist()
    values = _values(texts, indicator)
    if values is None:
        return None
    return Columns(
        indicator=indicator.id,
        countries=_repeated(frame["country"]),
        years=[YEARS[year] for year in _repeated(frame["year"])],
        texts=joined(texts),
        statuses="".join(_repeated(frame["status"])),
        origins=_repeated(frame["origin"]),
        notes=_repeated(frame["note"]),
        values=values,
    )


def _repeated(column: pd.Series) -> Repeated:
    """Return the cells of a repeating column."""
    return placed(column.cat.categories.tolist(), column.cat.codes.tolist())


def _texts(column: pd.Series) -> set[str]:
    """Return the texts of a repeating column, each once."""
    return set(column.cat.categories)


def _ascending(frame: pd.DataFrame) -> bool:
    """Whether the keys of rows are sorted and unique; the codes of categories are in order of their texts."""
    key = np.zeros(len(frame), dtype=np.int64)
    for name in ("country", "year", "origin"):
        key = key * len(frame[name].cat.categories) + frame[name].cat.codes.to_numpy()
    return bool((np.diff(key) > 0).all())


def _stated(frame: pd.DataFrame) -> bool:
    """Whether exactly the rows whose status explains it have no value."""
    return bool(((frame["value"] == "") == frame["status"].isin(WITHOUT_VALUE)).all())


def _foretold(frame: pd.DataFrame, edition: int) -> bool:
    """Whether all rows after the edition are forecasts."""
    later = frame["year"].isin([year for year, number in YEARS.items() if number > edition])
    return bool((~later | (frame["status"] == "F")).all())


def _values(texts: Sequence[str], indicator: Indicator) -> array[float] | None:
    """Return the values, or None if one is no number or out of bounds."""
    if not _NUMBERS.fullmatch("\n".join((*filter(None, texts), ""))):
        return None
    numbers = numbers_of(texts)
    low, high = indicator.minimum, indicator.maximum
    found = np.frombuffer(numbers)
    beyond = (low is not None and bool((found < low).any())) or (high is not None and bool((found > high).any()))
    return None if beyond else numbers
