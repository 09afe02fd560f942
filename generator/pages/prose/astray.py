"""Links to documents that are not there, answered with what is meant."""

from posixpath import basename, dirname, relpath

from generator.content.documents import Document
from generator.content.references import Reference
from generator.diagnostics import Diagnostic, close_names, suggest
from generator.pages.project import Project
from generator.rules import Rule

HOW_TO_LINK = "Write the path from this file to the other, as in ../essays/name.md#heading."


def no_document(project: Project, document: Document, reference: Reference, path: str) -> Diagnostic:
    """Return the problem of a path without a document, with what to write for what it names."""
    hint = _elsewhere(project, document, path) or _like(project, document, path)
    return reference.fault(Rule.LINK_BROKEN, f"There is no document '{path}' beside this one.", hint)


def _elsewhere(project: Project, document: Document, path: str) -> str:
    """Return the hint for another site, an address of this one, or a profile without a text; else nothing."""
    if path.startswith("www."):
        return f"Write https://{path}"
    url = f"{path.rstrip('/')}/"
    for other, target in project.documents.items():
        if project.url_of(target) == url:
            return f"Write {relpath(other, dirname(document.path))}"
    name = basename(path)
    countries = (project.dataset.countries[code] for code in project.dataset.pages)
    return next(
        (f"Write country:{each.code}" for each in countries if each.url == url or name == f"{each.slug}.md"), ""
    )


def _like(project: Project, document: Document, path: str) -> str:
    """Return the hint that names the document of this name, or of one like it."""
    others = [relpath(other, dirname(document.path)) for other in sorted(project.documents)]
    like = close_names(basename(path), map(basename, others))
    named = [other for other in others if basename(other) in like]
    return suggest(path, named, HOW_TO_LINK, cutoff=0.0)
