"""The data behind a chart as a table, and the attributions under it."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from generator.charts.chart import DrawnData, Table, TableRow
from generator.charts.describe import amount, subtitle
from generator.data.catalog import Indicator, sources_in_line
from generator.data.columns import is_figure
from generator.data.dataset import Dataset
from generator.data.memoised import memoised
from generator.data.observations import Observation, Points
from generator.messages import gettext as _

COLUMNS = 6
"""Years shown in the table of a trend."""


def trend_table(dataset: Dataset, indicator: Indicator, shown: Mapping[str, Points], own: str) -> Table:
    """Return values by country and evenly spaced years, the last year and the last of forecasts included."""
    chosen = _columns(dataset, indicator.id, shown)
    rows = tuple(
        TableRow(
            header=dataset.countries[country].name,
            cells=figures_of_years(dataset, indicator.id, country, chosen),
            highlight=country == own,
        )
        for country in shown
    )
    columns = (_("Country"), *(str(year) for year in chosen))
    return Table(caption=subtitle(indicator, "", titled=True), columns=columns, rows=rows)


def _columns(dataset: Dataset, indicator: str, shown: Mapping[str, Points]) -> tuple[int, ...]:
    ahead = {code: dataset.forecasts(indicator, code) for code in shown}
    years = {year for points in shown.values() for year, _value in points}
    seen = {year for code, points in shown.items() for year, _value in points if year not in ahead[code]}
    last = max(years, default=0)
    return (*even_years(seen), *([last] if last > max(seen, default=last) else []))


def even_years(years: Iterable[int]) -> tuple[int, ...]:
    """Return evenly spaced years for the columns of a table, the last year included."""
    ordered = sorted(years)
    step = max(1, -(-(len(ordered) - 1) // (COLUMNS - 1)))
    return tuple(ordered[::-1][::step][::-1])


@memoised
def figures_of_years(dataset: Dataset, indicator: str, country: str, years: tuple[int, ...]) -> tuple[str, ...]:
    """Return a country's figures of some years as a table of a trend shows them."""
    rows, entry = dataset.preferred(indicator), dataset.indicator(indicator)
    places = [rows.find(country, year) for year in years] if rows else []
    return tuple(_cell(entry, rows.columns.row(at) if rows and at is not None else None) for at in places)


def _cell(indicator: Indicator, found: Observation | None) -> str:
    if found is None or found.decimal is None:
        return ".."
    text = amount(indicator, found.decimal, "table")
    if found.lower:
        lower, upper = (amount(indicator, Decimal(end), "table") for end in (found.lower, found.upper))
        text = _("{value} ({lower} to {upper})").format(value=text, lower=lower, upper=upper)
    return text if is_figure(found) else _("{value} (forecast)").format(value=text)


def attribution(dataset: Dataset, indicator: str, countries: Sequence[str]) -> tuple[str, str]:
    """Return the attribution under a chart and the licence in short: `("World Bank (2026)", "CC BY 4.0")`."""
    used = dataset.origins_among(indicator, tuple(countries))
    origins = [dataset.catalog.origins[o] for o in dataset.indicator(indicator).origins if o in used]
    return sources_in_line(tuple(dict.fromkeys(o.attribution for o in origins))), "; ".join(
        dict.fromkeys(o.license for o in origins)
    )


def drawn_data(observations: Iterable[Observation | None]) -> tuple[DrawnData, ...]:
    """Return the observations that a chart draws, grouped by indicator and year."""
    countries: dict[tuple[str, int], list[str]] = {}
    for o in observations:
        if o and o.text:
            countries.setdefault((o.indicator, o.year), []).append(o.country)
    return tuple(
        DrawnData(indicator=indicator, countries=tuple(codes), first=year, last=year)
        for (indicator, year), codes in countries.items()
    )
