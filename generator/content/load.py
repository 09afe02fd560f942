"""All of ``content/`` to documents and the layout of profiles, or every reason why not."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from pathlib import PurePosixPath
from typing import Annotated, Literal

from pydantic import Field

from generator.config import CountryCode, IndicatorId, SiteConfig, Slug, Strict, Text
from generator.content.documents import Document, DocumentSection
from generator.content.markdown import Parsed, parse_markdown
from generator.content.profile import ProfileChart, ProfileLayout, ProfileSection
from generator.content.references import Reference
from generator.data.countries import Country
from generator.data.dataset import Dataset
from generator.data.load_countries import missing, unknown_country
from generator.diagnostics import Diagnostic, Location
from generator.rules import Rule
from generator.sources import Source, Sources
from generator.strict_yaml import locate, parse_yaml, parse_yaml_text
from generator.text import decode_text

LAYOUT = "content/profile.yaml"


class _CountryMeta(Strict):
    country: CountryCode
    authors: Annotated[tuple[Text, ...], Field(min_length=1)]
    updated: date
    summary: Text


class _EssayMeta(Strict):
    title: Text
    date: date
    authors: Annotated[tuple[Text, ...], Field(min_length=1)]
    countries: Annotated[tuple[CountryCode, ...], Field(min_length=1)]
    summary: Text


class _PageMeta(Strict):
    title: Text
    summary: Text


class _Chart(Strict):
    kind: Literal["trend", "ranking"]
    indicator: IndicatorId


class _Section(Strict):
    id: Slug
    title: Text
    charts: tuple[_Chart, ...] = ()


class _Layout(Strict):
    key_figures: tuple[IndicatorId, ...]
    scorecard: str = ""
    sections: tuple[_Section, ...]


_Meta = _CountryMeta | _EssayMeta | _PageMeta
MODELS: Mapping[str, tuple[str, type[_CountryMeta] | type[_EssayMeta] | type[_PageMeta]]] = {
    "countries": ("country", _CountryMeta),
    "essays": ("essay", _EssayMeta),
    "pages": ("page", _PageMeta),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What the authors wrote: documents in order of their paths, and the layout of profiles."""

    documents: tuple[Document, ...]
    layout: ProfileLayout


def load_content(sources: Sources, config: SiteConfig, dataset: Dataset) -> tuple[Content, tuple[Diagnostic, ...]]:
    """Return all documents and the layout, with everything wrong in them."""
    layout, problems = _load_layout(sources, dataset)
    documents: list[Document] = []
    found: list[Diagnostic] = list(problems)
    for folder, (kind, model) in MODELS.items():
        for source in sources.under(f"content/{folder}", ".md"):
            document, faults = _load_document(source, kind, model)
            found += faults
            if document is not None:
                documents.append(document)
                found += _check_document(document, source, config, dataset, layout)
    return Content(documents=tuple(documents), layout=layout), tuple(found)


def _load_layout(sources: Sources, dataset: Dataset) -> tuple[ProfileLayout, tuple[Diagnostic, ...]]:
    empty = ProfileLayout(key_figures=(), scorecard="", sections=())
    source = sources.files.get(LAYOUT)
    if source is None:
        return empty, (missing(LAYOUT, "Name key figures and sections in it; `profiles new` makes an example."),)
    shape, problems = parse_yaml(source, _Layout)
    if shape is None:
        return empty, problems
    sections = tuple(
        ProfileSection(
            id=s.id, title=s.title, charts=tuple(ProfileChart(kind=c.kind, indicator=c.indicator) for c in s.charts)
        )
        for s in shape.sections
    )
    layout = ProfileLayout(key_figures=shape.key_figures, scorecard=shape.scorecard, sections=sections)
    faults = tuple(_check_layout(source, shape, dataset))
    return (empty if faults else layout), faults


def _check_layout(source: Source, shape: _Layout, dataset: Dataset) -> Iterator[Diagnostic]:
    places = [(("key_figures", at), name) for at, name in enumerate(shape.key_figures)]
    places += [
        (("sections", at, "charts", n, "indicator"), chart.indicator)  # type: ignore[misc]  # places differ in depth
        for at, section in enumerate(shape.sections)
        for n, chart in enumerate(section.charts)
    ]
    for where, name in places:
        if name not in dataset.catalog.indicators:
            yield _unknown_indicator(locate(source, *where), name, dataset)
    if shape.scorecard and shape.scorecard not in dataset.scorecards:
        message = f"There is no scorecard '{shape.scorecard}'."
        hint = "Its id stands in a file of data/scorecards/."
        where_card = locate(source, "scorecard")
        yield Diagnostic(rule=Rule.CATALOG_INVALID, location=where_card, message=message, hint=hint)


