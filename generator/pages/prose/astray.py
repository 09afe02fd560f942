"""Links to documents that are not there, answered with what is meant."""

from posixpath import basename, dirname, join, normpath, relpath, splitext

from generator.content.documents import Document
from generator.content.references import Reference
from generator.diagnostics import Diagnostic, close_names
from generator.pages.project import Project
from generator.rules import Rule

HOW_TO_LINK = "Write the path from this file to the other, as in ../essays/name.md#heading."
NEAR = 0.75
"""How much of two names must be the same for one to be meant by the other: `india` is not `china`."""


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
    stem = _stem(path).lower()
    countries = (project.dataset.countries[code] for code in project.dataset.pages)
    return next((f"Write country:{each.code}" for each in countries if each.url == url or stem == each.slug), "")


def _like(project: Project, document: Document, path: str) -> str:
    """Return the hint that names the document with a name like this one, the first in the same folder."""
    here = dirname(document.path)
    folder = normpath(join(here, dirname(path)))
    everywhere = {_stem(other): other for other in sorted(project.documents)}
    beside = {_stem(other): other for other in sorted(project.documents) if dirname(other) == folder}
    for known in (beside, everywhere):
        for name in close_names(_stem(path), known, cutoff=NEAR):
            return f"Did you mean '{relpath(known[name], here)}'?"
    return HOW_TO_LINK


def _stem(path: str) -> str:
    """Return a file's name without its ending."""
    return splitext(basename(path))[0]
