"""Essays and plain pages: documents bound to the data."""

from html import escape

from generator.content.documents import Document
from generator.data.dataset import Dataset
from generator.data.group_rows import group_origins, named_group
from generator.formatting import format_date, format_list
from generator.messages import gettext as _
from generator.pages.frame.citation import plan_citation
from generator.pages.frame.frame import essays_link, plan_frame, previous_and_next
from generator.pages.frame.json_ld import Thing, article_thing, image_thing
from generator.pages.frame.provenance import plan_sources
from generator.pages.project import Project, document_url
from generator.pages.prose.bind import BoundDocument
from generator.pages.prose.plain import plain_text
from generator.pages.records.page import EssayPage, PlainPage
from generator.pages.records.parts import Link, Section, country_link
from generator.urls import canonical


def plan_essay(project: Project, document: Document, bound: BoundDocument) -> EssayPage:
    """Return the page of an essay."""
    dataset, url = project.dataset, document_url(document)
    used = _used(dataset, bound)
    return EssayPage(
        frame=plan_frame(
            project.config,
            title=document.title,
            description=plain_text(bound.summary),
            url=url,
            trail=(essays_link(), Link(text=document.title, url=url)),
            around=previous_and_next([Link(text=e.title, url=document_url(e)) for e in project.essays()], url),
            things=(_article(project, document, bound, url),),
        ),
        title=document.title,
        summary=bound.summary,
        authors=format_list(document.authors),
        date=format_date(document.date, project.config.language) if document.date else "",
        countries=tuple(country_link(dataset.countries[c]) for c in document.countries if c in dataset.countries),
        lead=bound.lead,
        sections=_sections(bound),
        sources=plan_sources(dataset, used),
        notes=bound.notes,
        works=bound.works,
        citation=plan_citation(
            project.config, dataset, authors=document.authors, title=document.title, url=url, used=used
        ),
    )


def _article(project: Project, document: Document, bound: BoundDocument, url: str) -> Thing:
    return article_thing(
        title=document.title,
        summary=plain_text(bound.summary),
        authors=document.authors,
        publisher=project.config.publisher.name,
        day=document.date.isoformat() if document.date else "",
        url=canonical(project.config.base_url, url),
        image=image_thing(bound.lead, project.config.base_url) if bound.lead else None,
    )


def _used(dataset: Dataset, bound: BoundDocument) -> tuple[tuple[str, str], ...]:
    """Return origin and indicator of every figure and chart in the prose."""
    pairs = [*bound.values_used, *(("", chart.indicator) for chart in bound.charts)]
    latest = (
        dataset.latest(indicator, c)
        for country, indicator in pairs
        for c in ([country] if country else dataset.profiles)
    )
    of_groups = (
        pair
        for name, indicator in bound.values_used
        if (group := named_group(dataset, name)) is not None
        for pair in group_origins(dataset, indicator, group)
    )
    return tuple(sorted({*((o.origin, o.indicator) for o in latest if o is not None), *of_groups}))


def _sections(bound: BoundDocument) -> tuple[Section, ...]:
    return tuple(Section(id=head.id, title=head.title, body=body, charts=()) for head, body in bound.bodies)


def plan_plain(project: Project, document: Document, bound: BoundDocument) -> PlainPage:
    """Return a page of prose: `/about/`."""
    url = document_url(document)
    frame = plan_frame(
        project.config,
        title=document.title,
        description=plain_text(bound.summary),
        url=url,
        trail=(Link(text=document.title, url=url),),
    )
    return PlainPage(
        frame=frame,
        kind="page",
        title=document.title,
        summary=bound.summary,
        lead=bound.lead,
        sections=_sections(bound),
        notes=bound.notes,
        works=bound.works,
    )


def plan_not_found(project: Project) -> PlainPage:
    """Return the page that answers an address that does not exist."""
    text = _("There is nothing at this address. It may have been mistyped, or the page has moved.")
    return PlainPage(
        frame=plan_frame(project.config, title=_("Page not found"), description=text, url="/404.html"),
        kind="404",
        title=_("Page not found"),
        summary=(escape(text),),
        sections=(),
        notes=(),
        works=(),
    )
