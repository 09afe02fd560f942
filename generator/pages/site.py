"""The site as planned; the record of a page is made on demand."""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import chain

from generator.charts.chart import Chart
from generator.charts.locator.plan import Atlas
from generator.config import SiteConfig
from generator.content.redirects import Redirect
from generator.data.dataset import Dataset
from generator.data.lasting import lasting
from generator.data.memoised import Asked
from generator.memo import Memo
from generator.messages import speak
from generator.pages.feeds import Feed, plan_feeds
from generator.pages.frame.picture import charts_of
from generator.pages.project import Project
from generator.pages.prose.texts import Texts
from generator.pages.records.page import Page
from generator.pages.titles import Titles, with_titles

__all__ = ("COMMON", "Key", "PlannedPage", "Site")

Key = tuple[Hashable, ...]
"""The dependencies of a page."""

COMMON = ("address", "data", "maps")
"""What is fixed of every page begins with; who reads other parts is noted (`pages/noted.py`)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedPage:
    """A planned page: its URL, its dependencies, and the maker of its record."""

    url: str
    key: Key
    lasting: Key
    """The same without the rows of data, of which the page asks while it is made."""
    make: Callable[[], Page]
    fixed: Key = ()
    """What lasts, without entries and settings too, of which it is noted that the page reads them."""
    titles: Titles = ()
    """Those of its sections, which are put into the record afterwards."""
    standings: Callable[[], object] | None = None
    """What a profile shows of the results of indices besides their rows; None of any other page."""


@dataclass(frozen=True, kw_only=True)
class Site:
    """All pages in order of their URLs, and the sources of the files beside them."""

    project: Project
    raw: Project
    """The same, of which it is not noted what is read."""
    planned: tuple[PlannedPage, ...]
    redirects: tuple[Redirect, ...]
    """Addresses that lead to another."""
    memo: Memo
    """Keeps the records."""
    texts: Texts
    """The bound texts of its documents."""

    @property
    def config(self) -> SiteConfig:
        """The settings of the site."""
        return self.project.config

    @property
    def dataset(self) -> Dataset:
        """The dataset."""
        return self.project.dataset

    @property
    def atlas(self) -> Atlas | None:
        """The atlas of locators."""
        return self.project.atlas

    @property
    def base_url(self) -> str:
        """The address of the site."""
        return self.config.base_url

    def page(self, planned: PlannedPage) -> Page:
        """Return the record of a page, made now if it is not kept."""
        return self.asking(planned)[0]

    def asking(self, planned: PlannedPage) -> tuple[Page, Asked]:
        """Return the record of a page, and what was asked of the data for it."""
        speak(self.config.entities.wording)
        page, asked = self.memo.get(planned.key, partial(self._made, planned))
        whole = partial(with_titles, page, planned.titles)
        return self.memo.of(page, f"titles {planned.titles}", whole) if planned.titles else page, asked

    def _made(self, planned: PlannedPage) -> tuple[Page, Asked]:
        return lasting(self.memo, planned.lasting, self.dataset, planned.make)

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        """The record of every page."""
        return tuple(map(self.page, self.planned))

    @cached_property
    def by_url(self) -> Mapping[str, PlannedPage]:
        """The planned pages by URL."""
        return {page.url: page for page in self.planned}

    @cached_property
    def feeds(self) -> tuple[Feed, ...]:
        """The Atom feeds."""
        return plan_feeds(self.project)

    def charts_on(self, page: Page) -> tuple[Chart, ...]:
        """Return the charts on a page."""
        return self.memo.of(page, "charts", partial(charts_of, page))

    @cached_property
    def drawings(self) -> tuple[str, ...]:
        """The specification of every chart on every page, each once, in order of pages."""
        charts = chain.from_iterable(map(self.charts_on, self.pages))
        return tuple(dict.fromkeys(drawing.spec for chart in charts for drawing in chart.drawings))
