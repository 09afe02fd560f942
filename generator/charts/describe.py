"""Charts in words, generated from the same data: descriptions for those who do not see them, and tables."""

from collections.abc import Sequence
from decimal import Decimal

from generator.charts.chart import Table, TableRow
from generator.data.catalog import Indicator
from generator.data.dataset import Dataset
from generator.data.observations import Series
from generator.formatting import format_amount
from generator.messages import gettext as _

COLUMNS = 6
"""Years shown in the table of a trend."""


def amount(indicator: Indicator, value: float | Decimal, style: str = "prose") -> str:
    """Return a value as it stands in a chart's words and labels."""
    exact = value if isinstance(value, Decimal) else Decimal(repr(value))
    unit = indicator.unit
    return format_amount(exact, kind=unit.kind.value, symbol=unit.symbol, decimals=indicator.decimals, style=style)


def subtitle(indicator: Indicator, years: str) -> str:
    """Return the line below a chart's title: `GDP per head, constant 2021 international $, 1990–2024`."""
    unit = indicator.unit.note or indicator.unit.symbol
    return ", ".join(part for part in (indicator.title, unit, years) if part)


def describe_series(dataset: Dataset, indicator: Indicator, series: Series) -> str:
    """Return the course of a series: its ends, its extremes where they lie between."""
    held = [(o.year, o.decimal) for o in series.observations if o.decimal is not None]
    (first_year, first), (last_year, last) = held[0], held[-1]
    name = dataset.countries[series.country].name
    if len(held) == 1:
        return _("{name} had {value} in {year}.").format(name=name, value=amount(indicator, last), year=last_year)
    verb = _("rose") if last > first else _("fell") if last < first else _("stood the same")
    text = _("{name} {verb} from {first} in {first_year} to {last} in {last_year}.").format(
        name=name,
        verb=verb,
        first=amount(indicator, first),
        first_year=first_year,
        last=amount(indicator, last),
        last_year=last_year,
    )
    high_year, high = max(held, key=lambda p: p[1])
    if high_year in {first_year, last_year}:
        return text
    more = _("The highest value was {value} in {year}.").format(value=amount(indicator, high), year=high_year)
    return f"{text} {more}"


def trend_table(dataset: Dataset, indicator: Indicator, shown: Sequence[Series], own: str) -> Table:
    """Return values by country and evenly spaced years, the last year included."""
    years = sorted({o.year for s in shown for o in s.observations if o.text})
    step = max(1, -(-(len(years) - 1) // (COLUMNS - 1)))
    chosen = tuple(years[::-1][::step][::-1])
    rows = tuple(
        TableRow(
            header=dataset.countries[s.country].name,
            cells=tuple(_cell(dataset, indicator, s.country, year) for year in chosen),
            highlight=s.country == own,
        )
        for s in shown
    )
    columns = (_("Country"), *(str(year) for year in chosen))
    return Table(caption=subtitle(indicator, ""), columns=columns, rows=rows)


def _cell(dataset: Dataset, indicator: Indicator, country: str, year: int) -> str:
    found = dataset.observation(indicator.id, country, year)
    return amount(indicator, found.decimal, "table") if found and found.decimal is not None else ".."


def attribution(dataset: Dataset, indicator: str, countries: Sequence[str]) -> tuple[str, str]:
    """Return who is named under a chart and the licence in short: `("World Bank (2026)", "CC BY 4.0")`."""
    used = {o.origin for c in countries for o in dataset.series(indicator, c).observations}
    origins = [dataset.catalog.origins[o] for o in dataset.indicator(indicator).origins if o in used]
    names = [f"{o.producer} ({o.year})" for o in origins]
    head = names if len(names) < 4 else [*names[:3], _("and other sources")]  # noqa: PLR2004 - as readers expect
    return "; ".join(dict.fromkeys(head)), "; ".join(dict.fromkeys(o.license for o in origins))
