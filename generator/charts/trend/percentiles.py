"""The spread of all countries' figures over the years: percentiles instead of a line for each."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from statistics import quantiles

from generator.charts.chart import Chart, Drawing, DrawnData, Table, TableRow
from generator.charts.describe import NamedSeries, amount, describe_course, subtitle
from generator.charts.request import ChartRequest
from generator.charts.table import attribution, even_years
from generator.charts.theme import NARROW, TREND_HEIGHT, WIDE, WIDE_HEIGHT
from generator.charts.trend.draw import Line, draw_trend
from generator.data.catalog import Indicator
from generator.data.dataset import COVERAGE, Dataset
from generator.formatting import as_written
from generator.messages import gettext as _

TWENTIETHS = 20
PERCENTILES = ((17, _("90th percentile")), (14, _("75th")), (9, _("Median")), (4, _("25th")), (1, _("10th percentile")))
"""Positions among the cut points of twentieths, and the names of their lines."""

MEDIAN = 9
LEAST_YEARS = 2

Points = tuple[tuple[int, float], ...]
Lines = Sequence[tuple[str, Points, bool]]
"""Name, points by year, and whether it is the median."""


def plan_spread(
    request: ChartRequest, dataset: Dataset, found: Mapping[str, Points], *, chart_id: str, lead: bool, zero: bool
) -> Chart | None:
    """Return the percentiles by year, or None if fewer than two years are well covered."""
    indicator = dataset.indicator(request.indicator)
    cuts = _cuts(found)
    if len(cuts) < LEAST_YEARS:
        return None
    lines = [(name, tuple((y, c[at]) for y, c in cuts.items()), at == MEDIAN) for at, name in PERCENTILES]
    source, licence = attribution(dataset, indicator.id, list(found))
    return Chart(
        id=chart_id,
        kind="trend",
        indicator=indicator.id,
        title=request.title or indicator.title,
        subtitle=subtitle(indicator, f"{min(cuts)}–{max(cuts)}", titled=bool(request.title)),
        description=_description(indicator, lines),
        drawings=_drawings(lines, lead=lead, zero=zero, frequency=indicator.frequency),
        table=_table(indicator, lines),
        source=source,
        license=licence,
        figures=(DrawnData(indicator=indicator.id, countries=tuple(found), first=min(cuts), last=max(cuts)),),
        note=_(
            "Each year’s figures of all countries profiled here: half of the countries lie between the 25th and the "
            "75th percentile, eight in ten between the 10th and the 90th. Only years with nearly full coverage are drawn."
        ),
    )


def _cuts(found: Mapping[str, Points]) -> dict[int, list[float]]:
    """Return the cut points of each year that at least four fifths of the best year's countries report.

    Percentiles interpolate between neighbours, lowest and highest figure included (Hyndman and Fan's type 7).
    """
    years: dict[int, list[float]] = {}
    for points in found.values():
        for year, value in points:
            years.setdefault(year, []).append(value)
    enough = COVERAGE * max(map(len, years.values()), default=0)
    return {y: quantiles(years[y], n=TWENTIETHS, method="inclusive") for y in sorted(years) if len(years[y]) >= enough}


def _drawings(lines: Lines, *, lead: bool, zero: bool, frequency: int) -> tuple[Drawing, ...]:
    drawn = [Line(name=name, points=points, own=median) for name, points, median in lines]
    sizes = ((NARROW, TREND_HEIGHT), (WIDE, WIDE_HEIGHT)) if lead else ((NARROW, TREND_HEIGHT),)
    return tuple(
        Drawing(spec=draw_trend(drawn, (), width=w, height=h, zero=zero, frequency=frequency), width=w, height=h)
        for w, h in sizes
    )


def _course(indicator: Indicator, name: str, points: Points) -> NamedSeries:
    return NamedSeries(name=name, points=tuple((y, _rounded(indicator, v)) for y, v in points))


def _rounded(indicator: Indicator, value: float) -> Decimal:
    return as_written(Decimal(repr(value)), indicator.decimals)


def _description(indicator: Indicator, lines: Lines) -> str:
    median = next(_course(indicator, name, points) for name, points, own in lines if own)
    return describe_course(indicator, median, [_course(indicator, n, p[-1:]) for n, p, own in lines if not own])


def _table(indicator: Indicator, lines: Lines) -> Table:
    columns = even_years(year for year, _value in lines[0][1])
    rows = tuple(
        TableRow(
            header=name,
            cells=tuple(amount(indicator, _rounded(indicator, dict(points)[year]), "table") for year in columns),
            highlight=own,
        )
        for name, points, own in lines
    )
    return Table(caption=subtitle(indicator, "", titled=True), columns=(_("Percentile"), *map(str, columns)), rows=rows)
