"""A trend: one country against its peers, or all countries with the largest named."""

from collections.abc import Sequence

from generator.charts.chart import Chart, Drawing
from generator.charts.describe import Course, describe_course, describe_lines, subtitle
from generator.charts.lines import Line, draw_trend
from generator.charts.tables import attribution, trend_table
from generator.charts.theme import NARROW, TREND_HEIGHT, WIDE, WIDE_HEIGHT
from generator.content.profile import ChartRequest
from generator.data.catalog import Indicator, UnitKind
from generator.data.dataset import COVERAGE, Dataset
from generator.data.observations import Series
from generator.formatting import format_list
from generator.messages import gettext as _
from generator.messages import ngettext

NAMED = 5
"""Lines named where no country is highlighted."""

LEAST_POINTS = 2
OUT_OF_SCALE = 6.0
"""A peer that is so many times larger than the country of the page would flatten its line."""


def plan_trend(
    request: ChartRequest, dataset: Dataset, *, chart_id: str, peers: tuple[str, ...], lead: bool
) -> Chart | None:
    """Return the trend, or None where it would show fewer than two points."""
    indicator = dataset.indicator(request.indicator)
    codes = dict.fromkeys((request.country, *peers) if request.country else peers)
    found = [series for code in codes if (series := _series(dataset, request, code)).observations]
    own = next((s for s in found if s.country == request.country), None)
    if not _enough(found, own, request):
        return None
    shown = found if own is None or request.compare or not _from_zero(indicator) else _on_scale(found, own)
    median = _median(dataset, indicator, shown)
    source, licence = attribution(dataset, indicator.id, [s.country for s in shown])
    years = sorted({o.year for s in shown for o in s.observations})
    return Chart(
        id=chart_id,
        kind="trend",
        indicator=indicator.id,
        title=request.title or indicator.title,
        subtitle=subtitle(indicator, f"{years[0]}–{years[-1]}", titled=bool(request.title)),
        description=_description(dataset, indicator, shown, own),
        drawings=_drawings(dataset, indicator, shown, own, median, lead=lead),
        table=trend_table(dataset, indicator, found, request.country),
        source=source,
        license=licence,
        note=_note(dataset, shown, [s for s in found if s not in shown], median=bool(median)),
    )


def _series(dataset: Dataset, request: ChartRequest, country: str) -> Series:
    first, last = (request.years[0], request.years[-1]) if len(request.years) > 1 else (0, 9999)
    held = dataset.series(request.indicator, country).observations
    kept = tuple(o for o in held if o.text and first <= o.year <= last)
    return Series(indicator=request.indicator, country=country, observations=kept)


def _enough(found: Sequence[Series], own: Series | None, request: ChartRequest) -> bool:
    if request.country:
        return own is not None and len(own.observations) >= LEAST_POINTS
    return any(len(s.observations) >= LEAST_POINTS for s in found)


def _from_zero(indicator: Indicator) -> bool:
    """Whether lengths on the scale are amounts, so that it begins at zero."""
    amounts = {UnitKind.COUNT, UnitKind.CURRENCY, UnitKind.SHARE}
    return indicator.unit.kind in amounts or (indicator.minimum == 0 and indicator.unit.kind is not UnitKind.YEARS)


def _highest(series: Series) -> float:
    return max(o.value or 0.0 for o in series.observations)


def _on_scale(found: Sequence[Series], own: Series) -> list[Series]:
    """Return the series that leave the own one readable."""
    return [s for s in found if _highest(s) <= OUT_OF_SCALE * _highest(own) or s is own]


def _median(dataset: Dataset, indicator: Indicator, shown: Sequence[Series]) -> list[tuple[int, float]]:
    """Return the median of all profiled countries by year; none where values must not be compared."""
    if not indicator.comparable or indicator.unit.kind is UnitKind.COUNT:
        return []
    years = sorted({o.year for s in shown for o in s.observations})
    coverage = dataset.coverage(indicator.id)
    enough = COVERAGE * max(coverage.values(), default=0)
    found = ((year, dataset.median(indicator.id, year)) for year in years if coverage.get(year, 0) >= enough)
    held = [(year, value) for year, value in found if value is not None]
    return held if len(held) >= LEAST_POINTS else []


def _drawings(
    dataset: Dataset,
    indicator: Indicator,
    shown: Sequence[Series],
    own: Series | None,
    median: list[tuple[int, float]],
    *,
    lead: bool,
) -> tuple[Drawing, ...]:
    largest = sorted(shown, key=lambda s: -(s.observations[-1].value or 0.0))[:NAMED]
    named = shown if own else largest
    lines = [
        Line(name=dataset.countries[s.country].name if s in named else "", points=_points(s), own=s is own)
        for s in shown
    ]
    sizes = ((NARROW, TREND_HEIGHT), (WIDE, WIDE_HEIGHT)) if lead else ((NARROW, TREND_HEIGHT),)
    zero = _from_zero(indicator)
    return tuple(
        Drawing(spec=draw_trend(lines, median, width=w, height=h, zero=zero), width=w, height=h) for w, h in sizes
    )


def _points(series: Series) -> list[tuple[int, float]]:
    return [(o.year, o.value) for o in series.observations if o.value is not None]


def _description(dataset: Dataset, indicator: Indicator, shown: Sequence[Series], own: Series | None) -> str:
    courses = {s.country: _course(dataset, s) for s in shown}
    if own is None:
        return describe_lines(indicator, list(courses.values()))
    return describe_course(indicator, courses.pop(own.country), list(courses.values()))


def _course(dataset: Dataset, series: Series) -> Course:
    points = tuple((o.year, o.decimal) for o in series.observations if o.decimal is not None)
    return Course(name=dataset.countries[series.country].name, points=points)


def _note(dataset: Dataset, shown: Sequence[Series], left_out: Sequence[Series], *, median: bool) -> str:
    breaks = [f"{dataset.countries[s.country].name} {o.year}" for s in shown for o in s.observations if o.status == "B"]
    names = tuple(dataset.countries[s.country].name for s in left_out)
    outside = ngettext("{names} is out of scale.", "{names} are out of scale.", len(names))
    texts = (
        _("Dotted: the median of the countries profiled here.") if median else "",
        outside.format(names=format_list(names)) if names else "",
        _("The series breaks: {places}.").format(places=", ".join(breaks)) if breaks else "",
    )
    return " ".join(text for text in texts if text)
