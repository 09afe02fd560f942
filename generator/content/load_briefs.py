"""``content/briefs/<issue>.yaml`` to issues: documents with the briefs' summaries as sections."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import PurePosixPath

from generator.content.briefs import SCALES, Brief, BriefFigure, BriefShape, FigureShape, Issue, IssueShape
from generator.content.checks.allowances import find_allowances
from generator.content.checks.dates import check_briefs
from generator.content.checks.editorial import check_prose
from generator.content.documents import Allowance, Document, DocumentKind, DocumentSection, DropIfMissing, Part
from generator.content.layout import ProfileLayout
from generator.content.markdown.page_ids import is_own
from generator.content.markdown.parse import parse_markdown
from generator.content.references import Reference
from generator.content.summaries import Summary, read_summary
from generator.content.yaml_positions import YamlText
from generator.data.dataset import Dataset
from generator.data.loading.codes import no_profile, unknown_indicator
from generator.data.statements import Check, CheckResult, StatedUnit, Statement, StatementState
from generator.diagnostics import Diagnostic, Location
from generator.formatting import format_date
from generator.rules import Rule
from generator.sources.files import Source
from generator.sources.yaml_file import parse_yaml

NO_CHECK = Check(result=CheckResult.NOT_APPLICABLE)


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadedIssue:
    """An issue with its document, None for an unusable file, and the problems."""

    issue: Issue | None = None
    document: Document | None = None
    diagnostics: tuple[Diagnostic, ...]


def load_issue(source: Source, dataset: Dataset) -> LoadedIssue:
    """Return one file of briefs as an issue and a document; countries must have a profile."""
    located, problems = parse_yaml(source, IssueShape)
    if located is None:
        return LoadedIssue(diagnostics=problems)
    shape = located.value
    slug = PurePosixPath(source.path).stem
    yaml_text = YamlText(located, source.path, 1)
    parsed = [_parse(yaml_text, at, brief) for at, brief in enumerate(shape.briefs)]
    summary = read_summary(yaml_text, shape.summary, DocumentKind.ISSUE)
    briefs = sorted(
        (_brief(slug, brief, dataset.pages) for brief in shape.briefs), key=lambda b: (-b.date.toordinal(), b.id)
    )
    issue = Issue(
        id=slug,
        path=source.path,
        title=shape.title,
        date=shape.date,
        source=shape.source,
        briefs=tuple(briefs),
    )
    in_briefs = (d for *_, wrong in parsed for d in wrong)
    found = (
        *_check_names(yaml_text, shape, dataset),
        *check_briefs(yaml_text.location, shape),
        *summary.diagnostics,
        *in_briefs,
    )
    return LoadedIssue(issue=issue, document=_document(source, shape, summary, parsed), diagnostics=found)


_Classes = tuple[tuple[str, Location], ...]
_Parsed = tuple[DocumentSection, tuple[Allowance, ...], _Classes, tuple[Diagnostic, ...]]


def _parse(yaml_text: YamlText, at: int, brief: BriefShape) -> _Parsed:
    """Return a brief's summary as a section, allowed warnings, classes and problems."""
    source_map = yaml_text.source_map(brief.summary, "briefs", at, "summary")
    parsed = parse_markdown(source_map, DocumentKind.ISSUE)
    problems = (*parsed.diagnostics, *check_prose(source_map, DocumentKind.ISSUE, parsed))
    parts = tuple(_with_own_ids(part, brief.id) for section in parsed.sections for part in section.parts)
    where = yaml_text.location("briefs", at, "id")
    section = DocumentSection(id=brief.id, title=brief.headline, location=where, parts=parts)
    return section, find_allowances(source_map), parsed.classes, problems


def _brief(issue: str, shape: BriefShape, profiles: tuple[str, ...]) -> Brief:
    """Return the brief with the countries that have a profile; any other is reported."""
    return Brief(
        id=shape.id,
        issue=issue,
        date=shape.date,
        countries=tuple(code for code in shape.countries if code in profiles),
        theme=shape.theme,
        headline=shape.headline,
        publisher=shape.source.publisher,
        url=shape.source.url,
        note=shape.note.strip(),
        figures=tuple(_figure(shape, key, figure) for key, figure in shape.figures.items()),
        charts=shape.charts,
    )