def _unknown_indicator(location: Location, name: str, dataset: Dataset) -> Diagnostic:
    close = get_close_matches(name, dataset.catalog.indicators, n=1)
    hint = f"Did you mean '{close[0]}'?" if close else "The ids are in data/catalog/indicators/."
    return Diagnostic(
        rule=Rule.INDICATOR_UNKNOWN, location=location, message=f"There is no indicator '{name}'.", hint=hint
    )


def _load_document(
    source: Source, kind: str, model: type[_CountryMeta] | type[_EssayMeta] | type[_PageMeta]
) -> tuple[Document | None, tuple[Diagnostic, ...]]:
    text, problems = decode_text(source)
    if text is None:
        return None, problems
    front, body, line = split_front_matter(text)
    if front is None:
        hint = "Begin the file with a line ---, then title and the other keys, then a line ---"
        where = Location(path=source.path)
        return None, (
            Diagnostic(rule=Rule.FRONT_MATTER, location=where, message="There is no front matter.", hint=hint),
        )
    meta, faults = parse_yaml_text(front, source.path, 2, model)
    parsed = parse_markdown(body, source.path, line)
    if meta is None:
        return None, (*faults, *parsed.diagnostics)
    return _document(source, kind, meta, parsed), parsed.diagnostics


def split_front_matter(text: str) -> tuple[str | None, str, int]:
    """Return front matter, body and the line at which the body begins; None where there is no closed front matter."""
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        return None, text, 1
    end = next((at for at, line in enumerate(lines[1:], start=1) if line.rstrip() == "---"), None)
    if end is None:
        return None, text, 1
    return "\n".join(lines[1:end]) + "\n", "\n".join(lines[end + 1 :]), end + 2


def _document(source: Source, kind: str, meta: _Meta, parsed: Parsed) -> Document:
    given = dict(meta)
    return Document(
        path=source.path,
        kind=kind,
        slug=PurePosixPath(source.path).stem,
        title=given.get("title", ""),
        summary=given["summary"],
        authors=given.get("authors", ()),
        date=given.get("date") or given.get("updated"),
        country=given.get("country", ""),
        countries=given.get("countries", ()),
        sections=tuple(
            DocumentSection(id=name, title=title, location=Location(path=source.path), parts=parts)
            for name, title, parts in parsed.sections
        ),
        anchors=parsed.anchors,
        digest=source.digest,
    )


def _check_document(
    document: Document, source: Source, config: SiteConfig, dataset: Dataset, layout: ProfileLayout
) -> Iterator[Diagnostic]:
    """Yield what does not fit between a document and the data."""
    for code in filter(None, (document.country, *document.countries)):
        if code not in config.profiles or code not in dataset.countries:
            yield unknown_country(Location(path=source.path, line=2), code, _profiled(dataset))
    if document.kind == "country" and document.country in dataset.profiles:
        yield from _check_country(document, dataset, layout)
    for reference in document.references:
        yield from _check_reference(reference, dataset)


def _profiled(dataset: Dataset) -> dict[str, Country]:
    return {code: dataset.countries[code] for code in dataset.profiles}


def _check_country(document: Document, dataset: Dataset, layout: ProfileLayout) -> Iterator[Diagnostic]:
    slug = dataset.countries[document.country].slug
    if document.slug != slug:
        message = f"The file of {document.country} must be named {slug}.md."
        where = Location(path=document.path)
        yield Diagnostic(rule=Rule.FRONT_MATTER, location=where, message=message, hint="Rename the file.")
    known = [section.id for section in layout.sections]
    for section in document.sections:
        if known and section.id and section.id not in known:
            close = get_close_matches(section.id, known, n=1)
            hint = f"Did you mean '{{#{close[0]}}}'?" if close else f"Sections are: {', '.join(known)}"
            message = f"content/profile.yaml has no section '{section.id}'."
            yield Diagnostic(rule=Rule.SECTION_UNKNOWN, location=section.location, message=message, hint=hint)


def _check_reference(reference: Reference, dataset: Dataset) -> Iterator[Diagnostic]:
    countries = [reference.country] if reference.country else []
    countries += [reference.target] if reference.scheme == "country" else []
    countries += reference.option("compare").split(",") if reference.option("compare") else []
    for code in countries:
        if code not in dataset.profiles:
            yield unknown_country(reference.location, code, _profiled(dataset))
    if reference.scheme in {"value", "indicator", "chart"} and reference.target not in dataset.catalog.indicators:
        yield _unknown_indicator(reference.location, reference.target, dataset)
    kind = reference.option("kind")
    if kind and kind not in {"trend", "ranking"}:
        message = f"There is no kind of chart '{kind}'."
        hint = "Kinds are: trend, ranking"
        yield Diagnostic(rule=Rule.CHART_INVALID, location=reference.location, message=message, hint=hint)
