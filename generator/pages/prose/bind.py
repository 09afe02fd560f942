"""Prose joined with data: each reference becomes a figure with its source, a link or a chart."""

from dataclasses import dataclass, field
from posixpath import dirname, join, normpath

from generator.charts.chart import Chart
from generator.charts.map.plan import WorldMap
from generator.claims.bind import bind_reference
from generator.claims.bound import BoundCitation, BoundLink, BoundValue
from generator.claims.years import check_years
from generator.content.checks.chart_options import chart_faults
from generator.content.checks.places import exists, place_faults
from generator.content.documents import Document, DocumentKind, DocumentSection, DropIfMissing
from generator.content.documents import Part as DocumentPart
from generator.content.markdown.page_ids import PREFIX
from generator.content.references import OF_FIGURES, Reference, Scheme
from generator.diagnostics import Diagnostic, suggest
from generator.pages.project import Project
from generator.pages.prose.astray import HOW_TO_LINK, no_document
from generator.pages.prose.briefs import bind_brief, link_text
from generator.pages.prose.charts import bind_chart, told_apart
from generator.pages.prose.files import bind_file
from generator.pages.prose.images import bind_image
from generator.pages.prose.notes import notes_of
from generator.pages.prose.plain import plain_text
from generator.pages.prose.works import cite, works_of
from generator.pages.records.parts import Body, ImageFigure, Note, WorkCited
from generator.rules import Rule
from generator.sources.files import STATIC
from generator.urls import group_url, indicator_url, slug_of

PROFILE_ANCHORS = frozenset(("scorecard", "briefs", "all-indicators", "sources", "cite"))
"""Ids of parts of every profile besides the sections of the layout."""

