"""All files of the site: pages, data, charts, assets, feeds."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import chain

from generator.cache import Cache
from generator.charts.chart import Chart, Drawing
from generator.charts.locator.draw import locator_svg
from generator.charts.locator.plan import Locator
from generator.charts.svg.drawn import svg_of
from generator.charts.trend.explore import EXPLORATIONS
from generator.memo import Memo
from generator.output import Output
from generator.outputs.charts.explorations import plan_explorations, plan_explorer
from generator.outputs.charts.files import ChartFiles
from generator.outputs.data.compare import plan_comparison_data
from generator.outputs.data.downloads import plan_downloads
from generator.outputs.data.index_files import plan_index_files
from generator.outputs.data.metadata import Published
from generator.outputs.feeds import render_feed
from generator.outputs.finder import plan_finder, plan_finder_index
from generator.outputs.hosts import plan_host_files
from generator.outputs.redirects import plan_redirects
from generator.pages.records.page import Page
from generator.pages.site import PlannedPage, Site
from generator.render.assets import plan_assets
from generator.render.environment import Drawers, Renderer, code_digest, make_renderer
from generator.sources.files import Sources
from generator.urls import output_path

__all__ = ("SiteFiles",)


@dataclass(frozen=True, kw_only=True)
class SiteFiles:
    """All files of a site; each is planned when it is asked for, and rendered when its bytes are."""

    site: Site
    sources: Sources
    cache: Cache
    """Keeps drawings."""
    memo: Memo
    """Keeps what one run has planned for the next."""

    @cached_property
    def all(self) -> tuple[Output, ...]:
        """Every file, each with its key."""
        pages = self.site.pages
        return (
            *map(self.of_page, pages),
            self._finder,
            *self._data,
            *self._indices,
            *chain.from_iterable(map(self._chart_files.of, pages)),
            *self._explorations(pages),
            *self.assets,
            *self._others,
        )

    def find(self, path: str) -> Output | None:
        """Return the file at a path; of the pages only the one it stands on or beside is planned, if any."""
        return next((output for outputs in self._near(path) for output in outputs if output.path == path), None)

    def _near(self, path: str) -> Iterator[Iterable[Output]]:
        """Yield groups of files that may have one at a path, the likely first."""
        folder, name = path.rpartition("/")[::2]
        if path in self._pages:
            yield (self.of_page(self.site.page(self._pages[path])),)
        yield (self._finder, plan_explorer(self.cache), *self.assets)
        yield self._others
        if page := self._pages.get(f"{folder}/index.html".lstrip("/")):
            yield self._chart_files.of(self.site.page(page))
        if folder == EXPLORATIONS:
            yield self._explorations(self._asked_for())
            yield self._explorations(self.site.pages)
        if folder.startswith("indices/"):
            yield self._indices
        if name.endswith((".csv", ".json")):
            yield self._data

    def of_page(self, page: Page) -> Output:
        """Return the file of a page."""
        return Output(
            path=output_path(page.frame.url),
            key=self.memo.of(page, self._renderer.fingerprint, lambda: self._renderer.key(page)),
            render=lambda: self._renderer.render(page, self._drawers).encode(),
        )

    @cached_property
    def _pages(self) -> Mapping[str, PlannedPage]:
        return {output_path(page.url): page for page in self.site.planned}

    def _asked_for(self) -> Iterator[Page]:
        """Yield the pages that have been planned."""
        return (page for planned in self.site.planned if (page := self.site.memo.peek(planned.key)))

    @cached_property
    def _finder(self) -> Output:
        return _finder_of(self.site)

    @cached_property
    def _renderer(self) -> Renderer:
        return renderer_of(self.site, self.sources)

    @cached_property
    def _drawers(self) -> Drawers:
        return _drawers(self.site, self.cache)

    @cached_property
    def _chart_files(self) -> ChartFiles:
        return ChartFiles(self.site, self.sources, self.cache, self.memo, code_digest())

    @cached_property
    def _data(self) -> tuple[Output, ...]:
        """The files of data, whose keys take long to make: an edit of prose keeps them."""
        site = Published(config=self.site.config, dataset=self.site.dataset)
        return self.memo.get(("files of data", site.dataset.digest, site.config), lambda: _data(site))

    @cached_property
    def _indices(self) -> tuple[Output, ...]:
        return tuple(plan_index_files(self.site, self.sources, code_digest()))

    def _explorations(self, pages: Iterable[Page]) -> tuple[Output, ...]:
        """Return the files to explore the charts on pages, and what draws them."""
        charts = chain.from_iterable(map(self.site.charts_on, pages))
        found = tuple(plan_explorations(self.site.dataset, charts, code_digest()))
        return (*found, plan_explorer(self.cache)) if found else ()

    @cached_property
    def assets(self) -> tuple[Output, ...]:
        """Styles, scripts and the icon."""
        return tuple(plan_assets(self.sources))

    @cached_property
    def _others(self) -> tuple[Output, ...]:
        site = self.site
        return (*_feeds(site), *plan_redirects(site), *plan_host_files(site))


def _data(site: Published) -> tuple[Output, ...]:
    return (*plan_downloads(site, code_digest()), *plan_comparison_data(site.dataset, code_digest()))


def renderer_of(site: Site, sources: Sources) -> Renderer:
    """Return the renderer of a site's pages."""
    templates, base_url, finder = sources.digest("templates"), site.base_url, _finder_of(site).path
    return site.memo.get(
        ("renderer", templates, base_url, finder), lambda: make_renderer(sources, base_url, finder=finder)
    )


def _finder_of(site: Site) -> Output:
    return site.memo.get(("finder", site.dataset.digest), lambda: plan_finder_index(plan_finder(site.dataset)))


def _drawers(site: Site, cache: Cache) -> Drawers:
    def chart(drawing: Drawing, chart: Chart) -> str:
        return svg_of(drawing, chart, cache)

    def locator(locator: Locator) -> str:
        return locator_svg(locator, site.atlas, cache) if site.atlas else ""

    return Drawers(chart=chart, locator=locator)


def _feeds(site: Site) -> Iterator[Output]:
    for feed in site.feeds:
        xml = render_feed(feed)
        yield Output(path=feed.url.lstrip("/"), key=xml.decode(), render=partial(bytes, xml))
