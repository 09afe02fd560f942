"""Charts to explore: a file of specifications for each trend, and the library that draws them."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import partial

from generator.cache import Cache
from generator.charts.chart import Chart
from generator.charts.describe import amount
from generator.charts.trend.explore import explore_url, render_explorable
from generator.charts.vega_bundle import bundle_of, bundle_path, bundle_version
from generator.data.dataset import Dataset
from generator.output import Output
from generator.outputs.data.keys import key_of


def plan_explorations(dataset: Dataset, charts: Iterable[Chart], code: str) -> Iterator[Output]:
    """Yield the file of each chart that can be explored, once; `code` is a digest of the program."""
    found = {url: chart for chart in charts if (url := explore_url(chart))}
    for url, chart in found.items():
        yield Output(path=url.lstrip("/"), key=_key(dataset, chart, code), render=partial(_explorable, dataset, chart))


def plan_explorer(cache: Cache) -> Output:
    """Return the library that draws charts to explore."""
    return Output(path=bundle_path(), key=bundle_version(), render=partial(bundle_of, cache))


def _key(dataset: Dataset, chart: Chart, code: str) -> str:
    """Return a digest of the chart's specifications, rows included, and of the indicator's entry."""
    return key_of(code, repr(dataset.indicator(chart.indicator)), *(drawing.spec for drawing in chart.drawings))


def _explorable(dataset: Dataset, chart: Chart) -> bytes:
    indicator = dataset.indicator(chart.indicator)
    return render_explorable(chart, lambda value: amount(indicator, Decimal(repr(value)), "exact"))
