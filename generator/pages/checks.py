"""Checks between pages: one page on a URL, and a link to each."""

from collections.abc import Collection, Iterator, Sequence
from posixpath import dirname, join, normpath

from generator.config import SiteConfig
from generator.content.documents import DocumentKind
from generator.content.references import Scheme
from generator.diagnostics import Diagnostic, Location, suggest
from generator.pages.project import Project, document_url
from generator.rules import Rule
from generator.sources.files import Source
from generator.sources.yaml_file import parse_yaml

PROSE = frozenset(("/about/", "/methods/"))
"""Pages of prose that the usual head of every page links to."""


def check_pages(project: Project, urls: Sequence[str]) -> Iterator[Diagnostic]:
    """Yield a problem for each page of prose whose URL another has already, or that nothing links to."""
    linked, in_every_head = _linked(project), _in_every_head(project)
    for url in sorted(in_every_head.intersection(PROSE).difference(urls)):
        absent = Location(path=f"content/pages/{url.strip('/')}.md")
        message, hint = "The head of every page links to this page.", "Write it; `profiles new` makes an example."
        yield Diagnostic(rule=Rule.FILE_MISSING, location=absent, message=message, hint=hint)
    for path, document in project.documents.items():
        url = document_url(document)
        if document.kind is not DocumentKind.PAGE:
            continue
        if urls.count(url) > 1:
            hint = "Rename the file; countries, indicators and essays are taken."
            message = f"Two pages would have the URL {url}."
            yield Diagnostic(rule=Rule.URL_CONFLICT, location=Location(path=path), message=message, hint=hint)
        if path not in linked and url not in in_every_head:
            hint = f"Link to it from another document, as [{document.title}](../pages/{document.slug}.md)"
            message = "No document links to this page."
            where = document.sections[0].location if document.sections else Location(path=path)
            yield Diagnostic(rule=Rule.DOCUMENT_ORPHAN, location=where, message=message, hint=hint)


def check_navigation(source: Source, urls: Collection[str]) -> Iterator[Diagnostic]:
    """Yield a problem for each link of `site.yaml` to a page that the site does not have."""
    located, _problems = parse_yaml(source, SiteConfig)
    for at, link in enumerate(located.value.navigation if located else ()):
        if located and link.url.startswith("/") and link.url not in urls and link.url not in PROSE:
            where = located.location("navigation", at, "url")
            hint = suggest(link.url, urls, "Name a page by its address, as /about/.")
            message = f"The site has no page '{link.url}'."
            yield Diagnostic(rule=Rule.LINK_BROKEN, location=where, message=message, hint=hint)


def _in_every_head(project: Project) -> frozenset[str]:
    return frozenset(link.url for link in project.config.navigation) or PROSE


def _linked(project: Project) -> frozenset[str]:
    return frozenset(
        normpath(join(dirname(path), reference.target.partition("#")[0]))
        for path, document in project.documents.items()
        for reference in document.references
        if reference.scheme is Scheme.PAGE and not reference.target.startswith("#")
    )
