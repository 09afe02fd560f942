"""A slope: how two years differ, one country against its peers."""

from collections.abc import Sequence

from generator.charts.chart import Chart, Drawing, Table, TableRow
from generator.charts.describe import amount, describe_slope, list_names, subtitle
from generator.charts.request import ChartRequest
from generator.charts.scale import OUT_OF_SCALE
from generator.charts.slope.draw import SlopeLine, draw_slope, slope_height
from generator.charts.statuses import status_note
from generator.charts.table import attribution, drawn_data
from generator.charts.theme import NARROW
from generator.data.catalog import Indicator
from generator.data.columns import is_figure
from generator.data.dataset import Dataset
from generator.data.observations import Observation
from generator.messages import gettext as _
from generator.messages import ngettext

START = 2000
"""The first year, if none is asked for and the country has a figure then."""

LEAST_SPAN = 2

Ends = tuple[Observation, Observation]


def plan_slope(request: ChartRequest, dataset: Dataset, *, chart_id: str, peers: tuple[str, ...]) -> Chart | None:
    """Return the slope, or None if a year is missing, comparing is wrong, or one flat line stood alone."""
    indicator = dataset.indicator(request.indicator)
    years = _years(request, dataset)
    if years is None or not indicator.comparable:
        return None
    codes = tuple(dict.fromkeys((request.country, *peers)))
    found = {code: ends for code in codes if (ends := _ends(dataset, indicator.id, code, years))}
    if request.country not in found:
        return None
    shown = {code: ends for code, ends in found.items() if request.compare or _on_scale(ends, found[request.country])}
    if len(shown) == 1 and _still(found[request.country]):
        return None
    return _chart(request, dataset, chart_id, years, shown, [code for code in codes if code not in shown])


def _years(request: ChartRequest, dataset: Dataset) -> tuple[int, int] | None:
    """Return the years asked for, or the country's first from 2000 on and its latest."""
    known = [o.year for o in dataset.series(request.indicator, request.country).observations if is_figure(o)]
    if len(request.years) > 1:
        return request.years[0], request.years[-1]
    later = [year for year in known if year >= START]
    return (later[0], later[-1]) if later and later[-1] - later[0] >= LEAST_SPAN else None


def _ends(dataset: Dataset, indicator: str, code: str, years: tuple[int, int]) -> Ends | None:
    first, last = (dataset.observation(indicator, code, year) for year in years)
    return (first, last) if first and last and is_figure(first) and is_figure(last) else None


def _still(ends: Ends) -> bool:
    return ends[0].value == ends[1].value


def _on_scale(ends: Ends, own: Ends) -> bool:
    return max(abs(o.value or 0.0) for o in ends) <= OUT_OF_SCALE * max(abs(o.value or 0.0) for o in own)


def _chart(
    request: ChartRequest,
    dataset: Dataset,
    chart_id: str,
    years: tuple[int, int],
    shown: dict[str, Ends],
    left_out: Sequence[str],
) -> Chart:
    indicator = dataset.indicator(request.indicator)
    described = [(dataset.countries[code].with_article, _texts(indicator, ends)) for code, ends in shown.items()]
    pairs = [_pair(dataset, indicator, code, ends, own=code == request.country) for code, ends in shown.items()]
    source, licence = attribution(dataset, indicator.id, list(shown))
    drawing = Drawing(spec=draw_slope(pairs, years, width=NARROW), width=NARROW, height=slope_height(pairs, NARROW))
    return Chart(
        id=chart_id,
        kind="slope",
        indicator=indicator.id,
        title=request.title or indicator.title,
        subtitle=subtitle(
            indicator, _("{first} and {last}").format(first=years[0], last=years[1]), titled=bool(request.title)
        ),
        description=describe_slope(indicator.title, years, described, pairs[0].values),
        drawings=(drawing,),
        table=_table(indicator, years, pairs),
        source=source,
        license=licence,
        figures=drawn_data(o for ends in shown.values() for o in ends),
        note=_note(dataset, left_out, [o for ends in shown.values() for o in ends]),
    )


def _pair(dataset: Dataset, indicator: Indicator, code: str, ends: Ends, *, own: bool) -> SlopeLine:
    first, last = ends
    return SlopeLine(
        name=dataset.countries[code].name,
        values=(first.value or 0.0, last.value or 0.0),
        texts=_texts(indicator, ends),
        own=own,
    )


def _texts(indicator: Indicator, ends: Ends) -> tuple[str, str]:
    first, last = ends
    return _text(indicator, first), _text(indicator, last)


def _text(indicator: Indicator, observation: Observation) -> str:
    return amount(indicator, observation.decimal, "label") if observation.decimal is not None else ".."


def _note(dataset: Dataset, left_out: Sequence[str], drawn: Sequence[Observation]) -> str:
    names = list_names(dataset, left_out)
    text = ngettext(
        "{names} has no figure for both years or is out of scale.",
        "{names} have no figure for both years or are out of scale.",
        len(left_out),
    )
    return " ".join(filter(None, (text.format(names=names) if names else "", status_note(dataset, drawn))))


def _table(indicator: Indicator, years: tuple[int, int], pairs: Sequence[SlopeLine]) -> Table:
    return Table(
        caption=subtitle(indicator, "", titled=True),
        columns=(_("Country"), *(str(year) for year in years)),
        rows=tuple(TableRow(header=p.name, cells=p.texts, highlight=p.own) for p in pairs),
    )
