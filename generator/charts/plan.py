"""The plan of a chart, with its countries, years and words; or None."""

from dataclasses import replace
from typing import assert_never

from generator.charts.chart import Chart
from generator.charts.groups import with_methods
from generator.charts.ranking.plan import plan_ranking
from generator.charts.request import ChartKind, ChartRequest, Compared
from generator.charts.slope.plan import plan_slope
from generator.charts.stacked.plan import exceeds, plan_stacked, share_year, shares_of
from generator.charts.strip.plan import plan_strip
from generator.charts.trend.plan import plan_trend
from generator.data.dataset import Dataset
from generator.data.group_rows import named_group, weightiest, with_groups
from generator.data.peers import peers_of
from generator.formatting import format_list

__all__ = ("named_groups", "plan_chart", "too_many", "why_not")

PEERS = 5
MOST = 20
"""Places that a chart compares with at most where it names them by one word."""


def plan_chart(request: ChartRequest, dataset: Dataset, *, chart_id: str, lead: bool = False) -> Chart | None:
    """Return the chart of a request, or None if data are too few or must not be compared."""
    if too_many(request, dataset):
        return None
    request = replace(request, compare=compared(dataset, request))
    peers = request.compare or _peers(dataset, request)
    groups = named_groups(dataset, request)
    seen = with_groups(dataset, request.indicator, groups) if groups else dataset
    chart = _plan(request, seen, chart_id, peers, lead=lead)
    return with_methods(chart, dataset, groups) if chart and groups else chart


def compared(dataset: Dataset, request: ChartRequest) -> tuple[str, ...]:
    """Return the codes that a request compares with, those of all or a group in place of the word."""
    if request.compare == (Compared.ALL,):
        return tuple(code for code in dataset.profiles if code != request.country)
    if request.compare != (Compared.GROUP,):
        return request.compare
    own = dataset.countries.get(request.country)
    group = (own.region if own else named_group(dataset, request.country)) if request.country else ""
    return tuple(code for code in dataset.members(group) if code != request.country) if group else ()


def named_groups(dataset: Dataset, request: ChartRequest) -> tuple[str, ...]:
    """Return the groups that a request names as what it shows or compares with: `("central-asia",)`."""
    return tuple(code for code in (request.country, *request.compare) if named_group(dataset, code) is not None)


def _plan(
    request: ChartRequest, dataset: Dataset, chart_id: str, peers: tuple[str, ...], *, lead: bool
) -> Chart | None:
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
    if reason := too_many(request, dataset):
        return reason
    indicator = dataset.indicator(request.indicator)
    if request.kind is not ChartKind.TREND and not indicator.comparable:
        return f"'{indicator.id}' must not be compared between countries: {indicator.not_comparable_reason}"
    if years := _foretold(request, dataset):
        return f"The figures of {format_list(tuple(map(str, years)))} are forecasts, which a trend alone shows."
    return "There is no data to draw this chart from."


def too_many(request: ChartRequest, dataset: Dataset) -> str:
    """Return why a chart cannot compare with all or a group, for its author; empty if it can."""
    if request.compare not in {(word,) for word in Compared}:
        return ""
    others = compared(dataset, request)
    if not others:
        return "There is no other place to compare with."
    return f"It would compare {len(others)} places; a chart shows at most {MOST}." if len(others) > MOST else ""


def _foretold(request: ChartRequest, dataset: Dataset) -> tuple[int, ...]:
    """Return the years asked for, in another chart than a trend, whose figures are forecasts."""
    codes = (request.country,) if request.country else dataset.profiles
    ahead = frozenset[int]().union(*(dataset.forecasts(request.indicator, code) for code in codes))
    return tuple(year for year in request.years if year in ahead) if request.kind is not ChartKind.TREND else ()


def _peers(dataset: Dataset, request: ChartRequest) -> tuple[str, ...]:
    """Return the peers of a country, the members of a group that weigh most, or all countries."""
    if not (name := request.country):
        return dataset.profiles
    if (group := named_group(dataset, name)) is not None:
        return weightiest(dataset, request.indicator, group)[:PEERS]
    return tuple(code for code, _reason in peers_of(dataset, name))[:PEERS]
