"""Stacked shares: the parts of a whole, for a country and its peers; the remainder is shown."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from generator.charts.chart import Chart, Drawing, DrawnData, Table, TableRow
from generator.charts.describe import describe_shares, list_names
from generator.charts.request import ChartRequest
from generator.charts.stacked.draw import StackedBar, draw_stacked, stack_height
from generator.charts.statuses import status_note
from generator.charts.table import attribution
from generator.charts.theme import NARROW
from generator.data.catalog import Indicator
from generator.data.columns import is_figure
from generator.data.dataset import Dataset
from generator.data.memoised import memoised
from generator.data.observations import Observation
from generator.formatting import format_amount, format_list
from generator.messages import gettext as _
from generator.messages import ngettext

WHOLE = Decimal(100)
TOLERANCE = Decimal("0.5")
"""The most that rounding may add to a sum of shares."""

SHOWN_REST = Decimal("0.5")
"""A smaller remainder is rounding, not a part."""

Shares = tuple[Decimal, ...]


def plan_stacked(request: ChartRequest, dataset: Dataset, *, chart_id: str, peers: tuple[str, ...]) -> Chart | None:
    """Return the bars of one year, or None where the country lacks a part or its parts exceed the whole."""
    parts = (request.indicator, *request.parts)
    year = share_year(request, dataset)
    if year is None or len(parts) == 1:
        return None
    codes = tuple(dict.fromkeys((request.country, *peers)))
    found = {code: shares for code in codes if (shares := shares_of(dataset, parts, code, year))}
    fitting = {code: shares for code, shares in found.items() if not exceeds(shares)}
    return _chart(request, dataset, chart_id, year, fitting) if request.country in fitting else None


def share_year(request: ChartRequest, dataset: Dataset) -> int | None:
    """Return the year asked for, or the latest in which the country has every part."""
    if request.years:
        return request.years[-1]
    return latest_whole(dataset, (request.indicator, *request.parts), request.country)


@memoised
def latest_whole(dataset: Dataset, parts: tuple[str, ...], country: str) -> int | None:
    """Return the latest year in which a country has every part."""
    years = [{o.year for o in dataset.series(part, country).observations} for part in parts]
    latest_first = sorted(set.intersection(*years), reverse=True)
    return next((year for year in latest_first if shares_of(dataset, parts, country, year)), None)


@memoised
def shares_of(dataset: Dataset, parts: tuple[str, ...], code: str, year: int) -> Shares:
    """Return a country's parts in their order; empty where one is missing or negative."""
    found = [dataset.observation(part, code, year) for part in parts]
    values = tuple(o.decimal for o in found if o and o.decimal is not None and is_figure(o))
    return values if len(values) == len(parts) and min(values) >= 0 else ()


def exceeds(shares: Shares) -> bool:
    """Whether parts add up to more than the whole."""
    return sum(shares) > WHOLE + TOLERANCE


def _chart(request: ChartRequest, dataset: Dataset, chart_id: str, year: int, by_country: dict[str, Shares]) -> Chart:
    parts = [dataset.indicator(part) for part in (request.indicator, *request.parts)]
    names = [part.short_title for part in parts]
    bars = [_bar(dataset, code, shares, own=code == request.country) for code, shares in by_country.items()]
    texts = [_texts(parts[0], shares) for shares in by_country.values()]
    heads = list(zip((*names, _("Rest")), texts[0], strict=True))
    rest = any(bar.rest for bar in bars)
    sources = [attribution(dataset, part.id, list(by_country)) for part in parts]
    return Chart(
        id=chart_id,
        kind="stacked",
        indicator=request.indicator,
        title=request.title or format_list(tuple(names)),
        subtitle=f"{parts[0].unit.note or parts[0].unit.symbol}, {year}",
        description=describe_shares(
            year,
            [*names, _("Rest")][: len(names) + rest],
            [(bar.name, cells) for bar, cells in zip(bars, texts, strict=True)],
        ),
        drawings=(
            Drawing(
                spec=draw_stacked(bars, heads if bars[0].rest else heads[:-1], width=NARROW),
                width=NARROW,
                height=stack_height(len(bars)),
            ),
        ),
        table=_table(names, year, bars, texts),
        source="; ".join(dict.fromkeys(source for source, _licence in sources)),
        license="; ".join(dict.fromkeys(licence for _source, licence in sources)),
        figures=tuple(DrawnData(indicator=p.id, countries=tuple(by_country), first=year, last=year) for p in parts),
        note=_note(dataset, request, by_country, year, rest=rest),
    )


def _bar(dataset: Dataset, code: str, shares: Shares, *, own: bool) -> StackedBar:
    rest = max(WHOLE - sum(shares), Decimal(0))
    return StackedBar(
        name=dataset.countries[code].name,
        parts=tuple(map(float, shares)),
        rest=float(rest) if rest >= SHOWN_REST else 0.0,
        own=own,
    )


def _texts(indicator: Indicator, shares: Shares) -> tuple[str, ...]:
    rest = max(WHOLE - sum(shares), Decimal(0))
    return tuple(
        format_amount(value, kind="percent", symbol="%", decimals=indicator.decimals, style="table")
        for value in (*shares, rest)
    )


def _note(dataset: Dataset, request: ChartRequest, by_country: dict[str, Shares], year: int, *, rest: bool) -> str:
    without = [code for code in request.compare if code not in by_country]
    names = list_names(dataset, without)
    missing = ngettext("{names} has no figures to show here.", "{names} have no figures to show here.", len(without))
    texts = (
        _("Rest: what the parts named here leave of the whole.") if rest else "",
        missing.format(names=names) if names else "",
        status_note(dataset, _drawn(dataset, request, by_country, year)),
    )
    return " ".join(text for text in texts if text)


def _drawn(
    dataset: Dataset, request: ChartRequest, by_country: Iterable[str], year: int
) -> Iterator[Observation | None]:
    parts = (request.indicator, *request.parts)
    return (dataset.observation(part, code, year) for part in parts for code in by_country)


def _table(names: Sequence[str], year: int, bars: Sequence[StackedBar], texts: Sequence[tuple[str, ...]]) -> Table:
    return Table(
        caption=f"{format_list(tuple(names))}, {year}",
        columns=(_("Country"), *names, _("Rest")),
        rows=tuple(
            TableRow(header=bar.name, cells=cells, highlight=bar.own) for bar, cells in zip(bars, texts, strict=True)
        ),
    )
