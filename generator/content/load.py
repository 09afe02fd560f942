"""All of ``content/`` to documents and the layout of profiles, or all problems."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import PurePosixPath

from generator.config import SiteConfig
from generator.content.bibliography import Work, load_bibliography, works_digest
from generator.content.briefs import Brief, BriefFigure, Issue
from generator.content.checks.allowances import find_allowances
from generator.content.checks.document import check_citations, check_document
from generator.content.checks.editorial import check_prose
from generator.content.checks.file_names import check_commentaries, check_names
from generator.content.documents import Allowance, Document, DocumentKind, DocumentSection, DropIfMissing
from generator.content.front_matter import MODELS, Meta, no_front_matter, split_front_matter
from generator.content.headline import load_headline
from generator.content.layout import ProfileLayout, load_layout
from generator.content.leads import read_lead
from generator.content.load_briefs import LoadedIssue, check_ids, load_issue
from generator.content.markdown.parse import Parsed, parse_markdown
from generator.content.markdown.positions import SourceMap
from generator.content.narrative import Narrative, load_narrative
from generator.content.redirects import Redirect, load_redirects
from generator.content.references import Reference, Scheme
from generator.content.summaries import Summary, read_summary
from generator.content.yaml_positions import YamlText
from generator.data.dataset import Dataset
from generator.data.statements import Check, CheckResult, StatedUnit, Statement, StatementState
from generator.diagnostics import Diagnostic, Location
from generator.memo import Memo
from generator.rules import Rule
from generator.sources.files import Source, Sources
from generator.sources.text import decode_text
from generator.sources.yaml_file import parse_yaml_text
from generator.state.beside import Beside, can_fork, cores
from generator.state.records import Kept, Records
from generator.state.sound import Sound

__all__ = ("Content", "load_content", "read_beside")

ALL_READ = Sound()
FEW, MOST_PROCESSES = 12, 4
"""As many documents are read before a process beside has begun; more processes end no sooner."""
TOGETHER, MOST_TASKS = 4, 1000
"""Documents are taken a few at a time, so that all who read them end together."""
RECORDS = Records(
    *(Document, DocumentKind, DocumentSection, DropIfMissing, Allowance, Reference, Scheme),
    *(LoadedIssue, Issue, Brief, BriefFigure, Statement, StatementState, StatedUnit, Check, CheckResult),
    *(Work, Location, Diagnostic, Rule),
)
"""What documents, issues of briefs and works consist of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """The content: documents in order of their paths, and the layout of profiles."""

    documents: tuple[Document, ...]
    layout: ProfileLayout
    works: Mapping[str, Work]
    """Cited works by key."""
    narrative: Narrative
    issues: tuple[Issue, ...] = ()
    """Issues of briefs, newest first."""
    redirects: tuple[Redirect, ...] = ()
    """Addresses that have moved."""


def load_content(
    sources: Sources, config: SiteConfig, dataset: Dataset, memo: Memo, sound: Sound = ALL_READ
) -> tuple[Content, tuple[Diagnostic, ...]]:
    """Return all documents and the layout, with everything wrong in them; `sound` has the state file."""
    kept = _kept(config, sound)
    layout, problems = load_layout(sources, dataset)
    narrative, in_narrative = load_narrative(sources, dataset, layout)
    narrative, in_headline = load_headline(sources, config, dataset, narrative, sound=not in_narrative)
    documents: list[Document] = []
    works, in_works = memo.get(
        ("works", works_digest(sources)),
        lambda: kept.get_or("works", works_digest(sources), partial(load_bibliography, sources)),
    )
    redirects, in_redirects = load_redirects(sources)
    found: list[Diagnostic] = [*problems, *in_narrative, *in_headline, *in_works, *in_redirects, *check_names(sources)]
    check = _checking(memo, config, dataset, layout)
    for folder, (kind, model) in MODELS.items():
        for source in sources.under(f"content/{folder}", ".md"):
            document, faults = memo.get(
                ("document", source.path, source.digest),
                partial(_kept_document, kept, source, kind, model),
            )
            found += faults
            if document is not None:
                documents.append(document)
                found += check(document, source)
    issues = _load_issues(sources, dataset, memo, kept)
    for loaded in issues:
        found += loaded.diagnostics
        if loaded.document is not None:
            documents.append(loaded.document)
            found += check(loaded.document, sources.files[loaded.document.path])
    if not in_works:
        found += check_citations(documents, works)
    whole = tuple(sorted((each.issue for each in issues if each.issue), key=lambda i: (-i.date.toordinal(), i.id)))
    found += check_commentaries(documents, dataset)
    found += check_ids(documents, whole, layout)
    content = Content(
        documents=tuple(documents),
        layout=layout,
        works=works,
        narrative=narrative,
        issues=whole,
        redirects=redirects,
    )
    return content, tuple(found)


