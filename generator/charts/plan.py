"""The plan of a chart, with its countries, years and words; or None."""

from typing import assert_never

from generator.charts.chart import Chart
from generator.charts.ranking.plan import plan_ranking
from generator.charts.request import ChartKind, ChartRequest
from generator.charts.slope.plan import plan_slope
from generator.charts.stacked.plan import exceeds, plan_stacked, share_year, shares_of
from generator.charts.strip.plan import plan_strip
from generator.charts.trend.plan import plan_trend
from generator.data.dataset import Dataset
from generator.data.peers import peers_of
from generator.formatting import format_list

__all__ = ("plan_chart", "why_not")

PEERS = 5


def plan_chart(request: ChartRequest, dataset: Dataset, *, chart_id: str, lead: bool = False) -> Chart | None:
    """Return the chart of a request, or None if data are too few or must not be compared."""
    peers = request.compare or _peers(dataset, request.country)
    match request.kind:
        case ChartKind.TREND:
            chart = plan_trend(request, dataset, chart_id=chart_id, peers=peers, lead=lead)
        case ChartKind.RANKING:
            chart = plan_ranking(request, dataset, chart_id=chart_id, peers=peers)
        case ChartKind.SLOPE:
            chart = plan_slope(request, dataset, chart_id=chart_id, peers=peers)
        case ChartKind.STRIP:
            chart = plan_strip(request, dataset, chart_id=chart_id)
        case ChartKind.STACKED:
            chart = plan_stacked(request, dataset, chart_id=chart_id, peers=peers)
        case ChartKind.MAP:
            chart = None  # no Vega: `maps.plan_map` draws it from the geometry
        case _:
            assert_never(request.kind)
    return chart


def why_not(request: ChartRequest, dataset: Dataset) -> str:
    """Return why a request has no chart, for its author."""
    if request.kind is ChartKind.STACKED and (year := share_year(request, dataset)):
        shares = shares_of(dataset, (request.indicator, *request.parts), request.country, year)
        if exceeds(shares):
            return f"The parts add up to {sum(shares)} in {year}: they are not shares of one whole."
    indicator = dataset.indicator(request.indicator)
    if request.kind is not ChartKind.TREND and not indicator.comparable:
        return f"'{indicator.id}' must not be compared between countries: {indicator.not_comparable_reason}"
    if years := _foretold(request, dataset):
        return f"The figures of {format_list(tuple(map(str, years)))} are forecasts, which a trend alone shows."
    return "There is no data to draw this chart from."


def _foretold(request: ChartRequest, dataset: Dataset) -> tuple[int, ...]:
    """Return the years asked for, in another chart than a trend, whose figures are forecasts."""
    codes = (request.country,) if request.country else dataset.profiles
    ahead = frozenset[int]().union(*(dataset.forecasts(request.indicator, code) for code in codes))
    return tuple(year for year in request.years if year in ahead) if request.kind is not ChartKind.TREND else ()


def _peers(dataset: Dataset, country: str) -> tuple[str, ...]:
    return tuple(code for code, _reason in peers_of(dataset, country))[:PEERS] if country else dataset.profiles
