"""The lines of a trend: which countries, whether the median, and what one far line would flatten."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.charts.request import ChartRequest
from generator.charts.scale import OUT_OF_SCALE
from generator.charts.trend.forecasts import all_observed, observed
from generator.data.catalog import Indicator, UnitKind
from generator.data.dataset import Dataset
from generator.data.observations import Points
from generator.data.spread import medians_of

NAMED = 5
"""Lines named where no country is highlighted and more lines are drawn than could all be."""

ALL_NAMED = 8
"""Up to as many lines are all named, whose names stand near their ends."""

THICKET = 20
"""More lines than this become percentiles, or the largest alone if figures are totals."""

LEAST_POINTS = 2

PointsByCountry = Mapping[str, Points]
"""Points by country, each with at least one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """The countries with figures, those of them that are drawn, and the median, empty where it is not."""

    candidates: PointsByCountry
    drawn: PointsByCountry
    median: Points
    is_largest: bool = False
    """Whether only the largest of a thicket of lines are candidates."""

    @property
    def left_out(self) -> tuple[str, ...]:
        """The countries out of scale."""
        return tuple(code for code in self.candidates if code not in self.drawn)

    @property
    def years(self) -> list[int]:
        """The years with a figure of a country that is drawn."""
        return years_of(self.drawn)


def points_by_country(request: ChartRequest, dataset: Dataset, peers: tuple[str, ...]) -> PointsByCountry:
    """Return the figures and forecasts of the page's country and its peers, of those that have figures."""
    codes = dict.fromkeys((request.country, *peers) if request.country else peers)
    found = {code: _points(dataset, request, code) for code in codes}
    return {c: points for c, points in found.items() if observed(dataset, request.indicator, c, points)}


def is_spread(indicator: Indicator, points: PointsByCountry, own: str) -> bool:
    """Whether many lines become percentiles, as rates may and totals must not."""
    is_total = indicator.unit.kind is UnitKind.COUNT
    return _is_thicket(points, own) and indicator.comparable and not is_total and _enough(points, own)


def choose_lines(request: ChartRequest, dataset: Dataset, points: PointsByCountry) -> Selection | None:
    """Return the lines of a trend, or None where it would show fewer than two points."""
    indicator, own = dataset.indicator(request.indicator), request.country
    thicket = _is_thicket(points, own)
    candidates = (
        {code: points[code] for code in largest(all_observed(dataset, indicator.id, points))} if thicket else points
    )
    if not _enough(candidates, own):
        return None
    if not own or request.compare or not _around_zero(indicator):
        median = _median(dataset, indicator, candidates)
        return Selection(candidates=candidates, drawn=candidates, median=median, is_largest=thicket)
    drawn = _on_scale(candidates, own)
    median = _in_scale(_median(dataset, indicator, drawn), candidates[own])
    return Selection(candidates=candidates, drawn=drawn, median=median)


def _is_thicket(points: PointsByCountry, own: str) -> bool:
    return not own and len(points) > THICKET


def _points(dataset: Dataset, request: ChartRequest, country: str) -> Points:
    points = dataset.points(request.indicator, country)
    if len(request.years) <= 1:
        return points
    return tuple(point for point in points if request.years[0] <= point[0] <= request.years[-1])


def years_of(shown: PointsByCountry) -> list[int]:
    """Return the years with a figure of any country, in order."""
    return sorted({year for points in shown.values() for year, _value in points})


def _enough(found: PointsByCountry, own: str) -> bool:
    lengths = [len(points) for country, points in found.items() if country == own or not own]
    return max(lengths, default=0) >= LEAST_POINTS


def starts_at_zero(indicator: Indicator) -> bool:
    """Return whether lengths on the scale are amounts, so that it begins at zero."""
    amounts = {UnitKind.COUNT, UnitKind.CURRENCY, UnitKind.SHARE}
    return indicator.unit.kind in amounts or (indicator.minimum == 0 and indicator.unit.kind is not UnitKind.YEARS)


def _around_zero(indicator: Indicator) -> bool:
    """Return whether the scale includes zero anyhow, so that one far line flattens the others.

    That is so for amounts, and for rates of either sign.
    """
    return starts_at_zero(indicator) or indicator.unit.kind is UnitKind.PERCENT


def _farthest(points: Points) -> float:
    return max(abs(value) for _year, value in points)


def largest(shown: PointsByCountry) -> list[str]:
    """Return the countries with the largest latest figures, of points without forecasts."""
    return sorted(shown, key=lambda code: (-shown[code][-1][1], code))[:NAMED]


def named_lines(dataset: Dataset, request: ChartRequest, drawn: PointsByCountry) -> tuple[str, ...]:
    """Return the countries whose lines are named: the largest of many where none is highlighted."""
    if request.country or len(drawn) <= ALL_NAMED:
        return tuple(drawn)
    return tuple(largest(all_observed(dataset, request.indicator, drawn)))


def _on_scale(found: PointsByCountry, own: str) -> PointsByCountry:
    """Return the series on whose scale the country's own remains readable."""
    most = OUT_OF_SCALE * _farthest(found[own])
    return {code: points for code, points in found.items() if code == own or _farthest(points) <= most}


def _in_scale(median: Points, own: Points) -> Points:
    """Return the median, or nothing if it would flatten the country's own line."""
    return median if median and _farthest(median) <= OUT_OF_SCALE * _farthest(own) else ()


def _median(dataset: Dataset, indicator: Indicator, shown: PointsByCountry) -> Points:
    """Return the median of all profiled countries by year; none where values must not be compared."""
    if not indicator.comparable or indicator.unit.kind is UnitKind.COUNT:
        return ()
    known = medians_of(dataset, indicator.id, tuple(years_of(shown)))
    return known if len(known) >= LEAST_POINTS else ()
