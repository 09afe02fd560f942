"""Which pages exist: one record per page, with every problem found on the way."""

from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from functools import partial

from generator.charts.chart import Chart
from generator.charts.locator import Atlas, make_atlas
from generator.config import SiteConfig
from generator.content.load import Content
from generator.data.dataset import Dataset
from generator.data.geometry import Geometry
from generator.diagnostics import Diagnostic
from generator.memo import Memo
from generator.pages.briefs import plan_briefs, plan_issue
from generator.pages.checks import check_pages
from generator.pages.compare import plan_compare
from generator.pages.country import plan_country
from generator.pages.data_page import plan_data
from generator.pages.feeds import Feed, plan_feeds
from generator.pages.groups import group_ids, plan_group, plan_group_list
from generator.pages.indicator import plan_indicator
from generator.pages.lists import plan_countries, plan_essays, plan_home, plan_indicators
from generator.pages.page import Page
from generator.pages.project import Project
from generator.pages.prose import plan_essay, plan_not_found, plan_plain
from generator.pages.topics import plan_topic

Key = tuple[Hashable, ...]
"""What a page depends on besides configuration, data and layout."""

Bound = tuple[Page, tuple[Diagnostic, ...]]
"""A page with prose, and what is wrong with its references."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """All pages in order of their URLs, and what the files beside them are made from."""

    config: SiteConfig
    dataset: Dataset
    pages: tuple[Page, ...]
    feeds: tuple[Feed, ...] = ()
    atlas: Atlas | None = None
    """What locators are drawn from."""

    @property
    def base_url(self) -> str:
        """The address the site will live at."""
        return self.config.base_url

    @property
    def drawings(self) -> tuple[str, ...]:
        """The specification of every chart on every page, each once, in order of pages."""
        charts = (chart for page in self.pages for chart in charts_in(page))
        return tuple(dict.fromkeys(drawing.spec for chart in charts for drawing in chart.drawings))


def plan_site(
    config: SiteConfig, dataset: Dataset, content: Content, memo: Memo, geometry: Geometry | None = None
) -> tuple[Site, tuple[Diagnostic, ...]]:
    """Return every page of the site with all it may show, and what is wrong with any of them."""
    documents = {document.path: document for document in content.documents}
    project = Project(
        config=config,
        dataset=dataset,
        documents=documents,
        layout=content.layout,
        works=content.works,
        narrative=content.narrative,
        geometry=geometry,
        atlas=make_atlas(dataset, geometry) if geometry else None,
        issues=content.issues,
    )
    shapes = geometry.digest if geometry else ""
    common = (config.model_dump_json(), dataset.digest, content.layout, content.narrative, shapes)
    bound = [memo.get((*common, *key), plan) for key, plan in _bound_pages(project)]
    pages = [memo.get((*common, *key), plan) for key, plan in _data_pages(project)]
    pages += [page for page, _ in bound]
    problems = tuple(problem for _, found in bound for problem in found)
    ordered = tuple(sorted(pages, key=lambda page: page.shell.url))
    site = Site(config=config, dataset=dataset, pages=ordered, feeds=plan_feeds(project), atlas=project.atlas)
    return site, (*problems, *check_pages(project, [page.shell.url for page in site.pages]))


def _bound_pages(project: Project) -> Iterator[tuple[Key, Callable[[], Bound]]]:
    """Yield the pages that carry prose: what each depends on besides the common ground, and how it is planned."""
    index = (*(document.entry for document in project.documents.values()), *project.works.values(), *project.issues)
    for code in project.dataset.profiles:
        commentary = project.commentary(code)
        about = tuple(essay.entry for essay in project.essays() if code in essay.countries)
        told = (*about, *project.briefs(code))
        seen = (commentary.digest, index) if commentary else ()
        yield ("country", code, told, seen), partial(plan_country, project, code)
    for essay in project.essays():
        yield ("essay", essay.path, essay.digest, index), partial(plan_essay, project, essay)
    for issue in project.issues:
        document = project.documents[issue.path]
        yield ("issue", issue, document.digest, index), partial(plan_issue, project, issue)
    for document in project.documents.values():
        if document.kind == "page":
            yield ("page", document.path, document.digest, index), partial(plan_plain, project, document)


def _data_pages(project: Project) -> Iterator[tuple[Key, Callable[[], Page]]]:
    """Yield the pages without prose of an author."""
    index = (*(document.entry for document in project.documents.values()), *project.issues)
    lists = (
        plan_home,
        plan_compare,
        plan_countries,
        plan_indicators,
        plan_essays,
        plan_briefs,
        plan_group_list,
        plan_data,
    )
    for plan in (*lists, plan_not_found):
        yield ("list", plan.__name__, index), partial(plan, project)
    for topic, indicators in project.dataset.indicators_by_topic():
        if indicators:
            yield ("topic", topic), partial(plan_topic, project, topic)
    for group in group_ids(project.dataset):
        yield ("group", group), partial(plan_group, project, group)
    for indicator in project.dataset.catalog.indicators:
        yield ("indicator", indicator), partial(plan_indicator, project, indicator)


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
