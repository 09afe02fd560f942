"""Checks between pages: one page on a URL, and a link to each."""

from collections.abc import Iterator, Sequence
from posixpath import dirname, join, normpath

from generator.content.documents import DocumentKind
from generator.content.references import Scheme
from generator.diagnostics import Diagnostic, Location
from generator.pages.project import Project, document_url
from generator.rules import Rule

IN_EVERY_HEAD = frozenset(("/about/", "/methods/"))
"""Pages that the head of every page links to."""


def check_pages(project: Project, urls: Sequence[str]) -> Iterator[Diagnostic]:
    """Yield a problem for each page of prose whose URL another has already, or that nothing links to."""
    linked = _linked(project)
    for url in sorted(IN_EVERY_HEAD.difference(urls)):
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
        if path not in linked and url not in IN_EVERY_HEAD:
            hint = f"Link to it from another document, as [{document.title}](../pages/{document.slug}.md)"
            message = "No document links to this page."
            where = document.sections[0].location if document.sections else Location(path=path)
            yield Diagnostic(rule=Rule.DOCUMENT_ORPHAN, location=where, message=message, hint=hint)


def _linked(project: Project) -> frozenset[str]:
    return frozenset(
        normpath(join(dirname(path), reference.target.partition("#")[0]))
        for path, document in project.documents.items()
        for reference in document.references
        if reference.scheme is Scheme.PAGE and not reference.target.startswith("#")
    )
