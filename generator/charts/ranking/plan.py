"""A ranking as bars: one country among its peers."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.charts.chart import Chart, Drawing, Table, TableRow
from generator.charts.describe import amount, describe_bars, list_names, subtitle
from generator.charts.ranking.draw import ROW, RankingBar, draw_ranking
from generator.charts.request import ChartRequest
from generator.charts.statuses import status_note
from generator.charts.table import attribution, drawn_data
from generator.charts.theme import NARROW
from generator.data.catalog import Indicator
from generator.data.dataset import Dataset
from generator.data.observations import Observation
from generator.messages import gettext as _

LEAST_BARS = 2

Found = Mapping[str, Observation | None]
"""The figure of each country asked for, None where it has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Bars:
    """The bars of one year, largest first, countries without a value last."""

    year: int
    rows: tuple[RankingBar, ...]
    has_earlier_years: bool
    """Whether a value is from an earlier year, within the catalog's window."""


def plan_ranking(request: ChartRequest, dataset: Dataset, *, chart_id: str, peers: tuple[str, ...]) -> Chart | None:
    """Return the bars, or None where values must not be compared or too few are known."""
    indicator = dataset.indicator(request.indicator)
    year = request.years[-1] if request.years else dataset.ranking_year(indicator.id)
    codes = tuple(dict.fromkeys((request.country, *peers) if request.country else peers))
    if year is None or not indicator.comparable:
        return None
    found = {code: dataset.within_window(indicator.id, code, year) for code in codes}
    if (request.country and not found[request.country]) or sum(map(bool, found.values())) < LEAST_BARS:
        return None
    return _chart(request, dataset, chart_id, found, year)


def _chart(request: ChartRequest, dataset: Dataset, chart_id: str, found: Found, year: int) -> Chart:
    indicator = dataset.indicator(request.indicator)
    bars = _bars(dataset, indicator, found, year, request.country)
    source, licence = attribution(dataset, indicator.id, [code for code, figure in found.items() if figure])
    drawing = Drawing(spec=draw_ranking(bars.rows, width=NARROW), width=NARROW, height=len(bars.rows) * ROW)
    return Chart(
        id=chart_id,
        kind="ranking",
        indicator=indicator.id,
        title=request.title or indicator.title,
        subtitle=subtitle(indicator, str(bars.year), titled=bool(request.title)),
        description=_description(bars),
        drawings=(drawing,),
        table=_table(indicator, bars),
        source=source,
        license=licence,
        figures=drawn_data(found.values()),
        note=_note(dataset, request, bars, found),
    )


def _note(dataset: Dataset, request: ChartRequest, bars: _Bars, found: Found) -> str:
    peers = _("{name} and its peers alone.").format(name=list_names(dataset, (request.country,)))
    earlier = _("Where {year} has no figure, an earlier year stands behind the value.").format(year=bars.year)
    shown = peers if _are_peers_alone(dataset, request, bars.year, found) else ""
    texts = (shown, earlier if bars.has_earlier_years else "", status_note(dataset, found.values()))
    return " ".join(filter(None, texts))


def _are_peers_alone(dataset: Dataset, request: ChartRequest, year: int, found: Found) -> bool:
    """Whether a figure of a country that no author left out is missing: readers expect all."""
    if request.compare or request.country not in dataset.profiles:
        return False
    others = (code for code in dataset.profiles if code not in found)
    return any(dataset.within_window(request.indicator, code, year) for code in others)


def _bars(dataset: Dataset, indicator: Indicator, found: Found, year: int, own: str) -> _Bars:
    rows = [
        RankingBar(
            name=dataset.countries[code].name,
            value=o.value if o else None,
            text=_text(indicator, o, year, "label"),
            own=code == own,
        )
        for code, o in found.items()
    ]
    rows.sort(key=lambda r: (r.value is None, -(r.value or 0.0), r.name))
    return _Bars(year=year, rows=tuple(rows), has_earlier_years=any(o and o.year != year for o in found.values()))


def _text(indicator: Indicator, observation: Observation | None, year: int, style: str) -> str:
    if observation is None or observation.decimal is None:
        return _("no data")
    text = amount(indicator, observation.decimal, style)
    return text if observation.year == year else f"{text} ({observation.year})"


def _description(bars: _Bars) -> str:
    own = next((row.name for row in bars.rows if row.own), "")
    valued = [(row.name, row.text) for row in bars.rows if row.value is not None]
    return describe_bars(bars.year, valued, own, [row.name for row in bars.rows if row.value is None])


def _table(indicator: Indicator, bars: _Bars) -> Table:
    return Table(
        caption=subtitle(indicator, "", titled=True),
        columns=(_("Country"), str(bars.year)),
        rows=tuple(TableRow(header=row.name, cells=(row.text,), highlight=row.own) for row in bars.rows),
    )
