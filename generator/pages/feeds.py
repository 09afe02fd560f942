"""The feeds of the whole site and of each country; dates are those of the texts."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from generator.content.documents import Document, DocumentKind
from generator.messages import gettext as _
from generator.pages.blocks.revisions import CHANGES, CHANGES_FEED, changes_link, plan_events
from generator.pages.project import Project, brief_url
from generator.pages.prose.bind import bind_document, summary_of
from generator.pages.prose.plain import plain_text
from generator.pages.records.parts import Link, country_link
from generator.urls import canonical


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A text in a feed: stable id, title, absolute URL, date, authors and plain summary."""

    id: str
    title: str
    url: str
    day: str
    authors: tuple[str, ...]
    summary: str
    countries: tuple[str, ...]
    """alpha-3 codes of the countries it is about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed at a site URL: its entries newest first; `updated` is an ISO date."""

    url: str
    id: str
    title: str
    home: str
    self_url: str
    author: str
    updated: str
    language: str
    entries: tuple[Entry, ...]


def country_feed(project: Project, code: str) -> Link:
    """Return the link to a country's feed, which is there before anything is written about the country."""
    country = project.dataset.countries[code]
    return country_link(country, "feed.xml")


def plan_feeds(project: Project) -> tuple[Feed, ...]:
    """Return the site's feed and those of countries."""
    entries = sorted((*_documents(project), *_briefs(project)), key=lambda e: (e.day, e.id), reverse=True)
    feeds = [_feed(project, "/feed.xml", "/", project.config.title, entries)]
    for code in project.dataset.pages:
        link = country_feed(project, code)
        about = [entry for entry in entries if code in entry.countries]
        title = f"{link.text} – {project.config.title}"
        feeds.append(_feed(project, link.url, link.url.removesuffix("feed.xml"), title, about))
    changes = changes_link()
    feeds.append(
        _feed(project, CHANGES_FEED, changes.url, f"{changes.text} – {project.config.title}", _changes(project))
    )
    return tuple(feeds)


def _feed(project: Project, url: str, home: str, title: str, entries: list[Entry]) -> Feed:
    config = project.config
    return Feed(
        url=url,
        id=canonical(config.base_url, home),
        title=title,
        home=canonical(config.base_url, home),
        self_url=canonical(config.base_url, url),
        author=config.publisher.name,
        updated=max((entry.day for entry in entries), default=config.edition.isoformat()),
        language=config.language,
        entries=tuple(entries),
    )


def _documents(project: Project) -> Iterator[Entry]:
    """Yield essays and commentary that carry a date."""
    for document in project.documents.values():
        known = (
            document.kind is DocumentKind.ESSAY or document.country in project.dataset.pages
        )  # any other is reported
        if document.kind in {DocumentKind.ESSAY, DocumentKind.COUNTRY} and document.date and known:
            url, day = project.url_of(document), document.date.isoformat()
            yield Entry(
                id=_tag(project, document.kind, document.slug),
                title=document.title or _title(project, document),
                url=canonical(project.config.base_url, url),
                day=day,
                authors=document.authors,
                summary=summary_of(project, document),
                countries=tuple(filter(None, (document.country, *document.countries))),
            )


def _changes(project: Project) -> list[Entry]:
    """Return the recorded revisions, newest first; one whose replies had no date has that of the edition."""
    page = canonical(project.config.base_url, CHANGES)
    return [
        Entry(
            id=_tag(project, "revision", event.id),
            title=event.title,
            url=f"{page}#{event.id}",
            day=event.day or project.config.edition.isoformat(),
            authors=(),
            summary=" ".join((event.vintage, *(f"{each.link.text}: {each.said}." for each in event.series))).strip(),
            countries=(),
        )
        for event in plan_events(project)
    ]


def _title(project: Project, document: Document) -> str:
    return _("{country}: commentary").format(country=project.dataset.countries[document.country].name)


def _briefs(project: Project) -> Iterator[Entry]:
    for issue in project.issues:
        bound = bind_document(project, project.documents[issue.path])
        for brief in issue.briefs:
            yield Entry(
                id=_tag(project, "brief", brief.id),
                title=brief.headline,
                url=canonical(project.config.base_url, brief_url(brief)),
                day=brief.date.isoformat(),
                authors=(),
                summary=plain_text(bound.body(brief.id)),
                countries=brief.countries,
            )


def _tag(project: Project, kind: str, name: str) -> str:
    """Return an id by RFC 4151 that survives renaming, redating and moving a text.

    Its authority is the host of `base_url`: a site that moves to another host is another publisher to its readers' feeds.
    """
    return f"tag:{urlsplit(project.config.base_url).hostname},2026:{kind}/{name}"