def _checking(
    memo: Memo, config: SiteConfig, dataset: Dataset, layout: ProfileLayout
) -> Callable[[Document, Source], tuple[Diagnostic, ...]]:
    """Return what finds the problems of a document given the data, anew where one of them has changed."""
    around = memo.part((config, dataset.digest, dataset.pages, layout))

    def check(document: Document, source: Source) -> tuple[Diagnostic, ...]:
        key = ("checked", around, document.path, document.digest)
        return memo.get(key, lambda: tuple(check_document(document, source, config, dataset, layout)))

    return check


def read_beside(sources: Sources, config: SiteConfig, sound: Sound, workers: int | None = None) -> Beside:
    """Return processes that read new documents, as they are to be kept; none where there are few.

    With this one they are `workers` at most, a number of processes, or all that can run at once.
    """
    kept = _kept(config, sound)
    if kept.state is None or not can_fork():
        return Beside()
    given = ((*each, source) for folder, each in MODELS.items() for source in sources.under(f"content/{folder}", ".md"))
    fresh = [each for each in given if not kept.has(_name(each[2]), each[2].digest)]
    others = min((workers or cores()) - 1, cores() - 1, len(fresh) // FEW, MOST_PROCESSES)
    size = max(TOGETHER, len(fresh) // MOST_TASKS + 1)
    return Beside([partial(_entries, kept, fresh[n : n + size]) for n in range(0, len(fresh), size)], others)


def _entries(kept: Kept, given: Sequence[tuple[DocumentKind, type[Meta], Source]]) -> dict[str, bytes]:
    return {
        _name(source): kept.entry(source.digest, _load_document(source, kind, model)) for kind, model, source in given
    }


def _kept(config: SiteConfig, sound: Sound) -> Kept:
    return Kept(state=sound.state, program=f"{sound.program} {config.entities!r}", records=RECORDS)


def _load_issues(sources: Sources, dataset: Dataset, memo: Memo, kept: Kept) -> tuple[LoadedIssue, ...]:
    return tuple(
        memo.get(
            ("issue", source.path, source.digest, dataset.digest, dataset.pages),
            partial(_kept_issue, kept, source, dataset),
        )
        for source in sources.under("content/briefs", ".yaml")
    )


def _kept_issue(kept: Kept, source: Source, dataset: Dataset) -> LoadedIssue:
    """Return an issue as it was read last: its countries and charts are looked for, but no figure."""
    made_of = f"{source.digest} {dataset.frame} {dataset.pages}"
    return kept.get_or(f"issue {source.path}", made_of, partial(load_issue, source, dataset))


def _kept_document(
    kept: Kept, source: Source, kind: DocumentKind, model: type[Meta]
) -> tuple[Document | None, tuple[Diagnostic, ...]]:
    """Return a document as it was parsed last: it depends on its source and the program alone."""
    return kept.get_or(_name(source), source.digest, partial(_load_document, source, kind, model))


def _name(document: Source) -> str:
    return f"document {document.path}"


def _load_document(
    source: Source, kind: DocumentKind, model: type[Meta]
) -> tuple[Document | None, tuple[Diagnostic, ...]]:
    text, problems = decode_text(source)
    if text is None:
        return None, problems
    front, body, line = split_front_matter(text)
    if front is None:
        return None, (no_front_matter(source.path, text),)
    located, faults = parse_yaml_text(front, source.path, 2, model)
    source_map = SourceMap(body, source.path, line)
    parsed = parse_markdown(source_map, kind)
    problems = (*faults, *parsed.diagnostics, *check_prose(source_map, kind, parsed))
    if located is None:
        return None, problems
    meta = located.value
    summary = read_summary(YamlText(located, source.path, 2), meta.summary, kind)
    lead, in_lead = read_lead(located)
    document = _document(source, kind, meta, parsed, summary, find_allowances(source_map))
    return replace(document, lead=lead), (*summary.diagnostics, *in_lead, *problems)


def _document(
    source: Source, kind: DocumentKind, meta: Meta, parsed: Parsed, summary: Summary, answers: tuple[Allowance, ...]
) -> Document:
    given = dict(meta)
    return Document(
        path=source.path,
        kind=kind,
        slug=PurePosixPath(source.path).stem,
        title=given.get("title", ""),
        summary=summary.parts,
        authors=given.get("authors", ()),
        date=given.get("date") or given.get("updated"),
        country=given.get("country", ""),
        countries=given.get("countries", ()),
        group=given.get("group", ""),
        sections=parsed.sections,
        anchors=parsed.anchors,
        classes=parsed.classes,
        allowances=(*summary.allowances, *answers),
        digest=source.digest,
        draft=given["draft"],
    )
