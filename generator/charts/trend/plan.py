"""A trend: one country against its peers, or all countries with the largest named."""

from decimal import Decimal

from generator.charts.chart import Chart, Drawing, DrawnData
from generator.charts.describe import NamedSeries, describe_course, describe_forecast, describe_lines, subtitle
from generator.charts.request import ChartRequest
from generator.charts.table import attribution, trend_table
from generator.charts.theme import NARROW, TREND_HEIGHT, WIDE, WIDE_HEIGHT
from generator.charts.trend.choose import (
    PointsByCountry,
    Selection,
    choose_lines,
    is_spread,
    named_lines,
    points_by_country,
    starts_at_zero,
)
from generator.charts.trend.draw import Line, draw_trend
from generator.charts.trend.forecasts import all_observed, forecast_runs, forecasts_of, span_text
from generator.charts.trend.marks import TimeMark, events_note, time_marks, within
from generator.charts.trend.note import trend_note
from generator.charts.trend.percentiles import plan_spread
from generator.data.dataset import Dataset
from generator.data.observations import Points


def plan_trend(
    request: ChartRequest, dataset: Dataset, *, chart_id: str, peers: tuple[str, ...], lead: bool
) -> Chart | None:
    """Return the trend, or None where it would show fewer than two points."""
    indicator = dataset.indicator(request.indicator)
    points = points_by_country(request, dataset, peers)
    if is_spread(indicator, points, request.country):
        seen = all_observed(dataset, indicator.id, points)
        return plan_spread(request, dataset, seen, chart_id=chart_id, lead=lead, zero=starts_at_zero(indicator))
    selection = choose_lines(request, dataset, points)
    return _chart(request, dataset, chart_id, selection, lead=lead) if selection else None


def _chart(request: ChartRequest, dataset: Dataset, chart_id: str, selection: Selection, *, lead: bool) -> Chart:
    indicator, own = dataset.indicator(request.indicator), request.country
    drawn, years = selection.drawn, selection.years
    events = within(request.events, years)
    source, licence = attribution(dataset, indicator.id, list(drawn))
    return Chart(
        id=chart_id,
        kind="trend",
        indicator=indicator.id,
        title=request.title or indicator.title,
        subtitle=subtitle(indicator, span_text(dataset, indicator.id, drawn), titled=bool(request.title)),
        description=_description(dataset, request, drawn),
        drawings=_drawings(dataset, request, selection, lead=lead),
        table=trend_table(dataset, indicator, selection.candidates, own),
        source=source,
        license=licence,
        figures=(DrawnData(indicator=indicator.id, countries=tuple(drawn), first=years[0], last=years[-1]),),
        note=trend_note(dataset, request, selection, events_note(events)),
    )


def _marks(dataset: Dataset, request: ChartRequest, years: list[int]) -> tuple[TimeMark, ...]:
    """Return the breaks of the country's series, and the news on it."""
    breaks = dataset.breaks(request.indicator, request.country) if request.country else ()
    shown = [year for year in breaks if years[0] <= year <= years[-1]]
    return time_marks(shown, within(request.events, years), years)


def _drawings(dataset: Dataset, request: ChartRequest, selection: Selection, *, lead: bool) -> tuple[Drawing, ...]:
    own, drawn = request.country, selection.drawn
    seen = all_observed(dataset, request.indicator, drawn)
    named = named_lines(dataset, request, drawn)
    lines = [
        Line(
            name=dataset.countries[code].name if code in named else "",
            points=seen[code],
            own=code == own,
            series=dataset.countries[code].name,
            ahead=forecast_runs(dataset, request.indicator, code, points),
            intervals=intervals_of(dataset, request.indicator, code, points) if code == own else (),
        )
        for code, points in drawn.items()
    ]
    sizes = ((NARROW, TREND_HEIGHT), (WIDE, WIDE_HEIGHT)) if lead else ((NARROW, TREND_HEIGHT),)
    indicator = dataset.indicator(request.indicator)
    zero = starts_at_zero(indicator)
    moments = _marks(dataset, request, selection.years)
    return tuple(
        Drawing(
            spec=draw_trend(
                lines, selection.median, width=w, height=h, zero=zero, moments=moments, frequency=indicator.frequency
            ),
            width=w,
            height=h,
        )
        for w, h in sizes
    )


def intervals_of(
    dataset: Dataset, indicator: str, country: str, points: Points
) -> tuple[tuple[int, float, float], ...]:
    """Return the years drawn whose figure has an interval, with its ends."""
    years = {year for year, _value in points}
    found = dataset.intervals(indicator, country)
    return tuple((year, float(lower), float(upper)) for year, lower, upper in found if year in years)


def _description(dataset: Dataset, request: ChartRequest, shown: PointsByCountry) -> str:
    indicator, own = dataset.indicator(request.indicator), request.country
    seen = all_observed(dataset, indicator.id, shown)
    if not own:
        exact = {code: _exact(dataset, indicator.id, code, points[-1:]) for code, points in seen.items()}
        ends = [NamedSeries(name=dataset.countries[code].name, points=points) for code, points in exact.items()]
        return describe_lines(indicator, ends)
    last = seen[own][-1][0]
    others = {code: tuple(p for p in points if p[0] == last) for code, points in seen.items() if code != own}
    courses = [_course(dataset, request, code, points) for code, points in others.items()]
    course = describe_course(indicator, _course(dataset, request, own, seen[own]), courses)
    later = forecasts_of(dataset, indicator.id, own, shown[own])
    return describe_forecast(indicator, course, _course(dataset, request, own, later)) if later else course


def _course(dataset: Dataset, request: ChartRequest, country: str, points: Points) -> NamedSeries:
    """Return the exact figures of the points under the country's name within a sentence."""
    exact = _exact(dataset, request.indicator, country, points)
    return NamedSeries(name=dataset.countries[country].with_article, points=exact)


def _exact(dataset: Dataset, indicator: str, country: str, points: Points) -> tuple[tuple[int, Decimal], ...]:
    if len(points) == 1:  # of peers nothing but the last figure is told
        found = dataset.observation(indicator, country, points[0][0])
        return ((found.year, found.decimal),) if found and found.decimal is not None else ()
    years = {year for year, _value in points}
    return tuple(each for each in dataset.exact(indicator, country) if each[0] in years) if years else ()
