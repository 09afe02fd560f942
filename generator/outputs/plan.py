"""All files of the site: pages, data, charts, assets, feeds."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, partial
from itertools import chain

from generator.cache import Cache
from generator.charts.chart import Chart, Drawing
from generator.charts.locator.draw import locator_svg
from generator.charts.locator.plan import Locator
from generator.charts.svg.drawn import svg_of
from generator.charts.trend.explore import EXPLORATIONS
from generator.diagnostics import Diagnostic
from generator.memo import Memo
from generator.output import Output
from generator.outputs.charts.explorations import plan_explorer
from generator.outputs.charts.files import ChartFiles
from generator.outputs.data.plan import DataFiles
from generator.outputs.feeds import render_feed
from generator.outputs.finder import plan_finder, plan_finder_index
from generator.outputs.hosts import plan_host_files
from generator.outputs.images import plan_images
from generator.outputs.kept import Digests, Made, digest_of_standings
from generator.outputs.page_files import OldFile, PageFiles, PageMaker, no_file
from generator.outputs.redirects import plan_redirects
from generator.outputs.static import plan_static, taken_address
from generator.outputs.traces import NO_ANSWERS, NoAnswers, answers_entries
from generator.pages.records.page import Page
from generator.pages.site import PlannedPage, Site
from generator.render.assets import plan_assets
from generator.render.environment import Drawers, Renderer, code_digest, make_renderer
from generator.render.spans import Spans
from generator.sources.files import Sources
from generator.urls import output_path

__all__ = ("SiteFiles", "files_of")

OF_DATA = (".csv", ".json", ".gz", ".jsonld", ".xml", ".parquet")
"""The ends of the names of files of data."""


def _no_progress(_done: int, _of: int) -> None:
    """Report no progress."""


@dataclass(frozen=True, kw_only=True)
class SiteFiles:
    """All files of a site; each is planned when it is asked for, and rendered when its bytes are."""

    site: Site
    sources: Sources
    cache: Cache
    """Keeps drawings."""
    memo: Memo
    """Keeps what one run has planned for the next."""
    data: DataFiles
    kept: Mapping[str, Made] = field(default_factory=dict)
    """What the last build made, by the digest of what it was made of."""
    last: NoAnswers = NO_ANSWERS
    """The answers of the data of the last build, beside those of now."""
    old: OldFile = no_file
    """Returns a file of the last build."""
    standings: dict[str, str] | None = None
    """Room for digests of what profiles show of indices; None where no result has changed."""
    elsewhere: Mapping[int, PageFiles] = field(default_factory=dict)
    """The files of pages that other processes made, by their places among all."""
    waiting: Mapping[str, Output] = field(default_factory=dict)
    """The files of whole tables and of indices that other processes made, by path."""
    of_countries: Mapping[str, tuple[str, tuple[Output, ...]]] = field(default_factory=dict)
    """The files of data of each country that other processes made, with the digest that names them."""
    digests: Digests = field(default_factory=Digests)
    """Those of what pages depend on: the same for every share of them."""
    places: tuple[int, ...] | None = None
    """The places of the pages that are planned here; all if None."""
    progress: Callable[[int, int], None] = _no_progress
    """Called with the number of pages planned, out of how many, when all are planned."""

    @cached_property
    def all(self) -> tuple[Output, ...]:
        """Every file, each with its key."""
        pages = tuple(output for each in self.pages for output in each.outputs)
        explorer = plan_explorer(self.cache) if any(o.path.endswith(EXPLORATIONS) for o in pages) else ()
        return (
            *pages,
            *explorer,
            self._finder,
            *(self.waiting.get(o.path, o) for o in chain.from_iterable(self._data_files.values())),
            *self.assets,
            *self._others,
            *self._static.values(),
            *self._images.values(),
        )

    @cached_property
    def pages(self) -> tuple[PageFiles, ...]:
        """The files of every page."""
        return tuple(self._planned())

    def _planned(self) -> Iterator[PageFiles]:
        places = range(len(self.site.planned)) if self.places is None else self.places
        for done, place in enumerate(places, start=1):
            yield self.elsewhere.get(place) or self._maker.files(self.site.planned[place])
            self.progress(done, len(places))

    @cached_property
    def fresh(self) -> tuple[int, ...]:
        """The places of the pages that cannot be taken over."""
        planned = enumerate(self.site.planned)
        return tuple(place for place, page in planned if not self.kept or not self._maker.is_kept(page))

    def may_stand(self) -> bool:
        """Whether it depends on results of indices, which may have changed, what can be taken over."""
        return self.standings is not None and any(
            page.standings and self._maker.is_known(page) for page in self.site.planned
        )

    def compare_answers(self) -> None:
        """Find to which pages the data answer as in the last build, before anybody asks."""
        for page in self.site.planned:
            self._maker.has_answers(page)

    def know_standings(self, found: Mapping[str, str]) -> None:
        """Know digests of what profiles show of the results of indices, by URL."""
        if self.standings is not None:
            self.standings.update(found)

    def digests_of_standings(self) -> Mapping[str, str]:
        """Return digests of what profiles show of the results of indices, by URL."""
        shown = ((page.url, page.standings) for page in self.site.planned)
        return {url: digest_of_standings(plan()) for url, plan in shown if plan}

    @cached_property
    def _data_files(self) -> Mapping[str, tuple[Output, ...]]:
        """The files of data, by the digest of what they are made of."""
        countries = (self.of_countries.get(code) or self.data.of_country(code) for code in self.site.dataset.pages)
        return dict((*self.data.groups, *countries))

    @cached_property
    def of_data(self) -> frozenset[str]:
        """The paths of the files of data."""
        return frozenset(output.path for output in chain.from_iterable(self._data_files.values()))

    @cached_property
    def new_pages(self) -> tuple[Page, ...]:
        """The records of the pages that could not be taken over."""
        return tuple(each.page for each in self.pages if each.page)

    @cached_property
    def made(self) -> Mapping[str, Made]:
        """What a later build has to know, by the digest of what it was made of."""
        data = {name: Made(files={o.path: o.key_digest for o in files}) for name, files in self._data_files.items()}
        return {**{each.name: each.made(self.spans) for each in self.pages if each.name}, **data}

    @property
    def spans(self) -> Mapping[str, Spans]:
        """Where titles stand in the profiles rendered here, by path."""
        return self._maker.spans

    @property
    def questions(self) -> Mapping[str, bytes]:
        """What the pages that were planned asked of the data, by URL."""
        pages = zip(self.site.planned, self.pages, strict=True)
        return {planned.url: each.questions for planned, each in pages if each.questions is not None}

    @property
    def answers(self) -> Mapping[str, bytes]:
        """What data answered to the profiles planned, as entries of the state file; empty for others."""
        pages = zip(self.site.planned, self.pages, strict=True)
        found = {planned.url: (each.asked, each.answers) for planned, each in pages if each.questions is not None}
        return answers_entries(found, self._maker.around)

    def has(self, path: str) -> bool:
        """Whether a path is that of a file."""
        return path in self._static or self._makes(path)

    def check_static(self) -> Iterator[Diagnostic]:
        """Yield a problem for each file of `static/` whose address another file has."""
        return (taken_address(path) for path in self._static if self._makes(path))

    def _makes(self, path: str) -> bool:
        page = self._pages.get(f"{path.rpartition('/')[0]}/index.html".lstrip("/"))
        made = path in self._pages or path in self._shared or path in self._images
        return made or (page is not None and path in self._beside(page))

    @cached_property
    def _static(self) -> Mapping[str, Output]:
        """The files of `static/` by path."""
        return {output.path: output for output in plan_static(self.sources)}

    @cached_property
    def _images(self) -> Mapping[str, Output]:
        """The pictures of images by path."""
        return {output.path: output for output in plan_images(self.site, self.sources, self.cache)}

    @cached_property
    def _shared(self) -> frozenset[str]:
        """The paths of all files that are no page's own."""
        outputs = (self._finder, *plan_explorer(self.cache), *self.assets, *self._others)
        return frozenset(o.path for o in chain(outputs, *self._data_files.values()))

    def _beside(self, page: PlannedPage) -> frozenset[str]:
        """Return the paths of the files of a page's charts."""
        made = self.site.page(page)
        return self.memo.of(made, "files beside", lambda: frozenset(o.path for o in self._maker.chart_files.of(made)))

    def find(self, path: str) -> Output | None:
        """Return the file at a path; of the pages only the one it stands on or beside is planned, if any."""
        return next((output for outputs in self._near(path) for output in outputs if output.path == path), None)

    def _near(self, path: str) -> Iterator[Iterable[Output]]:
        """Yield groups of files that may have one at a path, the likely first."""
        folder, name = path.rpartition("/")[::2]
        if path in self._pages:
            yield (self._maker.html(self.site.page(self._pages[path])),)
        yield (self._finder, *plan_explorer(self.cache), *self.assets)
        yield self._others
        yield (each[path] for each in (self._static, self._images) if path in each)
        if page := self._pages.get(f"{folder}/index.html".lstrip("/")):
            yield self._maker.chart_files.of(self.site.page(page))
        if folder.startswith("indices/") or name.endswith(OF_DATA):
            yield from self._data_files.values()

    @cached_property
    def _pages(self) -> Mapping[str, PlannedPage]:
        return {output_path(page.url): page for page in self.site.planned}

    @cached_property
    def _finder(self) -> Output:
        return _finder_of(self.site)

    @cached_property
    def _renderer(self) -> Renderer:
        return renderer_of(self.site, self.sources)

    @cached_property
    def _maker(self) -> PageMaker:
        return PageMaker(
            site=self.site,
            renderer=self._renderer,
            drawers=_drawers(self.site, self.cache),
            chart_files=ChartFiles(self.site, self.sources, self.cache, self.memo, code_digest()),
            memo=self.memo,
            kept=self.kept,
            last=self.last,
            old=self.old,
            standings=self.standings,
            digests=self.digests,
        )

    @cached_property
    def assets(self) -> tuple[Output, ...]:
        """Styles, scripts and the icon."""
        return plan_assets(self.sources, self.site.config.look)

    @cached_property
    def _others(self) -> tuple[Output, ...]:
        site = self.site
        return (*_feeds(site), *plan_redirects(site), *plan_host_files(site))


def files_of(site: Site, sources: Sources, cache: Cache, memo: Memo) -> SiteFiles:
    """Return all files of a site; `cache` keeps drawings, `memo` what one run has planned for the next."""
    data = DataFiles(site=site, sources=sources, memo=memo)
    return SiteFiles(site=site, sources=sources, cache=cache, memo=memo, data=data)


def renderer_of(site: Site, sources: Sources) -> Renderer:
    """Return the renderer of a site's pages."""
    templates, base_url, finder = sources.digest_of_templates(), site.base_url, _finder_of(site).path
    look, kind = site.config.look, site.config.entities
    return site.memo.get(
        ("renderer", templates, base_url, finder, look, look.mark(sources), kind),
        lambda: make_renderer(sources, base_url, finder=finder, look=look, entities=kind),
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
