"""What a chart shows: countries, years, words; or that there is nothing to show."""

from collections.abc import Sequence

from generator.charts.bars import BarRow, draw_ranking
from generator.charts.chart import Chart, Drawing, Table, TableRow
from generator.charts.describe import amount, attribution, describe_series, subtitle, trend_table
from generator.charts.lines import Line, draw_trend
from generator.charts.theme import NARROW, WIDE
from generator.content.profile import ChartRequest
from generator.data.catalog import Indicator, UnitKind
from generator.data.dataset import Dataset
from generator.data.observations import Observation, Series
from generator.data.peers import peers_of
from generator.messages import gettext as _

KINDS = ("trend", "ranking")
PEERS, NAMED = 5, 5
HEIGHT, WIDE_HEIGHT, LEAST_POINTS = 230, 300, 2


def plan_chart(request: ChartRequest, dataset: Dataset, *, chart_id: str, lead: bool = False) -> Chart | None:
    """Return the chart of a request, or None where there is not enough data or values must not be compared."""
    peers = request.compare or _peers(dataset, request.country)
    if request.kind == "ranking":
        return _ranking(request, dataset, chart_id, peers)
    return _trend(request, dataset, chart_id, peers, lead=lead)


def _peers(dataset: Dataset, country: str) -> tuple[str, ...]:
    return tuple(code for code, _reason in peers_of(dataset, country))[:PEERS] if country else dataset.profiles


def _trend(
    request: ChartRequest, dataset: Dataset, chart_id: str, peers: tuple[str, ...], *, lead: bool
) -> Chart | None:
    indicator = dataset.indicator(request.indicator)
    codes = tuple(dict.fromkeys((request.country, *peers) if request.country else peers))
    shown = [series for code in codes if (series := _series(dataset, request, code)).observations]
    own = next((s for s in shown if s.country == request.country), None)
    if (request.country and (own is None or len(own.observations) < LEAST_POINTS)) or not _long_enough(shown):
        return None
    lines = _lines(dataset, shown, request.country)
    median = _median(dataset, indicator, shown)
    zero = indicator.unit.kind in {UnitKind.COUNT, UnitKind.CURRENCY, UnitKind.SHARE} or indicator.minimum == 0
    zero = zero and indicator.unit.kind is not UnitKind.YEARS
    sizes = ((NARROW, HEIGHT), (WIDE, WIDE_HEIGHT)) if lead else ((NARROW, HEIGHT),)
    drawings = tuple(
        Drawing(spec=draw_trend(lines, median, width=w, height=h, zero=zero), width=w, height=h) for w, h in sizes
    )
    years = sorted({o.year for s in shown for o in s.observations})
    source, licence = attribution(dataset, indicator.id, [s.country for s in shown])
    return Chart(
        id=chart_id,
        kind="trend",
        indicator=indicator.id,
        title=request.title or indicator.title,
        subtitle=subtitle(indicator, f"{years[0]}–{years[-1]}"),
        description=_description(dataset, indicator, shown, own),
        drawings=drawings,
        table=trend_table(dataset, indicator, shown, request.country),
        source=source,
        license=licence,
        note=_("Dotted: the median of the countries profiled here.") if median else "",
    )


def _series(dataset: Dataset, request: ChartRequest, country: str) -> Series:
    first, last = request.years if len(request.years) == 2 else (0, 9999)  # noqa: PLR2004 - from and to
    held = dataset.series(request.indicator, country).observations
    kept = tuple(o for o in held if o.text and first <= o.year <= last)
    return Series(indicator=request.indicator, country=country, observations=kept)


def _long_enough(shown: Sequence[Series]) -> bool:
    return any(len(s.observations) >= LEAST_POINTS for s in shown)


def _points(series: Series) -> list[tuple[int, float]]:
    return [(o.year, o.value) for o in series.observations if o.value is not None]


def _lines(dataset: Dataset, shown: Sequence[Series], country: str) -> list[Line]:
    """Return the lines of a trend; without a country of the page the largest at the end are named."""
    largest = sorted(shown, key=lambda s: -(s.observations[-1].value or 0.0))[:NAMED]
    named = {s.country for s in shown} if country else {s.country for s in largest}
    return [
        Line(
            name=dataset.countries[s.country].name if s.country in named else "",
            points=_points(s),
            own=s.country == country,
        )
        for s in shown
    ]


def _median(dataset: Dataset, indicator: Indicator, shown: Sequence[Series]) -> list[tuple[int, float]]:
    """Return the median of all profiled countries by year; none where values must not be compared."""
    if not indicator.comparable or indicator.unit.kind is UnitKind.COUNT:
        return []
    years = sorted({o.year for s in shown for o in s.observations})
    coverage = dataset.coverage(indicator.id)
    enough = 0.8 * max(coverage.values(), default=0)
    found = ((year, dataset.median(indicator.id, year)) for year in years if coverage.get(year, 0) >= enough)
    return [(year, value) for year, value in found if value is not None]


def _description(dataset: Dataset, indicator: Indicator, shown: Sequence[Series], own: Series | None) -> str:
    if own is None:
        highest = max(shown, key=lambda s: s.observations[-1].value or 0.0)
        return _("Lines of {count} countries. ").format(count=len(shown)) + describe_series(dataset, indicator, highest)
    others = [dataset.countries[s.country].name for s in shown if s is not own]
    compared = _("Compared with {names}.").format(names=", ".join(others)) if others else ""
    return f"{describe_series(dataset, indicator, own)} {compared}".strip()


def _ranking(request: ChartRequest, dataset: Dataset, chart_id: str, peers: tuple[str, ...]) -> Chart | None:
    indicator = dataset.indicator(request.indicator)
    year = request.years[-1] if request.years else dataset.ranking_year(indicator.id)
    if year is None or not indicator.comparable:
        return None
    codes = tuple(dict.fromkeys((request.country, *peers) if request.country else peers))
    found = {code: dataset.observation(indicator.id, code, year) for code in codes}
    if (request.country and not _has(found.get(request.country))) or sum(map(_has, found.values())) < LEAST_POINTS:
        return None
    rows = _bar_rows(dataset, indicator, found, request.country)
    source, licence = attribution(dataset, indicator.id, codes)
    height = len(rows) * 24
    return Chart(
        id=chart_id,
        kind="ranking",
        indicator=indicator.id,
        title=request.title or indicator.title,
        subtitle=subtitle(indicator, str(year)),
        description="; ".join(f"{row.name}: {row.text}" for row in rows) + ".",
        drawings=(Drawing(spec=draw_ranking(rows, width=NARROW), width=NARROW, height=height),),
        table=Table(
            caption=subtitle(indicator, ""),
            columns=(_("Country"), str(year)),
            rows=tuple(TableRow(header=r.name, cells=(r.text,), highlight=r.own) for r in rows),
        ),
        source=source,
        license=licence,
    )


def _has(observation: Observation | None) -> bool:
    return observation is not None and observation.decimal is not None


def _bar_rows(dataset: Dataset, indicator: Indicator, found: dict[str, Observation | None], own: str) -> list[BarRow]:
    """Return the bars, largest first, then by name; countries without a value at the end."""
    rows = [
        BarRow(
            name=dataset.countries[code].name,
            value=o.value if o else None,
            text=amount(indicator, o.decimal, "table") if o and o.decimal is not None else _("no data"),
            own=code == own,
        )
        for code, o in found.items()
    ]
    return sorted(rows, key=lambda r: (r.value is None, -(r.value or 0.0), r.name))
