"""A trend: one country against its peers, or all countries with the largest named."""

from collections.abc import Mapping, Sequence

from generator.charts.chart import Chart, Drawing, DrawnData
from generator.charts.describe import NamedSeries, describe_course, describe_lines, subtitle
from generator.charts.request import ChartRequest
from generator.charts.scale import OUT_OF_SCALE
from generator.charts.table import attribution, trend_table
from generator.charts.theme import NARROW, TREND_HEIGHT, WIDE, WIDE_HEIGHT
from generator.charts.trend.draw import Line, draw_trend
from generator.charts.trend.marks import TimeMark, events_note, time_marks, within
from generator.charts.trend.note import trend_note
from generator.charts.trend.percentiles import plan_spread
from generator.data.catalog import Indicator, UnitKind
from generator.data.dataset import COVERAGE, Dataset
from generator.data.observations import Points

NAMED = 5
"""Lines named where no country is highlighted."""

Shown = Mapping[str, Points]
"""Points by country, each with at least one."""

THICKET = 20
"""More lines than this become percentiles, or the largest alone if figures are totals."""

LEAST_POINTS = 2


def plan_trend(
    request: ChartRequest, dataset: Dataset, *, chart_id: str, peers: tuple[str, ...], lead: bool, alone: bool = False
) -> Chart | None:
    """Return the trend, or None where it would show fewer than two points."""
    indicator = dataset.indicator(request.indicator)
    codes = dict.fromkeys((request.country, *peers) if request.country else peers)
    found = {code: points for code in codes if (points := _points(dataset, request, code))}
    own = request.country
    if not _enough(found, own):
        return None
    if not own and len(found) > THICKET:
        if indicator.comparable and indicator.unit.kind is not UnitKind.COUNT:
            return plan_spread(request, dataset, found, chart_id=chart_id, lead=lead, zero=starts_at_zero(indicator))
        return plan_trend(request, dataset, chart_id=chart_id, peers=tuple(_largest(found)), lead=lead, alone=True)
    shown = found if not own or request.compare or not _around_zero(indicator) else _on_scale(found, own)
    middle = _median(dataset, indicator, shown)
    median = middle if shown is found else _in_scale(middle, found[own])
    source, licence = attribution(dataset, indicator.id, list(shown))
    years = _years(shown)
    events = within(request.events, years)
    breaks = [year for year in dataset.breaks(indicator.id, own) if years[0] <= year <= years[-1]] if own else []
    moments = time_marks(breaks, events, years)
    return Chart(
        id=chart_id,
        kind="trend",
        indicator=indicator.id,
        title=request.title or indicator.title,
        subtitle=subtitle(indicator, f"{years[0]}–{years[-1]}", titled=bool(request.title)),
        description=_description(dataset, request, shown),
        drawings=_drawings(dataset, indicator, shown, own, median, lead=lead, moments=moments),
        table=trend_table(dataset, indicator, found, own),
        source=source,
        license=licence,
        figures=(DrawnData(indicator=indicator.id, countries=tuple(shown), first=years[0], last=years[-1]),),
        note=trend_note(
            dataset,
            request,
            shown,
            [code for code in found if code not in shown],
            median=bool(median),
            alone=alone,
            events=events_note(events),
        ),
    )


def _points(dataset: Dataset, request: ChartRequest, country: str) -> Points:
    points = dataset.points(request.indicator, country)
    if len(request.years) <= 1:
        return points
    return tuple(point for point in points if request.years[0] <= point[0] <= request.years[-1])


def _years(shown: Shown) -> list[int]:
    return sorted({year for points in shown.values() for year, _value in points})


def _enough(found: Shown, own: str) -> bool:
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


def _largest(shown: Shown) -> list[str]:
    """Return the countries with the largest latest figures."""
    return sorted(shown, key=lambda code: (-shown[code][-1][1], code))[:NAMED]


def _on_scale(found: Shown, own: str) -> Shown:
    """Return the series on whose scale the country's own remains readable."""
    most = OUT_OF_SCALE * _farthest(found[own])
    return {code: points for code, points in found.items() if code == own or _farthest(points) <= most}


def _in_scale(median: Points, own: Points) -> Points:
    """Return the median, or nothing if it would flatten the country's own line."""
    return median if median and _farthest(median) <= OUT_OF_SCALE * _farthest(own) else ()


def _median(dataset: Dataset, indicator: Indicator, shown: Shown) -> Points:
    """Return the median of all profiled countries by year; none where values must not be compared."""
    if not indicator.comparable or indicator.unit.kind is UnitKind.COUNT:
        return ()
    years = _years(shown)
    coverage = dataset.coverage(indicator.id)
    enough = COVERAGE * max(coverage.values(), default=0)
    found = ((year, dataset.median(indicator.id, year)) for year in years if coverage.get(year, 0) >= enough)
    held = tuple((year, value) for year, value in found if value is not None)
    return held if len(held) >= LEAST_POINTS else ()


def _drawings(
    dataset: Dataset,
    indicator: Indicator,
    shown: Shown,
    own: str,
    median: Points,
    *,
    lead: bool,
    moments: Sequence[TimeMark],
) -> tuple[Drawing, ...]:
    named = shown if own else _largest(shown)
    lines = [
        Line(
            name=dataset.countries[code].name if code in named else "",
            points=points,
            own=code == own,
            series=dataset.countries[code].name,
        )
        for code, points in shown.items()
    ]
    sizes = ((NARROW, TREND_HEIGHT), (WIDE, WIDE_HEIGHT)) if lead else ((NARROW, TREND_HEIGHT),)
    zero = starts_at_zero(indicator)
    return tuple(
        Drawing(spec=draw_trend(lines, median, width=w, height=h, zero=zero, moments=moments), width=w, height=h)
        for w, h in sizes
    )


def _description(dataset: Dataset, request: ChartRequest, shown: Shown) -> str:
    indicator, own = dataset.indicator(request.indicator), request.country
    if not own:
        ends = [_course(dataset, request, country, points[-1:]) for country, points in shown.items()]
        return describe_lines(indicator, ends)
    last = shown[own][-1][0]
    others = {code: tuple(p for p in points if p[0] == last) for code, points in shown.items() if code != own}
    courses = [_course(dataset, request, code, points) for code, points in others.items()]
    return describe_course(indicator, _course(dataset, request, own, shown[own]), courses)


def _course(dataset: Dataset, request: ChartRequest, country: str, points: Points) -> NamedSeries:
    """Return the exact figures of the points."""
    held = ((year, dataset.observation(request.indicator, country, year)) for year, _value in points)
    exact = tuple((year, o.decimal) for year, o in held if o and o.decimal is not None)
    return NamedSeries(name=dataset.countries[country].with_article, points=exact)
