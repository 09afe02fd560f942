"""Charts to explore: one file for those of a page, and the library that draws them."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import cache, partial

from generator.cache import Cache
from generator.charts.chart import Chart
from generator.charts.describe import amount
from generator.charts.trend.explore import Amount, render_explorations
from generator.charts.vega_bundle import bundle_of, bundle_path, bundle_version
from generator.data.dataset import Dataset
from generator.data.facts import together
from generator.output import Output
from generator.outputs.data.keys import key_of

Amounts = Callable[[str], Amount]
"""How the values of an indicator are written."""


def plan_explorations(dataset: Dataset, charts: Mapping[str, Chart], path: str, code: str, amounts: Amounts) -> Output:
    """Return the file of charts that can be explored, by their ids; `code` is a digest of the program."""
    return Output(path=path, key=_key(dataset, charts, code), render=partial(_explorations, charts, amounts))


def amounts_of(dataset: Dataset) -> Amounts:
    """Return how values are written, by the indicator: one function for each, which keeps its lines."""

    @cache
    def of(name: str) -> Amount:
        indicator = dataset.indicator(name)
        return lambda value: amount(indicator, Decimal(repr(value)), "exact")

    return of


def plan_explorer(cache: Cache) -> Output:
    """Return the library that draws charts to explore."""
    return Output(path=bundle_path(), key=bundle_version(), render=partial(bundle_of, cache))


def _key(dataset: Dataset, charts: Mapping[str, Chart], code: str) -> str:
    """Return a digest of the charts' specifications, rows included, and of how their values are written."""
    specs = (drawing.spec for chart in charts.values() for drawing in chart.drawings)
    written = (repr(together(dataset.indicator(chart.indicator))) for chart in charts.values())
    return key_of(code, *charts, *written, *specs)


def _explorations(charts: Mapping[str, Chart], amounts: Amounts) -> bytes:
    return render_explorations(charts, {chart.indicator: amounts(chart.indicator) for chart in charts.values()})
