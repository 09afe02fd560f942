"""Figures of a group from those of its members: sums, and means weighted as the catalog says."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import fsum

from generator.data.catalog import Aggregate, Indicator, Method
from generator.data.dataset import Dataset
from generator.data.memoised import memoised
from generator.data.observations import Points

LEAST_MEMBERS = 2
"""Members with a figure, at least; of all members at least two in three."""

LEAST_SHARE = {Method.SUM: 0.999, Method.MEAN: 0.8}
"""The least share of the members' weight that those with a figure have: a sum lacks what is missing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupFigure:
    """A group's figure of one year: from how many members, of how many, and their share of the weight."""

    indicator: str
    group: str
    year: int
    value: float
    members: int
    of: int
    share: float

    @property
    def decimal(self) -> Decimal:
        """The value, exactly as the number has it."""
        return Decimal(repr(self.value))


def figure_number(indicator: Indicator, figure: GroupFigure) -> str:
    """Return a group's figure for machines, with two decimals more than readers see: `16555.7`."""
    return format(round(figure.decimal, indicator.decimals + 2).normalize(), "f")


def members_of(dataset: Dataset, group: str) -> tuple[str, ...]:
    """Return all members, those without a profile too; of a region the profiled countries."""
    return dataset.groups[group].members if group in dataset.groups else dataset.members(group)


@memoised
def members_with_figure(dataset: Dataset, indicator: str, group: str, year: int) -> tuple[int, int]:
    """Return how many members have a figure of a year, forecasts left out, and of how many: `(3, 5)`."""
    codes = members_of(dataset, group)
    return sum(year in dict(_figures(dataset, indicator, code)) for code in codes), len(codes)


@memoised
def group_figures(dataset: Dataset, indicator: str, group: str) -> tuple[GroupFigure, ...]:
    """Return the figures of all years in which enough members have one.

    There are none where the catalog names no method.
    """
    how = dataset.indicator(indicator).aggregate
    if how is None or not dataset.indicator(indicator).comparable:
        return ()
    codes = members_of(dataset, group)
    table = _Members(
        figures=[dict(_figures(dataset, indicator, code)) for code in codes],
        weights=[dict(_figures(dataset, how.weight, code)) for code in codes],
    )
    years = sorted({year for figures in table.figures for year in figures})
    found = (_figure(how, table, year) for year in years)
    return tuple(
        GroupFigure(indicator=indicator, group=group, year=year, value=f[0], members=f[1], of=len(codes), share=f[2])
        for year, f in zip(years, found, strict=True)
        if f is not None
    )


def _figures(dataset: Dataset, indicator: str, code: str) -> Points:
    ahead, points = dataset.forecasts(indicator, code), dataset.points(indicator, code)
    return tuple(point for point in points if point[0] not in ahead) if ahead else points


@dataclass(frozen=True, slots=True, kw_only=True)
class _Members:
    """The figures and the weights of each member, by year."""

    figures: Sequence[dict[int, float]]
    weights: Sequence[dict[int, float]]


def _figure(how: Aggregate, table: _Members, year: int) -> tuple[float, int, float] | None:
    """Return value, members and share of the weight in a year, or None where too few have a figure."""
    weights = [known[year] if year in known else _nearest(known, year) for known in table.weights]
    pairs = list(_pairs(how, table, year, weights))
    if len(pairs) < LEAST_MEMBERS or 3 * len(pairs) < 2 * len(table.figures):
        return None
    covered, whole = fsum(w for _v, w in pairs), fsum(weights)
    share = covered / whole if whole else 0.0
    if share < LEAST_SHARE[how.method]:
        return None
    if how.method is Method.SUM:
        return fsum(v for v, _w in pairs), len(pairs), share
    return fsum(v * w for v, w in pairs) / covered, len(pairs), share


def _pairs(how: Aggregate, table: _Members, year: int, weights: Sequence[float]) -> Iterator[tuple[float, float]]:
    """Yield the members' figures of a year, each with its weight; a mean needs the weight of that year."""
    is_sum = how.method is Method.SUM
    for figures, known, weight in zip(table.figures, table.weights, weights, strict=True):
        if year in figures and (is_sum or year in known):
            yield figures[year], weight


def _nearest(weights: dict[int, float], year: int) -> float:
    """Return the weight in the nearest year that has one; 0.0 where none is known."""
    return weights[min(weights, key=lambda known: (abs(known - year), known))] if weights else 0.0
