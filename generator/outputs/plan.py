"""All files of the site: pages, data, charts, assets, feeds."""

from collections.abc import Iterator
from functools import partial

from generator.cache import Cache
from generator.charts.chart import Chart, Drawing
from generator.charts.locator.draw import locator_svg
from generator.charts.locator.plan import Locator
from generator.charts.svg.drawn import svg_of
from generator.memo import Memo
from generator.output import Output
from generator.outputs.charts.explorations import plan_explorations
from generator.outputs.charts.files import plan_chart_files
from generator.outputs.data.compare import plan_comparison_data
from generator.outputs.data.downloads import plan_downloads
from generator.outputs.data.index_files import plan_index_files
from generator.outputs.data.metadata import Published
from generator.outputs.feeds import render_feed
from generator.outputs.finder import plan_finder, plan_finder_index
from generator.outputs.hosts import plan_host_files
from generator.outputs.redirects import plan_redirects
from generator.pages.records.page import Page
from generator.pages.site import Site
from generator.render.assets import plan_assets
from generator.render.environment import Drawers, Renderer, code_digest, make_renderer
from generator.sources.files import Sources
from generator.urls import output_path


def plan_outputs(site: Site, sources: Sources, cache: Cache, memo: Memo) -> tuple[Output, ...]:
    """Return every file of the site, each with its key; nothing is rendered until it is asked for."""
    templates = sources.digest("templates")
    finder = memo.get(("finder", site.dataset.digest), lambda: plan_finder_index(plan_finder(site.dataset)))
    renderer = memo.get(
        ("renderer", templates, site.base_url, finder.path),
        lambda: make_renderer(sources, site.base_url, finder=finder.path),
    )
    drawers = _drawers(site, cache)
    pages = tuple(_page_output(page, renderer, drawers, memo) for page in site.pages)
    data = memo.get(
        ("files of data", site.dataset.digest, site.config),
        lambda: _data(Published(config=site.config, dataset=site.dataset)),
    )
    charts = plan_chart_files(site, sources, cache, memo, code_digest())
    return (
        *pages,
        finder,
        *data,
        *plan_index_files(site, sources, code_digest()),
        *charts,
        *plan_explorations(site, cache, code_digest()),
        *plan_assets(sources),
        *_feeds(site),
        *plan_redirects(site),
        *plan_host_files(site),
    )


def _data(site: Published) -> tuple[Output, ...]:
    """Return the files of data, whose keys take long to make: an edit of prose keeps them."""
    return (*plan_downloads(site, code_digest()), *plan_comparison_data(site.dataset, code_digest()))


def _drawers(site: Site, cache: Cache) -> Drawers:
    def chart(drawing: Drawing, chart: Chart) -> str:
        return svg_of(drawing, chart, cache)

    def locator(locator: Locator) -> str:
        return locator_svg(locator, site.atlas, cache) if site.atlas else ""

    return Drawers(chart=chart, locator=locator)


def _page_output(page: Page, renderer: Renderer, drawers: Drawers, memo: Memo) -> Output:
    return Output(
        path=output_path(page.frame.url),
        key=memo.of(page, renderer.fingerprint, lambda: renderer.key(page)),
        render=lambda: renderer.render(page, drawers).encode(),
    )


def _feeds(site: Site) -> Iterator[Output]:
    for feed in site.feeds:
        xml = render_feed(feed)
        yield Output(path=feed.url.lstrip("/"), key=xml.decode(), render=partial(bytes, xml))
