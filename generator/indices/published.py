"""An index beside the same index as somebody else has published it: every country and year of either."""

from __future__ import annotations  # start-up time: pandas is loaded where it computes

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property

import pandas as pd

from generator.data.dataset import Dataset
from generator.indices.contract import Contract, Filling, Method
from generator.indices.engine.aggregate import aggregate
from generator.indices.engine.compute import Inputs, Result, prepare
from generator.indices.engine.normalise import normalise
from generator.indices.engine.treat import treat
from generator.indices.observe import observe


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """A country's index in a year: ours on the scale of the other one, and theirs as it is printed.

    One of the two may be missing.
    """

    country: str
    year: int
    ours: float | None
    theirs: Decimal | None
    decimals: int

    @property
    def rounded(self) -> Decimal | None:
        """Ours with as many decimals as theirs has."""
        if self.ours is None:
            return None
        return Decimal(repr(self.ours)).quantize(Decimal(1).scaleb(-self.decimals), ROUND_HALF_UP)

    @property
    def difference(self) -> float | None:
        """Ours less theirs, before rounding."""
        return None if self.ours is None or self.theirs is None else self.ours - float(self.theirs)

    @property
    def is_explained(self) -> bool:
        """Whether rounding explains the difference."""
        return self.rounded == self.theirs


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """All that either has, by country and year."""

    rows: tuple[Compared, ...]

    @cached_property
    def both(self) -> tuple[Compared, ...]:
        """Where both have a figure."""
        return tuple(row for row in self.rows if row.difference is not None)

    @cached_property
    def unexplained(self) -> tuple[Compared, ...]:
        """Where both have a figure and rounding does not explain the difference."""
        return tuple(row for row in self.both if not row.is_explained)

    @cached_property
    def ours_alone(self) -> tuple[Compared, ...]:
        """Where only we have a figure."""
        return tuple(row for row in self.rows if row.theirs is None)

    @cached_property
    def theirs_alone(self) -> tuple[Compared, ...]:
        """Where only they have a figure."""
        return tuple(row for row in self.rows if row.ours is None)

    @property
    def largest(self) -> float:
        """The largest difference before rounding, of either sign."""
        return max((abs(row.difference or 0.0) for row in self.both), default=0.0)


def compare_published(result: Result, dataset: Dataset) -> Comparison | None:
    """Return an index beside the published one that its contract names; None where it names none."""
    published = result.contract.published
    rows = dataset.preferred(published.indicator) if published else None
    if published is None or rows is None:
        return None
    theirs = dict(_printed(dataset, published.indicator))
    ours = dict(_own(result, dataset, {code for code, _year in theirs}))
    decimals = dataset.indicator(published.indicator).decimals
    return Comparison(
        rows=tuple(
            Compared(
                country=code,
                year=year,
                ours=ours[code, year] * published.scale if (code, year) in ours else None,
                theirs=theirs.get((code, year)),
                decimals=decimals,
            )
            for code, year in sorted({*ours, *theirs})
        )
    )


def _printed(dataset: Dataset, indicator: str) -> Iterator[tuple[tuple[str, int], Decimal]]:
    rows = dataset.preferred(indicator)
    columns = rows.columns if rows else None
    for at in range(len(columns.years)) if columns else ():
        if columns and columns.is_figure(at):
            yield (columns.countries[at], columns.years[at]), Decimal(columns.texts[at])


def _own(result: Result, dataset: Dataset, others: set[str]) -> Iterator[tuple[tuple[str, int], float]]:
    """Yield our scores by country and year, where it can be of the other index’s countries too."""
    contract = result.contract
    frames: Mapping[int, pd.DataFrame] = {year: edition.scores for year, edition in result.editions.items()}
    if _is_of_each_alone(contract):
        own = {str(code) for edition in result.editions.values() for code in edition.prepared.coverage.index}
        frames = _scores(contract, dataset, own | others)
    for year, frame in frames.items():
        for code, score in zip(frame.index.tolist(), frame[contract.root].to_numpy().tolist(), strict=True):
            if not math.isnan(score):
                yield (code, year), score


def _is_of_each_alone(contract: Contract) -> bool:
    """Whether a country's score depends on no other country."""
    methods = {contract.leaves[key].normalisation.method for key in contract.live_leaves}
    return methods == {Method.GOALPOSTS} and contract.imputation.method is Filling.NONE


def _scores(contract: Contract, dataset: Dataset, countries: set[str]) -> dict[int, pd.DataFrame]:
    reads = {name for key in contract.live_leaves for name in contract.leaves[key].reads}
    observed = {name: observe(dataset, name) for name in reads}
    inputs = Inputs(countries=sorted(countries), groups={}, observed=observed)
    found = {}
    for year in contract.years:
        each = prepare(contract, inputs, year)
        scores = normalise(contract, treat(contract, each.transformed)[0])
        found[year] = aggregate(contract, scores, each.filled.imputed)
    return found