Part = str | BoundValue | BoundLink | BoundCitation | Chart | WorldMap | ImageFigure
GAPS = frozenset((Rule.VALUE_MISSING, Rule.RANK_UNAVAILABLE))
"""Rules that drop a block which may be left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BoundDocument:
    """A document's bound sections, the notes of its figures, and the problems."""

    summary: Body = ()
    bodies: tuple[tuple[DocumentSection, Body], ...] = ()
    notes: tuple[Note, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    charts: tuple[Chart | WorldMap, ...] = field(default=())
    works: tuple[WorkCited, ...] = ()
    lead: ImageFigure | None = None
    """The image that its page begins with."""

    def body(self, section: str) -> Body:
        """The bound body of the section with this id, empty where the author wrote none."""
        return next((body for head, body in self.bodies if head.id == section), ())

    @property
    def values_used(self) -> tuple[tuple[str, str], ...]:
        """Indicators whose values or charts the prose shows, as (country, indicator)."""
        values = [(n.value.country, n.value.indicator) for n in self.notes if n.value.indicator]
        return tuple(values)


def bind_document(project: Project, document: Document | None) -> BoundDocument:
    """Return the document's bound sections, none without a document."""
    if document is None:
        return BoundDocument()
    home = document.home
    summary, in_summary = bind_summary(project, document)
    lead, in_lead = bind_image(project, document, document.lead, leads=True) if document.lead else (None, ())
    bound = [(s, *_bind_parts(project, document, s.parts, home)) for s in document.sections]
    bodies = tuple(zip((section for section, *_ in bound), told_apart(body for _, body, _ in bound), strict=True))
    return BoundDocument(
        summary=summary,
        bodies=bodies,
        notes=notes_of((*summary, *(part for _, body in bodies for part in body))),
        diagnostics=(*in_summary, *in_lead, *(d for *_, problems in bound for d in problems)),
        charts=tuple(part for _, body in bodies for part in body if isinstance(part, Chart | WorldMap)),
        works=works_of(project, document),
        lead=lead,
    )


def bind_summary(project: Project, document: Document) -> tuple[Body, tuple[Diagnostic, ...]]:
    """Return a document's bound summary, and its problems."""
    return _bind_parts(project, document, document.summary, document.home)


def summary_of(project: Project, document: Document) -> str:
    """Return a document's summary as plain text, for lists, feeds and descriptions."""
    return plain_text(bind_summary(project, document)[0])


def _bind_parts(
    project: Project, document: Document, parts: tuple[DocumentPart, ...], home: str
) -> tuple[Body, tuple[Diagnostic, ...]]:
    body: list[Part] = []
    problems: list[Diagnostic] = []
    for part in parts:
        found, wrong = _bind_part(project, document, part, home)
        body += found
        problems += wrong
    return tuple(body), tuple(problems)


def _bind_part(
    project: Project, document: Document, part: DocumentPart, home: str
) -> tuple[Body, tuple[Diagnostic, ...]]:
    if isinstance(part, str):
        return (part,), ()
    if isinstance(part, DropIfMissing):
        body, problems = _bind_parts(project, document, part.parts, home)
        is_gone = any(problem.rule in GAPS for problem in problems)
        serious = tuple(each for each in problems if each.rule not in GAPS and not (is_gone and each.rule.is_warning))
        return (() if is_gone else body), serious
    found, wrong = _bind(project, document, part, home)
    return (() if found is None or part.is_aside else (found,)), wrong


def _bind(
    project: Project, document: Document, reference: Reference, home: str
) -> tuple[Part | None, tuple[Diagnostic, ...]]:
    if not _known(project, reference, home):
        return None, ()  # reported where the document was loaded
    if reference.scheme in OF_FIGURES:
        found, wrong = bind_reference(reference, project.dataset, home)
        return found, (*wrong, *check_years(reference, found))
    if reference.scheme is Scheme.CHART:
        return bind_chart(project, reference, home)
    if reference.scheme is Scheme.BRIEF:
        return bind_brief(project, reference)
    if reference.scheme is Scheme.IMAGE:
        return bind_image(project, document, reference)
    return _link(project, document, reference)


def _known(project: Project, reference: Reference, home: str) -> bool:
    """Whether the indicator and the places of a reference exist, and what its document is about."""
    dataset = project.dataset
    if reference.names_indicator and not reference.country and home and not exists(home, dataset):
        return False
    return (
        not any(place_faults(reference, dataset))
        and (not reference.names_indicator or reference.target in dataset.catalog.indicators)
        and not chart_faults(reference, dataset)
    )


def _link(project: Project, document: Document, reference: Reference) -> tuple[Part | None, tuple[Diagnostic, ...]]:
    if reference.scheme is Scheme.CITE:
        return cite(project, document, reference), ()
    if reference.scheme is Scheme.COUNTRY:
        country = project.dataset.countries[reference.target]
        return BoundLink(url=country.url, html=link_text(reference, country.name)), ()
    if reference.scheme is Scheme.INDICATOR:
        title = project.dataset.indicator(reference.target).title
        return BoundLink(url=indicator_url(reference.target), html=link_text(reference, title)), ()
    if reference.scheme is Scheme.GROUP:
        group = project.dataset.group_named(reference.target) or ""
        url = group_url(slug_of(group))
        return BoundLink(url=url, html=link_text(reference, project.dataset.group_title(group))), ()
    return _relative(project, document, reference)


def _relative(
    project: Project, document: Document, reference: Reference
) -> tuple[BoundLink | None, tuple[Diagnostic, ...]]:
    path, _, anchor = reference.target.partition("#")
    if (file := normpath(join(dirname(document.path), path))).startswith(STATIC) and path:
        return bind_file(project, reference, file)
    target = document if not path else project.documents.get(normpath(join(dirname(document.path), path)))
    if target is None:
        return None, (no_document(project, document, reference, path),)
    if target.draft and not document.draft and target.kind is not DocumentKind.COUNTRY:  # a profile is there anyhow
        return None, (_to_a_draft(reference, target),)
    if anchor and anchor not in _anchors(project, target) and f"{PREFIX}{anchor}" in target.anchors:
        anchor = f"{PREFIX}{anchor}"
    if anchor and anchor not in _anchors(project, target):
        return None, (_no_heading(project, target, reference, anchor),)
    url = project.url_of(target) if path else ""
    return BoundLink(url=f"{url}#{anchor}" if anchor else url, html=link_text(reference, target.title)), ()


def _anchors(project: Project, document: Document) -> frozenset[str]:
    sections = frozenset(s.id for s in project.layout.sections)
    return document.anchors | sections | PROFILE_ANCHORS if document.kind is DocumentKind.COUNTRY else document.anchors


def _to_a_draft(reference: Reference, target: Document) -> Diagnostic:
    message = f"'{target.path}' is a draft, so the site has no page of it."
    return reference.fault(Rule.LINK_BROKEN, message, "Take 'draft: true' out of it, or link to it when it is done.")


def _no_heading(project: Project, target: Document, reference: Reference, anchor: str) -> Diagnostic:
    known = sorted(name.removeprefix(PREFIX) for name in _anchors(project, target) if ":" not in name)
    hint = suggest(anchor, known, HOW_TO_LINK, form="'#{}'")
    return reference.fault(Rule.LINK_BROKEN, f"'{target.path}' has no heading with the id '{anchor}'.", hint)
