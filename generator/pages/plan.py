"""The pages of the site and their problems; the record of a page is made on demand."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial

from generator.charts.chart import Chart
from generator.charts.locator.plan import make_atlas
from generator.config import SiteConfig
from generator.content.briefs import Issue
from generator.content.documents import Document, DocumentKind
from generator.content.load import Content
from generator.content.narrative import Narrative
from generator.data.dataset import Dataset
from generator.data.geo.geometry import Geometry
from generator.data.lasting import with_answers
from generator.data.memoised import once
from generator.diagnostics import Diagnostic
from generator.imports.receipts import Receipt
from generator.indices.engine.compute import Result
from generator.memo import Memo, Part
from generator.messages import speak
from generator.pages.blocks.indices.standing import plan_standings
from generator.pages.checks import check_pages
from generator.pages.frame.frame import BRIEFS, ESSAYS, groups_link, with_navigation
from generator.pages.frame.picture import with_picture
from generator.pages.kinds.briefs import essays_on, plan_briefs, plan_issue
from generator.pages.kinds.changes import plan_changes
from generator.pages.kinds.compare import plan_compare
from generator.pages.kinds.country import plan_country
from generator.pages.kinds.data import plan_data
from generator.pages.kinds.group import group_ids, plan_group, plan_group_list
from generator.pages.kinds.home import plan_front_chart, plan_home, story_chart, story_of
from generator.pages.kinds.index_method import plan_index_method
from generator.pages.kinds.indexes import plan_countries, plan_essays, plan_indicators, plan_parts
from generator.pages.kinds.indicator import plan_indicator
from generator.pages.kinds.indices import plan_index, plan_index_list
from generator.pages.kinds.prose import plan_essay, plan_not_found, plan_plain
from generator.pages.kinds.reading import plan_reading
from generator.pages.kinds.search import plan_search
from generator.pages.kinds.topic import plan_topic
from generator.pages.noted import noted_project
from generator.pages.project import OwnFiles, Project, document_url
from generator.pages.prose.bind import BoundDocument, bind_document
from generator.pages.prose.images import shown_images, shown_leads
from generator.pages.prose.texts import NO_TEXT, LastingTexts, Text, Texts
from generator.pages.records.page import Page
from generator.pages.redirects import check_redirects, kept_redirects
from generator.pages.site import Key, PlannedPage, Site
from generator.pages.titles import Titles, titles_of, without_titles
from generator.urls import group_url, index_method_url, index_node_url, index_url, indicator_url, topic_url

__all__ = ("FindTexts", "plan_site")

FindTexts = Callable[[Project, Dataset], Texts | None]
"""Finds texts bound before, of a project that notes nothing and of data that note what is read."""

FIXED_PAGES: dict[str, Callable[[Project], Page]] = {
    "/compare/": plan_compare,
    "/indicators/": plan_indicators,
    ESSAYS: plan_essays,
    BRIEFS: plan_briefs,
    "/groups/": plan_group_list,
    "/data/": plan_data,
    "/data/changes/": plan_changes,
    "/data/reading/": plan_reading,
    "/search/": plan_search,
    "/404.html": plan_not_found,
}


def plan_site(  # noqa: PLR0913 - all that a project consists of
    config: SiteConfig,
    dataset: Dataset,
    content: Content,
    memo: Memo,
    geometry: Geometry | None = None,
    indices: Mapping[str, Result] | None = None,
    receipts: Mapping[str, Receipt] | None = None,
    files: OwnFiles | None = None,
    *,
    texts: FindTexts = lambda _project, _dataset: None,
    drafts: bool = False,
) -> tuple[Site, tuple[Diagnostic, ...]]:
    """Return every page of the site, its prose bound to the data, and what is wrong with any of them.

    A draft is bound like other documents, so that it is checked; it has a page only with `drafts`. `texts` finds those
    that were bound before; else they last as long as `memo`.
    """
    given, dataset = dataset, _with_grammar(dataset, content.narrative, memo)
    written = {document.path: document for document in content.documents}
    shown = {path: document for path, document in written.items() if drafts or not document.draft}
    layout = without_titles(content.layout)
    absent = _absent(shown.values(), content, dataset)
    config = with_navigation(config, absent)
    raw = Project(
        config=config,
        dataset=given,
        documents=shown,
        layout=layout,
        works=content.works,
        narrative=content.narrative,
        geometry=geometry,
        atlas=make_atlas(dataset, geometry) if geometry else None,
        indices=indices or {},
        receipts=receipts or {},
        files=files or OwnFiles(),
        issues=content.issues,
    )
    project = noted_project(raw, dataset)
    shapes = geometry.digest if geometry else ""
    common = memo.part((config.model_dump_json(), dataset.digest, layout, content.narrative, shapes))
    results = tuple(_digest_of_result(dataset, result) for result in (indices or {}).values())
    always = memo.part((common[0], dataset.rest, *common[2:]))
    whole = replace(project, documents=written)
    bindings = _bindings(whole, memo.part(_index(whole)))
    known = texts(raw, dataset) or LastingTexts(memo)
    bound = {path: known.of(path, (always, *key), dataset, bind) for path, key, bind in bindings}
    index = memo.part(_index(project))
    fixed = (config.base_url, dataset.rest, shapes)  # as COMMON has it
    told = story_chart(project, bound)
    chosen = ("front chart", told, layout.key_figures)
    front = partial(once, dataset, chosen, partial(plan_front_chart, project, told))
    picture = (told.title if told else "",)
    planned = (
        replace(
            page,
            key=(common, *page.key, *picture),
            lasting=(always, results, *page.lasting, *picture),
            fixed=(*fixed, *page.lasting, *picture),
            make=partial(with_picture, page.make, config.base_url, front),
        )
        for page in (
            _home(project, told, front, index),
            *_prose_pages(project, bound, titles_of(content.layout), index),
            *_data_pages(project),
        )
        if page.url not in absent
    )
    ordered = tuple(sorted(planned, key=lambda page: page.url))
    urls = [page.url for page in ordered]
    redirects = kept_redirects(content.redirects, urls)
    site = Site(project=project, raw=raw, planned=ordered, redirects=redirects, memo=memo.pages, texts=known)
    problems = (problem for each in bound.values() for problem in each.diagnostics)
    return site, (
        *problems,
        *check_pages(project, urls),
        *check_redirects(content.redirects, urls, dataset),
    )


def _absent(documents: Iterable[Document], content: Content, dataset: Dataset) -> frozenset[str]:
    """Return the addresses of lists with nothing in them, which the site does not have."""
    kinds = {document.kind for document in documents}
    lists = {
        ESSAYS: DocumentKind.ESSAY in kinds,
        BRIEFS: bool(content.issues),
        groups_link().url: bool(group_ids(dataset)),
    }
    return frozenset(url for url, is_there in lists.items() if not is_there)


def _home(project: Project, told: Chart | None, front: Callable[[], Chart | None], index: Part) -> PlannedPage:
    """Return the front page; the chart of its story, bound before it is made, counts for what lasts too."""
    story = story_of(project)
    key = ("home", index, shown_leads(project), story.digest if story else "")
    return PlannedPage(url="/", key=key, lasting=(*key, told), make=lambda: plan_home(project, front()))


def _with_grammar(dataset: Dataset, narrative: Narrative, memo: Memo) -> Dataset:
    """Return the dataset whose countries know how a sentence names them; it notes what is read of it."""
    grammar = (narrative.definite, narrative.plural)
    whole = memo.get(("grammar", dataset.digest, *grammar), lambda: dataset.with_grammar(*grammar).noting())
    return with_answers(memo, "grammar", whole)


def _index(project: Project) -> Key:
    """Return what a reference may name: documents, works, briefs and files, as others see them."""
    files = tuple(project.files.static.items())
    return (
        *(document.entry for document in project.documents.values()),
        *project.works.values(),
        *project.issues,
        files,
    )


def _bindings(project: Project, index: Part) -> Iterator[tuple[str, Key, Callable[[], BoundDocument]]]:
    """Yield each document with a page: its path, what its binding depends on, and how it is bound."""
    for document in project.documents.values():
        if document.kind is not DocumentKind.COUNTRY or document.country in project.dataset.pages:
            around = _around(project, document)
            key = ("bound", document.path, document.digest, index, shown_images(project, document))
            yield document.path, (*key, *_own_data(project, around)), partial(bind_document, around, document)


def _around(project: Project, document: Document) -> Project:
    """Return the project as seen from what a document is about: a part is ranked among parts."""
    return project.around(document.country) if document.kind is DocumentKind.COUNTRY else project


def _own_data(project: Project, around: Project) -> Key:
    """Return what counts for a part: nobody notes what it asks its own view of the data, so all of them."""
    return () if around is project else (around.dataset.digest,)


def _prose_pages(project: Project, bound: dict[str, Text], titles: Titles, index: Part) -> Iterator[PlannedPage]:
    """Yield the pages that carry prose."""
    essays, commentaries = project.essays(), project.commentaries()
    for code in project.dataset.pages:
        commentary = commentaries.get(code)
        about = tuple(essay.entry for essay in essays if code in essay.countries)
        seen = (commentary.digest, index, shown_images(project, commentary)) if commentary else ()
        text = bound[commentary.path] if commentary else NO_TEXT
        yield _country(project, code, (about, project.briefs(code), seen), text, titles)
    yield from (_issue(project, issue, bound, index) for issue in project.issues)
    for document in project.documents.values():
        if document.kind in PROSE:
            key = (document.kind, document.path, document.digest, index, shown_images(project, document))
            make = partial(_of_prose, project, document, bound[document.path])
            yield _planned(document_url(document), key, make, bound[document.path])


PROSE: dict[DocumentKind, Callable[[Project, Document, BoundDocument], Page]] = {
    DocumentKind.ESSAY: plan_essay,
    DocumentKind.PAGE: plan_plain,
}


def _of_prose(project: Project, document: Document, text: Text) -> Page:
    return PROSE[document.kind](project, document, text.bound)


def _issue(project: Project, issue: Issue, bound: dict[str, Text], index: Part) -> PlannedPage:
    document = project.documents[issue.path]
    key = ("issue", issue, document.digest, index, shown_images(project, document), *essays_on(project, issue))
    text = bound[document.path]
    return _planned(document_url(document), key, lambda: plan_issue(project, issue, text.bound), text)


def _country(project: Project, code: str, texts: Key, text: Text, titles: Titles) -> PlannedPage:
    """Return the profile of a country, of whose texts the key is given."""
    own = project.around(code)
    key = ("country", code, *texts, *_own_data(project, own))
    return PlannedPage(
        url=project.dataset.countries[code].url,
        key=key,
        lasting=(*key, text.name),
        make=partial(_spoken, own, code, text),
        titles=titles,
        standings=partial(plan_standings, own, code),
    )


def _planned(url: str, key: Key, make: Callable[[], Page], text: Text | None = None) -> PlannedPage:
    """Return a page; what data say in its prose, bound before it is made, counts for what lasts too."""
    return PlannedPage(url=url, key=key, lasting=(*key, text.name) if text else key, make=make)


def _spoken(project: Project, code: str, text: Text) -> Page:
    """Return the page of a country, or of a part in the words for parts."""
    wording = project.dataset.entities.wording
    speak(wording)
    page = plan_country(project, code, text.bound)
    return replace(page, frame=replace(page.frame, wording=wording))


def _data_pages(project: Project) -> Iterator[PlannedPage]:
    """Yield the pages without prose of an author."""
    index = (*(document.entry for document in project.documents.values()), *project.issues, *shown_leads(project))
    kind = project.config.entities
    lists = {f"/{kind.path}/": plan_countries} | ({f"/{kind.parts.path}/": plan_parts} if kind.parts else {})
    for url, plan in {**lists, **FIXED_PAGES}.items():
        yield _planned(url, ("list", url, index), partial(plan, project))
    for topic, indicators in project.dataset.indicators_by_topic():
        if indicators:
            yield _planned(topic_url(topic), ("topic", topic), partial(plan_topic, project, topic))
    for group in group_ids(project.dataset):
        yield _planned(group_url(group), ("group", group, index), partial(plan_group, project, group))
    yield from _index_pages(project)
    for indicator in project.dataset.catalog.indicators:
        make = partial(plan_indicator, project, indicator)
        yield _planned(indicator_url(indicator), ("indicator", indicator), make)


def _index_pages(project: Project) -> Iterator[PlannedPage]:
    """Yield the list of composite indices, and of each its page, its nodes and its method."""
    made_of = {name: _digest_of_result(project.dataset, result) for name, result in project.indices.items()}
    if project.indices:
        yield _planned("/indices/", ("indices", *made_of.values()), partial(plan_index_list, project))
    for name, result in project.indices.items():
        root = result.contract.root
        for node in result.contract.live_nodes:
            url = index_url(name) if node == root else index_node_url(name, node)
            yield _planned(url, ("index", name, node, made_of[name]), partial(plan_index, project, name, node))
        make = partial(plan_index_method, project, name)
        yield _planned(index_method_url(name), ("method", name, made_of[name]), make)


def _digest_of_result(dataset: Dataset, result: Result) -> str:
    """Return a digest of a contract and all that it came to."""
    return dataset.rows.get(result.contract.indicator, "")
