"""Cited works: their numbers on a page, citations in the prose, and the list of references."""

from collections.abc import Mapping

from generator.claims.bound import BoundCitation
from generator.content.bibliography import Work
from generator.content.documents import Document
from generator.content.markdown.citations import parse_citation
from generator.content.references import Reference, Scheme
from generator.pages.project import Project
from generator.pages.records.parts import WorkCited


def number_works(document: Document, works: Mapping[str, Work]) -> Mapping[str, int]:
    """Return the cited works of a document, numbered in the order in which they are first cited."""
    cited = (
        each.key
        for reference in document.references
        if reference.scheme is Scheme.CITE
        for each in parse_citation(reference.target) or ()
        if each.key in works
    )
    return {key: number for number, key in enumerate(dict.fromkeys(cited), start=1)}


def cite(project: Project, document: Document, reference: Reference) -> BoundCitation:
    """Return a citation with the numbers its works have on the page."""
    numbers = number_works(document, project.works)
    cited = parse_citation(reference.target) or ()  # what cannot be read or found is reported by content
    return BoundCitation(works=tuple((numbers[c.key], c.key, c.locator) for c in cited if c.key in numbers))


def works_of(project: Project, document: Document) -> tuple[WorkCited, ...]:
    """Return the list of references of a document, in the order of first citation."""
    numbers = number_works(document, project.works)
    return tuple(WorkCited(number=n, key=key, html=project.works[key].html) for key, n in numbers.items())
