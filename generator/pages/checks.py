"""Checks between pages: one page on a URL, and a link to each."""

from collections.abc import Collection, Iterator, Sequence
from posixpath import dirname, join, normpath

from generator.config import SiteConfig
from generator.content.documents import DocumentKind
from generator.content.references import Scheme
from generator.diagnostics import Diagnostic, Location, suggest
from generator.pages.frame.frame import BRIEFS, ESSAYS
from generator.pages.project import Project, document_url
from generator.rules import Rule
from generator.sources.files import Source
from generator.sources.yaml_file import parse_yaml
from generator.urls import essay_url

PROSE = frozenset(("/about/", "/methods/"))
"""Pages of prose that the usual head of every page links to."""

EMPTY = {
    BRIEFS: "Without a brief there is no list of them; write one in content/briefs/, or take the link out.",
    ESSAYS: "Without an essay there is no list of them; write one in content/essays/, or take the link out.",
}
"""What to do about a link to a list with nothing in it."""


def check_pages(project: Project, urls: Sequence[str]) -> Iterator[Diagnostic]:
    """Yield a problem for each page of prose whose URL another has already, or that nothing links to."""
    linked, everywhere = _linked(project), {url for _keys, url in _named(project.config)}
    in_head = {link.url for link in project.config.navigation}
    for url in sorted(in_head.intersection(PROSE).difference(urls)):
        absent = Location(path=f"content/pages/{url.strip('/')}.md")
        message, hint = "The head of every page links to this page.", "Write it; `profiles new` makes an example."
        yield Diagnostic(rule=Rule.FILE_MISSING, location=absent, message=message, hint=hint)
    for path, document in project.documents.items():
        if document.kind is not DocumentKind.PAGE:
            continue
        url = document_url(document)
        if urls.count(url) > 1:
            hint = "Rename the file; countries, indicators and essays are taken."
            message = f"Two pages would have the URL {url}."
            yield Diagnostic(rule=Rule.URL_CONFLICT, location=Location(path=path), message=message, hint=hint)
        if path not in linked and url not in everywhere and not document.draft:
            hint = f"Link to it from another document, as [{document.title}](../pages/{document.slug}.md)"
            message = "No document links to this page."
            where = document.sections[0].location if document.sections else Location(path=path)
            yield Diagnostic(rule=Rule.DOCUMENT_ORPHAN, location=where, message=message, hint=hint)


def check_links(source: Source, urls: Collection[str]) -> Iterator[Diagnostic]:
    """Yield a problem for each link of `site.yaml` to a page that the site does not have."""
    located, _problems = parse_yaml(source, SiteConfig)
    for keys, url in _named(located.value) if located else ():
        if located and url.startswith("/") and url not in urls and not (keys[0] == "navigation" and url in PROSE):
            message = f"The site has no page '{url}'."
            hint = EMPTY.get(url) or suggest(url, urls, "Name a page by its address, as /about/.")
            yield Diagnostic(rule=Rule.LINK_BROKEN, location=located.location(*keys), message=message, hint=hint)


def check_story(source: Source, urls: Collection[str]) -> Iterator[Diagnostic]:
    """Yield a problem if the story that `site.yaml` leads the front page with is no essay of the site."""
    located, _problems = parse_yaml(source, SiteConfig)
    story = located.value.story if located else None
    if located and story and essay_url(story) not in urls:
        slugs = [url.split("/")[2] for url in urls if url.startswith("/essays/") and url != "/essays/"]
        hint = suggest(story, slugs, "Name a file of content/essays/ without its ending.")
        message = f"There is no essay '{story}' to lead the front page."
        yield Diagnostic(rule=Rule.LINK_BROKEN, location=located.location("story"), message=message, hint=hint)


def _named(config: SiteConfig) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Yield the addresses that `site.yaml` names for every page, each with its keys there."""
    for at, link in enumerate(config.navigation):
        yield ("navigation", at, "url"), link.url
    for at, link in enumerate(config.footer.links):
        yield ("footer", "links", at, "url"), link.url
    if config.imprint:
        yield ("imprint",), config.imprint


def _linked(project: Project) -> frozenset[str]:
    return frozenset(
        normpath(join(dirname(path), reference.target.partition("#")[0]))
        for path, document in project.documents.items()
        for reference in document.references
        if reference.scheme is Scheme.PAGE and not reference.target.startswith("#")
    )
