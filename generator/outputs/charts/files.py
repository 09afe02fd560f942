"""Files of each chart beside its page: figures as CSV, picture as SVG, some as PNG too.

A PNG is made of lead charts, and of the chart that a page is shared with.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial

from generator.cache import Cache
from generator.charts.chart import Chart, DrawnData
from generator.charts.svg.drawn import drawing_key
from generator.charts.svg.letters import has_png
from generator.charts.svg.picture import picture_png, picture_svg
from generator.data.columns import PreferredRows
from generator.data.dataset import Dataset
from generator.memo import Memo
from generator.output import Output
from generator.outputs.data.keys import key_of, rows_key
from generator.pages.downloads.csv_rows import COUNTRY_COLUMNS, INTERVAL, csv_text, has_intervals, tidy_rows
from generator.pages.frame.picture import leading_chart
from generator.pages.records.page import Page
from generator.pages.site import Site
from generator.render.styles import style_texts
from generator.sources.files import Sources
from generator.urls import canonical, output_path

_COLOUR = re.compile(r"--([a-z0-9-]+):\s*(#[0-9a-fA-F]{3,8})")


class ChartFiles:
    """The files of the charts of any page of a site; `code` is a digest of the program."""

    def __init__(self, site: Site, sources: Sources, cache: Cache, memo: Memo, code: str) -> None:
        self._site, self._cache, self._memo = site, cache, memo
        self._palette = light_palette(sources)
        self._common = key_of(code, repr(sorted(self._palette.items())))
        self.known = f"files of charts\n{self._common}\n{site.dataset.digest}\n{site.base_url}"

    def of(self, page: Page) -> tuple[Output, ...]:
        """Return the files of every chart on a page."""
        url = page.frame.url
        files = _Files(self._site.dataset, self._palette, self._cache, _address(self._site, url), self._common)
        return self._memo.of(page, self.known, partial(files.of, url, self._site.charts_on(page)))


def plan_pictures(site: Site, pages: Iterable[Page], sources: Sources, cache: Cache) -> Iterator[bytes]:
    """Yield the picture in SVG of each chart that has a PNG; their drawings are in the cache or made now."""
    palette = light_palette(sources)
    for page in pages:
        address, charts = _address(site, page.frame.url), site.charts_on(page)
        yield from (picture_svg(chart, palette, address, cache).encode() for chart in charts if _has_png(chart, charts))


def _address(site: Site, url: str) -> str:
    """Return a page's address without its scheme, as it is printed below a picture."""
    return canonical(site.base_url, url).partition("://")[2]


def _has_png(chart: Chart, charts: Sequence[Chart]) -> bool:
    """Whether a chart of a page has a PNG: those the page offers, and the one that stands for it."""
    return has_png(chart) or chart is leading_chart(charts)


def light_palette(sources: Sources) -> Mapping[str, str]:
    """Return the colours of the first tokens in the style sheets by name: the light scheme's."""
    return dict(_COLOUR.findall(style_texts(sources)["style.css"].split("@media", 1)[0]))


class _Files:
    """Makes the files of the charts on one page."""

    def __init__(self, dataset: Dataset, palette: Mapping[str, str], cache: Cache, address: str, common: str) -> None:
        self._dataset, self._palette, self._cache = dataset, palette, cache
        self._address, self._common = address, common

    def of(self, url: str, charts: Sequence[Chart]) -> tuple[Output, ...]:
        """Return each file of each chart of the page at `url`."""
        folder = output_path(url).rpartition("/")[0]
        return tuple(o for chart in charts for o in self._of_chart(chart, folder, png=_has_png(chart, charts)))

    def _of_chart(self, chart: Chart, folder: str, *, png: bool) -> Iterator[Output]:
        beside, picture = f"{folder}/{chart.id}".lstrip("/"), self._picture_key(chart)
        yield Output(
            path=f"{beside}.csv", key=self._figures_key(chart), render=partial(figures_csv, self._dataset, chart)
        )
        yield Output(path=f"{beside}.svg", key=f"svg {picture}", render=partial(self._svg, chart))
        if png:
            yield Output(path=f"{beside}.png", key=f"png {picture}", render=partial(self._png, chart))

    def _figures_key(self, chart: Chart) -> str:
        """Return a digest of which figures are drawn, and of the rows of their series."""
        series = ((drawn.indicator, country) for drawn in chart.figures for country in drawn.countries)
        return key_of(self._common, repr(chart.figures), rows_key(self._dataset, series))

    def _picture_key(self, chart: Chart) -> str:
        """Return a digest of the drawing, the words around it and the address below."""
        words = (chart.title, chart.subtitle, chart.description, chart.source, chart.license, chart.note)
        last = chart.drawings[-1]
        return key_of(self._common, self._address, *words, f"{last.width} {last.height}", drawing_key(last.spec))

    def _svg(self, chart: Chart) -> bytes:
        return picture_svg(chart, self._palette, self._address, self._cache).encode()

    def _png(self, chart: Chart) -> bytes:
        return picture_png(self._svg(chart), self._cache)


def figures_csv(dataset: Dataset, chart: Chart) -> bytes:
    """Return the observations a chart draws, with the columns of a country's file."""
    intervals = has_intervals(dataset, {drawn.indicator for drawn in chart.figures})
    columns = (*COUNTRY_COLUMNS, *INTERVAL) if intervals else COUNTRY_COLUMNS
    return csv_text(columns, _figures(dataset, chart, intervals=intervals)).encode()


def _figures(dataset: Dataset, chart: Chart, *, intervals: bool) -> Iterator[tuple[str | int, ...]]:
    for drawn in chart.figures:
        if preferred := dataset.preferred(drawn.indicator):
            rows = (row for code in drawn.countries for row in _rows(preferred, code, drawn, intervals=intervals))
            yield from ((code, drawn.indicator, *rest) for code, *rest in rows)


def _rows(preferred: PreferredRows, code: str, drawn: DrawnData, *, intervals: bool) -> Iterator[tuple[str | int, ...]]:
    """Return a country's rows of the years drawn."""
    columns, span = preferred.columns, preferred.of(code)
    first = bisect_left(columns.years, drawn.first, span.start, span.stop)
    return tidy_rows(
        columns, range(first, bisect_right(columns.years, drawn.last, first, span.stop)), intervals=intervals
    )
