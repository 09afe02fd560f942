"""Which pages exist: one record per page, with every problem found on the way."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass

from generator.charts.chart import Chart
from generator.config import SiteConfig
from generator.content.load import Content
from generator.data.dataset import Dataset
from generator.diagnostics import Diagnostic, Location
from generator.pages.country import plan_country
from generator.pages.indicator import plan_indicator
from generator.pages.lists import plan_countries, plan_essays, plan_home, plan_indicators
from generator.pages.page import Page
from generator.pages.project import Project
from generator.pages.prose import plan_essay, plan_not_found, plan_plain
from generator.rules import Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """All pages in order of their URLs, and the address they will live at."""

    base_url: str
    pages: tuple[Page, ...]

    @property
    def drawings(self) -> tuple[str, ...]:
        """The specification of every chart on every page, each once, in order of pages."""
        charts = (chart for page in self.pages for chart in charts_in(page))
        return tuple(dict.fromkeys(drawing.spec for chart in charts for drawing in chart.drawings))


def plan_site(config: SiteConfig, dataset: Dataset, content: Content) -> tuple[Site, tuple[Diagnostic, ...]]:
    """Return every page of the site with all it may show, and what is wrong with any of them."""
    documents = {document.path: document for document in content.documents}
    project = Project(config=config, dataset=dataset, documents=documents, layout=content.layout)
    planned = tuple(_bound_pages(project))
    pages = (*_data_pages(project), *(page for page, _ in planned))
    problems = tuple(problem for _, found in planned for problem in found)
    site = Site(base_url=config.base_url, pages=tuple(sorted(pages, key=lambda page: page.shell.url)))
    return site, (*problems, *_check_urls(project, site))


def _bound_pages(project: Project) -> Iterator[tuple[Page, tuple[Diagnostic, ...]]]:
    """Yield the pages that carry prose, each with what is wrong with it."""
    for code in project.dataset.profiles:
        yield plan_country(project, code)
    for essay in project.essays():
        yield plan_essay(project, essay)
    for document in project.documents.values():
        if document.kind == "page":
            yield plan_plain(project, document)


def _data_pages(project: Project) -> Iterator[Page]:
    yield plan_home(project)
    yield plan_countries(project)
    yield plan_indicators(project)
    yield plan_essays(project)
    yield plan_not_found(project)
    for indicator in project.dataset.catalog.indicators:
        yield plan_indicator(project, indicator)


def _check_urls(project: Project, site: Site) -> Iterator[Diagnostic]:
    """Yield a problem for each document whose URL another page has already."""
    urls = [page.shell.url for page in site.pages]
    for path, document in project.documents.items():
        url = f"/{document.slug}/"
        if document.kind == "page" and urls.count(url) > 1:
            yield Diagnostic(
                rule=Rule.URL_CONFLICT,
                location=Location(path=path),
                message=f"Two pages would have the URL {url}.",
                hint="Rename the file; countries, indicators and essays are taken.",
            )


def charts_in(record: object) -> Iterator[Chart]:
    """Yield every chart within a page record, in the order of its fields."""
    if isinstance(record, Chart):
        yield record
    elif isinstance(record, tuple):
        for item in record:
            yield from charts_in(item)
    elif is_dataclass(record):
        for part in fields(record):
            yield from charts_in(getattr(record, part.name))
