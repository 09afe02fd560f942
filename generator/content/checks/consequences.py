"""Problems that only follow from a broken file of observations or prose, which are left out."""

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePosixPath
from posixpath import dirname, join, normpath

from generator.charts.request import ChartKind
from generator.content.documents import Document
from generator.content.references import Reference, Scheme
from generator.data.loading.codes import NO_PROFILE
from generator.diagnostics import Diagnostic, Location
from generator.rules import Rule

OBSERVATIONS, SHAPES = "data/observations", "data/geo"
_ABSENT = re.compile(rf"'{OBSERVATIONS}/(\w+)\.csv'")
_DECIDED_BY_DATA = frozenset((Rule.VALUE_MISSING, Rule.CLAIM_DISAGREES, Rule.RANK_UNAVAILABLE, Rule.CHART_INVALID))
_DECIDED_BY_ALL = frozenset((Rule.DOCUMENT_ORPHAN, Rule.CITATION_UNUSED))
"""Rules that need every document, so that a broken one silences them."""


def without_consequences(
    prose: Iterable[Diagnostic], data: Sequence[Diagnostic], documents: Sequence[Document]
) -> Iterator[Diagnostic]:
    """Yield the problems of the prose without those caused by a broken file it refers to."""
    found = tuple(prose)
    unsure = _unsure(data, documents)
    lost = _lost((*found, *data), documents)
    unread = _lost([each for each in (*found, *data) if each.rule is not Rule.FILE_MISSING], documents)
    astray = _astray(documents, lost)
    misnamed = any(each.rule is Rule.COUNTRY_UNKNOWN and each.location.path == "site.yaml" for each in data)
    for each in found:
        of_data = each.rule in _DECIDED_BY_DATA and each.location in unsure
        of_text = each.rule in {Rule.LINK_BROKEN, Rule.BRIEF_UNKNOWN} and each.location in astray
        of_profiles = misnamed and each.message.endswith(NO_PROFILE)
        there = each.rule is Rule.FILE_MISSING and each.location.path in unread
        if not (of_data or of_text or of_profiles or there or (lost and each.rule in _DECIDED_BY_ALL)):
            yield each


def absent_files(
    prose: Iterable[Diagnostic], absent: Iterable[Diagnostic], documents: Sequence[Document]
) -> Iterator[Diagnostic]:
    """Yield the problems of absent files by which a text fails; others may still come."""
    failing = {each.location for each in prose if each.rule in _DECIDED_BY_DATA}
    targets = {r.target for d in documents for r in d.references if r.location in failing}
    for each in absent if targets else ():  # looking for them reads the catalog once more
        if (found := _ABSENT.search(each.message)) and found[1] in targets:
            yield each


def _unsure(data: Sequence[Diagnostic], documents: Sequence[Document]) -> set[Location]:
    """Return the places of references to indicators whose files have errors, and of maps without shapes."""
    broken = {d.location.path for d in data if not d.rule.is_warning and d.location.path.startswith(OBSERVATIONS)}
    absent = (found[1] for d in data if d.rule is Rule.FILE_MISSING and (found := _ABSENT.search(d.message)))
    names = {PurePosixPath(path).stem for path in broken} | set(absent)
    all_of_them = OBSERVATIONS in broken
    mapless = any(not d.rule.is_warning and d.location.path.startswith(SHAPES) for d in data)
    return {
        r.location
        for d in documents
        for r in d.references
        if all_of_them or r.target in names or (mapless and r.option("kind") == ChartKind.MAP)
    }


def _lost(problems: Sequence[Diagnostic], documents: Sequence[Document]) -> frozenset[str]:
    """Return the paths of texts that are too broken to be documents."""
    read = {document.path for document in documents}
    errors = (d.location.path for d in problems if not d.rule.is_warning)
    texts = (path for path in errors if path.startswith("content/briefs/") or path.endswith(".md"))
    return frozenset(path for path in texts if path.startswith("content/") and path not in read)


def _astray(documents: Sequence[Document], lost: frozenset[str]) -> set[Location]:
    """Return the places of references to broken texts; a lost issue may have had any brief."""
    issue_lost = any(path.startswith("content/briefs/") for path in lost)
    return {
        reference.location
        for document in documents
        for reference in document.references
        if (reference.scheme is Scheme.BRIEF and issue_lost) or _target(document, reference) in lost
    }


def _target(document: Document, reference: Reference) -> str:
    """Return the path of the file that a relative link leads to, empty for other links."""
    path = reference.target.partition("#")[0]
    return normpath(join(dirname(document.path), path)) if reference.scheme is Scheme.PAGE and path else ""