def _figure(brief: BriefShape, key: str, shape: FigureShape) -> BriefFigure:
    value = Decimal(shape.value) * SCALES[shape.scale]
    check = shape.check
    statement = Statement(
        id=f"{brief.id}#{key}",
        subject=brief.headline,
        country="",
        title=shape.title,
        value=f"{value.normalize():f}",
        unit=shape.unit,
        unit_kind=_unit_kind(shape.unit),
        state=StatementState.VALUE,
        period=shape.period,
        attributed_to="",
        source=f"{brief.source.publisher}, {format_date(brief.source.date)}",
        check=Check(result=CheckResult(check.result), note=check.note) if check else NO_CHECK,
    )
    return BriefFigure(id=key, printed=f"{shape.value} {shape.scale}".strip(), statement=statement)


def _unit_kind(unit: str) -> StatedUnit:
    if unit.startswith("%"):
        return StatedUnit.PERCENT
    return StatedUnit.CURRENCY if unit in {"US$", "UAH"} else StatedUnit.RATE


def _with_own_ids(part: Part, brief: str) -> Part:
    """Return a part whose ids, as of footnotes, are of its brief alone: pages show several."""
    if isinstance(part, DropIfMissing):
        return DropIfMissing(parts=tuple(_own(each, brief) for each in part.parts))
    return _own(part, brief)


def _own(part: str | Reference, brief: str) -> str | Reference:
    return re.sub(r'(\bid="|\bhref="#)(?=[^"])', rf"\g<1>{brief}-", part) if isinstance(part, str) else part


def _document(source: Source, shape: IssueShape, summary: Summary, parsed: Sequence[_Parsed]) -> Document:
    return Document(
        path=source.path,
        kind=DocumentKind.ISSUE,
        slug=PurePosixPath(source.path).stem,
        title=shape.title,
        summary=summary.parts,
        authors=(),
        date=shape.date,
        country="",
        countries=(),
        group="",
        sections=tuple(section for section, *_ in parsed),
        anchors=frozenset(brief.id for brief in shape.briefs),
        allowances=(*summary.allowances, *(answer for _, answers, *_ in parsed for answer in answers)),
        classes=tuple(each for *_, classes, _ in parsed for each in classes),
        digest=source.digest,
    )


def _check_names(yaml_text: YamlText, shape: IssueShape, dataset: Dataset) -> Iterator[Diagnostic]:
    for at, brief in enumerate(shape.briefs):
        for n, code in enumerate(brief.countries):
            if code not in dataset.pages:
                yield no_profile(
                    yaml_text.location("briefs", at, "countries", n), code, dataset.countries, dataset.pages
                )
        for n, name in enumerate(brief.charts):
            if name not in dataset.catalog.indicators:
                yield unknown_indicator(yaml_text.location("briefs", at, "charts", n), name, dataset)


def check_ids(documents: Sequence[Document], issues: Sequence[Issue], layout: ProfileLayout) -> Iterator[Diagnostic]:
    """Yield a problem for each brief whose id another brief or a part of a page has already."""
    seen: dict[str, str] = {section.id: "the sections of profiles" for section in layout.sections}
    seen |= {brief.theme: "the themes of issues" for issue in issues for brief in issue.briefs}
    for document in (d for d in documents if d.kind is DocumentKind.ISSUE):
        for section in document.sections:
            own = any(is_own(section.id, kind) for kind in (DocumentKind.ISSUE, DocumentKind.COUNTRY))
            if section.id in seen or own:
                message = f"The brief '{section.id}' stands in {seen.get(section.id, 'the parts of a page')} already."
                hint = "Give one of the two another id."
                yield Diagnostic(rule=Rule.BRIEF_DUPLICATE, location=section.location, message=message, hint=hint)
            seen.setdefault(section.id, document.path)
