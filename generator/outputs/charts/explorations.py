"""Charts to explore: one file for those of a page, and the library that draws them."""

import posixpath
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import cache, partial

from generator.cache import Cache
from generator.charts.chart import Chart
from generator.charts.describe import amount
from generator.charts.trend.courses import Amount, Known
from generator.charts.trend.explore import FIGURES_FILE, patterns_path, patterns_text, render_explorations
from generator.charts.vega_bundle import bundle_of, bundle_path, bundle_version
from generator.data.catalog import Indicator
from generator.data.dataset import Dataset
from generator.data.facts import together
from generator.formatting import format_number
from generator.output import Output
from generator.outputs.data.keys import key_of, rows_key
from generator.urls import indicator_url

PROBE = Decimal(7777)
"""A number that is in no unit, to see what stands before and after a number."""

Amounts = Callable[[str], Amount]
"""How the values of an indicator are written."""


def plan_explorations(
    dataset: Dataset, charts: Mapping[str, Chart], path: str, code: str, amounts: Amounts, cache: Cache
) -> Output:
    """Return the file of charts that can be explored, by their ids; `code` is a digest of the program.

    The cache keeps it, as it does what is drawn.
    """
    key, make = _key(dataset, charts, path, code), partial(_explorations, dataset, charts, path, amounts)
    return Output(path=path, key=key, render=partial(cache.get_or, f"explorations {key}", make))


def amounts_of(dataset: Dataset) -> Amounts:
    """Return how values are written, by the indicator: one function for each, which keeps its lines."""

    @cache
    def of(name: str) -> Amount:
        indicator = dataset.indicator(name)
        return lambda value: amount(indicator, Decimal(repr(value)), "exact")

    return of


def plan_explorer(cache: Cache) -> tuple[Output, Output]:
    """Return the library that draws charts to explore, and what all of them are drawn with."""
    patterns = patterns_text()
    return (
        Output(path=bundle_path(), key=bundle_version(), render=partial(bundle_of, cache)),
        Output(path=patterns_path(), key=patterns, render=patterns.encode),
    )


def _key(dataset: Dataset, charts: Mapping[str, Chart], path: str, code: str) -> str:
    """Return a digest of path and charts."""
    return key_of(code, path, *(_key_of(dataset, name, chart) for name, chart in charts.items()))


def _key_of(dataset: Dataset, name: str, chart: Chart) -> str:
    """Return a digest of specifications, of how values are written, and of what lines are cut from."""
    specs = (drawing.spec for drawing in chart.drawings)
    written = repr(together(dataset.indicator(chart.indicator)))
    drawn = [(data.indicator, of) for data in chart.figures for of in data.countries]
    named = (f"{of} {dataset.countries[of].name}" for _, of in drawn)
    return key_of(name, written, *named, rows_key(dataset, drawn), *specs)


def _explorations(dataset: Dataset, charts: Mapping[str, Chart], path: str, amounts: Amounts) -> bytes:
    drawn = {of for chart in charts.values() for data in chart.figures for of in data.countries}
    codes = {dataset.countries[of].name: of for of in sorted(drawn)}
    names = {chart.indicator for chart in charts.values()}
    return render_explorations(charts, {name: _about(dataset, name, path, amounts, codes) for name in names}, path)


def _about(dataset: Dataset, name: str, path: str, amounts: Amounts, codes: Mapping[str, str]) -> Known:
    file = f"{indicator_url(name)}{FIGURES_FILE}".lstrip("/")
    return Known(
        amount=amounts(name),
        written=written(dataset.indicator(name)),
        file=posixpath.relpath(file, posixpath.dirname(path) or "."),
        figures=partial(_figures, dataset, name),
        codes=codes,
    )


def written(indicator: Indicator) -> Mapping[str, object]:
    """Return how a browser writes the values of an indicator: `{"decimals": 1, "after": " years"}`."""
    before, _number, after = amount(indicator, PROBE, "exact").partition(format_number(PROBE, indicator.decimals))
    one = amount(indicator, Decimal(1), "exact").removeprefix(before + format_number(1, indicator.decimals))
    said = {"decimals": indicator.decimals, "before": before, "after": after, "one": one if one != after else ""}
    return {name: text for name, text in said.items() if text != ""}


def _figures(dataset: Dataset, indicator: str, code: str) -> Mapping[int, float]:
    """Return the figures by year that an indicator's file has of a country, without forecasts."""
    rows = dataset.preferred(indicator)
    if rows is None:
        return {}
    columns = rows.columns
    given = (at for at in rows.of(code) if columns.has_value(at) and columns.statuses[at] != "F")
    return {columns.years[at]: columns.values[at] for at in given}
