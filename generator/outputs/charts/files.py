"""Files of the charts of a page, beside it: pictures, and what charts are explored with.

A chart that leads has a picture of its own as SVG and PNG, as the one has that a page is shared with; those of the others
stand together in one file. Figures are cut from the files of indicators by the reader's browser.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial

from generator.cache import Cache
from generator.charts.chart import Chart, leads
from generator.charts.svg.drawn import drawing_key
from generator.charts.svg.letters import has_png
from generator.charts.svg.painter import painter
from generator.charts.svg.picture import picture_png, picture_svg
from generator.charts.svg.sheet import sheet_svg
from generator.charts.trend.explore import EXPLORATIONS, explored
from generator.data.dataset import Dataset
from generator.data.memoised import Asked, traced
from generator.identity.look import Look
from generator.memo import Memo
from generator.output import Output
from generator.outputs.charts.explorations import Amounts, amounts_of, plan_explorations
from generator.outputs.data.keys import key_of
from generator.pages.frame.picture import leading_chart
from generator.pages.records.page import Page
from generator.pages.site import Site
from generator.render.styles import THEMES_OWN, style_texts
from generator.sources.files import Sources
from generator.urls import canonical, output_path

SHEET = "charts.svg"
_COLOUR = re.compile(r"--([a-z0-9-]+):\s*(#[0-9a-fA-F]{3,8})")


class ChartFiles:
    """The files of the charts of any page of a site; `code` is a digest of the program."""

    def __init__(self, site: Site, sources: Sources, cache: Cache, memo: Memo, code: str) -> None:
        self._site, self._cache, self._memo = site, cache, memo
        self._palette = light_palette(sources, site.config.look)
        self._common = key_of(code, repr(sorted(self._palette.items())))
        self._amounts = amounts_of(site.dataset)
        self.lasting = f"files of charts\n{self._common}\n{site.base_url}"
        """What all files depend on, without the rows of data."""

    def of(self, page: Page) -> tuple[Output, ...]:
        """Return the files of every chart on a page."""
        return self.asking(page)[0]

    def asking(self, page: Page) -> tuple[tuple[Output, ...], Asked]:
        """Return the files of every chart on a page, and what was asked of the data for them."""
        url, dataset = page.frame.url, self._site.dataset
        address, memo = _address(self._site, url), self._site.memo
        files = _Files(dataset, self._palette, self._cache, address, self._common, self._amounts, memo)
        make = partial(files.of, url, self._site.charts_on(page))
        # files planned for a trial, whose drawings nobody keeps, are not those of the build
        known = f"{self.lasting}\n{dataset.digest}\n{id(self._cache)}"
        return self._memo.of(page, known, lambda: traced(dataset, make))


def plan_pictures(site: Site, pages: Iterable[Page], sources: Sources, cache: Cache) -> Iterator[bytes]:
    """Yield the picture in SVG of each chart that has a PNG; their drawings are in the cache or made now."""
    palette = light_palette(sources, site.config.look)
    for page in pages:
        address, charts = _address(site, page.frame.url), site.charts_on(page)
        leading = leading_chart(charts)
        painted = (chart for chart in charts if has_png(chart) or chart is leading)
        yield from (_picture(chart, palette, address, cache, site.memo) for chart in painted)


def _picture(chart: Chart, palette: Mapping[str, str], address: str, cache: Cache, memo: Memo) -> bytes:
    """Return a chart's picture in SVG, made once for the drawing of its pixels and for both files."""
    around = f"picture\n{sorted(palette.items())}\n{address}\n{id(cache)}"
    return memo.of(chart, around, lambda: picture_svg(chart, palette, address, cache).encode())


def _address(site: Site, url: str) -> str:
    """Return a page's address without its scheme, as it is printed below a picture."""
    return canonical(site.base_url, url).partition("://")[2]


def light_palette(sources: Sources, look: Look = THEMES_OWN) -> Mapping[str, str]:
    """Return the colours of light pages by name: the first tokens in the style sheets, and a site's own."""
    return {**dict(_COLOUR.findall(style_texts(sources)["style.css"].split("@media", 1)[0])), **look.light(sources)}


class _Files:
    """Makes the files of the charts on one page."""

    def __init__(
        self,
        dataset: Dataset,
        palette: Mapping[str, str],
        cache: Cache,
        address: str,
        common: str,
        amounts: Amounts,
        memo: Memo,
    ) -> None:
        self._dataset, self._palette, self._cache, self._memo = dataset, palette, cache, memo
        self._address, self._common, self._amounts = address, common, amounts

    def of(self, url: str, charts: Sequence[Chart]) -> tuple[Output, ...]:
        """Return the files of the charts of the page at `url`."""
        return tuple(self._of(output_path(url).rpartition("index.html")[0], charts))

    def _of(self, folder: str, charts: Sequence[Chart]) -> Iterator[Output]:
        leading = leading_chart(charts)
        for chart in charts:
            if leads(chart):
                yield self._svg_file(chart, f"{folder}{chart.id}.svg")
            if has_png(chart) or chart is leading:
                yield self._png_file(chart, f"{folder}{chart.id}.png")
        if small := tuple(chart for chart in charts if not leads(chart)):
            yield self._sheet_file(small, f"{folder}{SHEET}")
        if open_to_explore := {chart.id: chart for chart in charts if explored(chart)}:
            path = f"{folder}{EXPLORATIONS}"
            yield plan_explorations(self._dataset, open_to_explore, path, self._common, self._amounts, self._cache)

    def _picture_key(self, chart: Chart) -> str:
        """Return a digest of the drawing, the words around it and the address below."""
        words = (chart.title, chart.subtitle, chart.description, chart.source, chart.license, chart.note)
        last = chart.drawings[-1]
        return key_of(self._common, self._address, *words, f"{last.width} {last.height}", drawing_key(last.spec))

    def _svg_file(self, chart: Chart, path: str) -> Output:
        return Output(path=path, key=f"svg {self._picture_key(chart)}", render=lambda: self._svg(chart))

    def _png_file(self, chart: Chart, path: str) -> Output:
        key = f"png {key_of(self._picture_key(chart), painter())}"
        return Output(path=path, key=key, render=lambda: picture_png(self._svg(chart), self._cache))

    def _sheet_file(self, charts: Sequence[Chart], path: str) -> Output:
        key = key_of(*(f"{chart.id} {self._picture_key(chart)}" for chart in charts))
        return Output(path=path, key=f"sheet {key}", render=lambda: self._sheet(charts))

    def _svg(self, chart: Chart) -> bytes:
        return _picture(chart, self._palette, self._address, self._cache, self._memo)

    def _sheet(self, charts: Sequence[Chart]) -> bytes:
        return sheet_svg(charts, self._palette, self._address, self._cache).encode()
