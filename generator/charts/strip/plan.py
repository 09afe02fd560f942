"""A strip: the position of one country among all profiled ones."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from decimal import Decimal
from statistics import median

from generator.charts.chart import Chart, Drawing, DrawnData, Table, TableRow
from generator.charts.describe import amount, describe_strip, subtitle
from generator.charts.request import ChartRequest
from generator.charts.room import shorten
from generator.charts.statuses import status_note
from generator.charts.strip.draw import HEIGHT, StripData, draw_strip, labels_fit
from generator.charts.table import attribution, drawn_data
from generator.charts.theme import NARROW
from generator.data.catalog import Indicator, UnitKind
from generator.data.dataset import Dataset
from generator.data.memoised import memoised
from generator.data.observations import Observation
from generator.messages import gettext as _

LOG = 100.0
"""From this factor between the extremes on, the scale is logarithmic."""

AMOUNTS = frozenset((UnitKind.COUNT, UnitKind.CURRENCY, UnitKind.RATE))


def plan_strip(request: ChartRequest, dataset: Dataset, *, chart_id: str) -> Chart | None:
    """Return the strip of a year, or None where values must not be compared or too few are known."""
    indicator = dataset.indicator(request.indicator)
    year = request.years[-1] if request.years else dataset.ranking_year(indicator.id)
    if year is None or not indicator.comparable:
        return None
    shared = shared_by_strips(dataset, indicator.id, year)
    if request.country not in shared.found or len(shared.found) < dataset.least.strip:
        return None
    return _chart(request, dataset, chart_id, year, shared)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shared:
    """What all countries' strips share: figures in order of their values, and what is said of them."""

    found: dict[str, Observation]
    values: tuple[float, ...]
    places: Mapping[str, int]
    """How many have figures below a country's, or an equal one and a code before."""
    middle: float
    ends: tuple[str, str]
    source: str
    license: str
    figures: tuple[DrawnData, ...]
    note: str


@memoised
def shared_by_strips(dataset: Dataset, indicator: str, year: int) -> _Shared:
    """Return what strips have in common: one question, as each of them shows every figure."""
    found = {code: o for code in dataset.profiles if (o := dataset.within_window(indicator, code, year))}
    ordered = dict(sorted(found.items(), key=lambda each: (each[1].value or 0.0, each[0])))
    values = tuple(o.value or 0.0 for o in ordered.values())
    source, licence = attribution(dataset, indicator, list(ordered))
    return _Shared(
        found=ordered,
        values=values,
        places={code: at for at, code in enumerate(ordered)},
        middle=median(values) if values else 0.0,
        ends=_ends(dataset, dataset.indicator(indicator), ordered) if ordered else ("", ""),
        source=source,
        license=licence,
        figures=drawn_data(ordered.values()),
        note=_note(dataset, year, ordered.values()),
    )


def _chart(request: ChartRequest, dataset: Dataset, chart_id: str, year: int, shared: _Shared) -> Chart:
    indicator, found = dataset.indicator(request.indicator), shared.found
    spread = _spread(dataset, indicator, request.country, shared)
    scale = _("one tick per country, equal steps are equal factors") if spread.log else _("one tick per country")
    low, own, high = (
        _named(dataset, found[code]) for code in (next(iter(found)), request.country, next(reversed(found)))
    )
    below = shared.places[request.country]
    return Chart(
        id=chart_id,
        kind="strip",
        indicator=indicator.id,
        title=request.title or indicator.title,
        subtitle=subtitle(indicator, f"{year}, {scale}", titled=bool(request.title)),
        description=describe_strip(year, (low, high), own, (below, len(found) - 1 - below), spread.median_label),
        drawings=(Drawing(spec=draw_strip(spread, width=NARROW), width=NARROW, height=HEIGHT),),
        table=_table(dataset, indicator, request.country, year, found, spread),
        source=shared.source,
        license=shared.license,
        figures=shared.figures,
        note=shared.note,
    )


def _note(dataset: Dataset, year: int, drawn: Collection[Observation]) -> str:
    earlier = _("Where {year} has no figure, an earlier year stands behind the value.").format(year=year)
    texts = (earlier if any(o.year != year for o in drawn) else "", status_note(dataset, drawn))
    return " ".join(filter(None, texts))


def _named(dataset: Dataset, observation: Observation) -> tuple[str, str]:
    return dataset.countries[observation.country].name, _text(dataset.indicator(observation.indicator), observation)


def _spread(dataset: Dataset, indicator: Indicator, country: str, shared: _Shared) -> StripData:
    found, values, middle, (first, last) = shared.found, shared.values, shared.middle, shared.ends
    return StripData(
        values=values,
        own=found[country].value or 0.0,
        own_label=shorten(
            dataset.countries[country].name, NARROW, bold=True, end=f" {_text(indicator, found[country])}"
        ),
        median=middle,
        median_label=_("median {value}").format(value=amount(indicator, Decimal(repr(middle)), "label")),
        low_label=first,
        high_label=last,
        log=indicator.unit.kind in AMOUNTS and values[0] > 0 and values[-1] / values[0] >= LOG,
    )


def _ends(dataset: Dataset, indicator: Indicator, found: dict[str, Observation]) -> tuple[str, str]:
    """Return the extremes with their countries, by code where the names would touch."""
    pairs = [list(found.items())[at] for at in (0, -1)]
    low, high = (f"{dataset.countries[code].name} {_text(indicator, o)}" for code, o in pairs)
    if labels_fit((low, high), NARROW):
        return low, high
    low, high = (f"{code} {_text(indicator, o)}" for code, o in pairs)
    return low, high


def _text(indicator: Indicator, observation: Observation) -> str:
    return amount(indicator, observation.decimal, "label") if observation.decimal is not None else ".."


def _table(
    dataset: Dataset, indicator: Indicator, country: str, year: int, found: dict[str, Observation], spread: StripData
) -> Table:
    """Return the extremes, the country and the median: the whole list stands on the indicator's page."""
    codes = dict.fromkeys((next(iter(found)), country, next(reversed(found))))
    rows = [
        TableRow(header=dataset.countries[code].name, cells=(_text(indicator, found[code]),), highlight=code == country)
        for code in codes
    ]
    middle = TableRow(header=_("Median"), cells=(amount(indicator, Decimal(repr(spread.median)), "label"),))
    return Table(
        caption=subtitle(indicator, "", titled=True),
        columns=(_("Country"), str(year)),
        rows=(*rows, middle),
    )
