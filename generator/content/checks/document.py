"""Checks of a document against the data: countries, sections, targets of references."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from markdown.extensions.toc import slugify_unicode

from generator.config import SiteConfig
from generator.content.bibliography import Work
from generator.content.checks.chart_options import chart_faults
from generator.content.checks.charts import check_charts
from generator.content.checks.dates import check_date
from generator.content.checks.places import exists, place_faults, unknown_group
from generator.content.documents import Document, DocumentKind
from generator.content.front_matter import locate_meta
from generator.content.layout import ProfileLayout
from generator.content.markdown.citations import parse_citation, written_citation
from generator.content.references import Reference, Scheme
from generator.data.dataset import Dataset
from generator.data.loading.codes import no_profile, unknown_indicator
from generator.diagnostics import Diagnostic, Location, suggest
from generator.rules import Rule
from generator.sources.files import Source


def check_document(
    document: Document, source: Source, config: SiteConfig, dataset: Dataset, layout: ProfileLayout
) -> Iterator[Diagnostic]:
    """Yield the problems of a document given the data."""
    named: list[tuple[str, tuple[int | str, ...]]] = [(document.country, ("country",))] if document.country else []
    for code, keys in (*named, *((code, ("countries", at)) for at, code in enumerate(document.countries))):
        if code not in config.profiles or code not in dataset.countries:
            yield no_profile(locate_meta(source, *keys), code, dataset.countries, dataset.pages)
    if document.group and dataset.group_named(document.group) is None:
        yield unknown_group(locate_meta(source, "group"), document.group, dataset)
    if document.kind is DocumentKind.COUNTRY and document.country in dataset.pages:
        yield from _check_country(document, source, layout)
    for reference in document.references:
        yield from _check_reference(reference, dataset)
    yield from check_charts(document)
    yield from check_date(document, source, config.edition)


def _check_country(document: Document, source: Source, layout: ProfileLayout) -> Iterator[Diagnostic]:
    known = [section.id for section in layout.sections]
    for section in document.sections:
        if known and section.id and section.id not in known:
            hint = suggest(section.id, known, f"Sections are: {', '.join(known)}", form="'{{#{}}}'")
            message = f"content/profile.yaml has no section '{section.id}'."
            yield Diagnostic(rule=Rule.SECTION_UNKNOWN, location=section.location, message=message, hint=hint)
    yield from _check_order(document, known)
    for name in sorted(document.anchors.intersection(known).difference(s.id for s in document.sections)):
        message, hint = (
            f"The profile has a section '{name}' of its own.",
            "Give the heading another id: ### Title {#id}",
        )
        where = Location(path=document.path, line=_line_of(name, source))
        yield Diagnostic(rule=Rule.HEADING_DUPLICATE, location=where, message=message, hint=hint)


def _check_order(document: Document, known: Sequence[str]) -> Iterator[Diagnostic]:
    """Yield each section that the profile shows before the one above it, if the text has footnotes."""
    if not any(anchor.startswith("fn:") for anchor in document.anchors):
        return  # without footnotes no reader sees in which order sections were written
    sections = [section for section in document.sections if section.id in known]
    for above, section in pairwise(sections):
        if known.index(section.id) < known.index(above.id):
            message = f"The profile shows '{section.id}' before '{above.id}': footnotes would be lettered out of order."
            hint = "Move the section up, to where the profile has it."
            yield Diagnostic(rule=Rule.SECTION_ORDER, location=section.location, message=message, hint=hint)


def _line_of(name: str, source: Source) -> int:
    """Return the line of the heading or element with an id, the first where none is found."""
    for number, line in enumerate(source.data.decode().splitlines(), start=1):
        if re.search(rf"#{re.escape(name)}\b|\bid\s*=\s*[\"']?{re.escape(name)}\b", line):
            return number
        if line.startswith("#") and slugify_unicode(line.strip("# "), "-") == name:
            return number
    return 1


def _check_reference(reference: Reference, dataset: Dataset) -> Iterator[Diagnostic]:
    if _is_turned(reference, dataset):
        message = f"'{reference.target}' is a place and '{reference.country}' an indicator, which stands first."
        hint = f"Write {reference.scheme}:{reference.country}/{reference.target}"
        yield reference.fault(Rule.REFERENCE_SYNTAX, message, hint)
        return
    yield from place_faults(reference, dataset)
    if reference.names_indicator and reference.target not in dataset.catalog.indicators:
        yield unknown_indicator(reference.location, reference.target, dataset)
    yield from chart_faults(reference, dataset)


def _is_turned(reference: Reference, dataset: Dataset) -> bool:
    """Whether indicator and place stand in each other's place: `value:LTU/population`."""
    indicators = dataset.catalog.indicators
    turned = reference.country in indicators and reference.target not in indicators
    return reference.names_indicator and turned and exists(reference.target, dataset)


def check_citations(documents: Sequence[Document], works: Mapping[str, Work]) -> Iterator[Diagnostic]:
    """Yield a problem for each citation of no work, and a warning for each work that is never cited."""
    used: set[str] = set()
    for reference in (r for document in documents for r in document.references if r.scheme is Scheme.CITE):
        cited = parse_citation(reference.target)
        if cited is None:
            hint = f"Write {written_citation(reference.target)}"
            message = f"'[{reference.target}]' cannot be read as a citation."
            where = reference.location
            yield Diagnostic(rule=Rule.REFERENCE_SYNTAX, location=where, message=message, hint=hint)
        for each in cited or ():
            used.add(each.key)
            if each.key not in works:
                yield _unknown_work(reference.location, each.key, works)
    for work in works.values():
        if work.key not in used:
            message = f"No document cites '{work.key}'."
            hint = "Cite it, or take the entry away."
            yield Diagnostic(rule=Rule.CITATION_UNUSED, location=work.location, message=message, hint=hint)


def _unknown_work(location: Location, key: str, works: Mapping[str, Work]) -> Diagnostic:
    hint = suggest(key, works, "Works are entries of content/references.bib.", form="'@{}'")
    return Diagnostic(rule=Rule.CITATION_UNKNOWN, location=location, message=f"There is no work '{key}'.", hint=hint)
