"""What only follows from a broken file, of observations or of prose, and is not worth telling until that is mended."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePosixPath
from posixpath import dirname, join, normpath

from generator.content.documents import Document
from generator.content.references import Reference
from generator.diagnostics import Diagnostic, Location
from generator.rules import Rule

OBSERVATIONS = "data/observations"
_DECIDED_BY_DATA = frozenset((Rule.VALUE_MISSING, Rule.CLAIM_DISAGREES, Rule.RANK_UNAVAILABLE, Rule.CHART_INVALID))
_DECIDED_BY_ALL = frozenset((Rule.DOCUMENT_ORPHAN, Rule.CITATION_UNUSED))
"""What nobody can say before every document is read."""


def without_following(
    prose: Iterable[Diagnostic], data: Sequence[Diagnostic], documents: Sequence[Document]
) -> Iterator[Diagnostic]:
    """Yield the problems of the prose but those that a file with errors makes: of its indicator, of links to it."""
    found = tuple(prose)
    unsure = _unsure(data, documents)
    lost = _lost((*found, *data), documents)
    astray = _astray(documents, lost)
    for each in found:
        of_data = each.rule in _DECIDED_BY_DATA and each.location in unsure
        of_text = each.rule in {Rule.LINK_BROKEN, Rule.BRIEF_UNKNOWN} and each.location in astray
        if not (of_data or of_text or (lost and each.rule in _DECIDED_BY_ALL)):
            yield each


def _unsure(data: Sequence[Diagnostic], documents: Sequence[Document]) -> set[Location]:
    """Return where references to indicators stand whose files have errors."""
    broken = {d.location.path for d in data if not d.rule.is_warning and d.location.path.startswith(OBSERVATIONS)}
    names = {PurePosixPath(path).stem for path in broken}
    all_of_them = OBSERVATIONS in broken
    return {r.location for d in documents for r in d.references if all_of_them or r.target in names}


def _lost(problems: Sequence[Diagnostic], documents: Sequence[Document]) -> frozenset[str]:
    """Return the paths of texts that could not be made documents."""
    read = {document.path for document in documents}
    errors = (d.location.path for d in problems if not d.rule.is_warning)
    texts = (path for path in errors if path.startswith("content/briefs/") or path.endswith(".md"))
    return frozenset(path for path in texts if path.startswith("content/") and path not in read)


def _astray(documents: Sequence[Document], lost: frozenset[str]) -> set[Location]:
    """Return where references to such texts stand; any brief may have stood in a lost issue."""
    issue_lost = any(path.startswith("content/briefs/") for path in lost)
    return {
        reference.location
        for document in documents
        for reference in document.references
        if (reference.scheme == "brief" and issue_lost) or _target(document, reference) in lost
    }


def _target(document: Document, reference: Reference) -> str:
    """Return the path of the file that a relative link leads to, empty for other links."""
    path = reference.target.partition("#")[0]
    return normpath(join(dirname(document.path), path)) if reference.scheme == "page" and path else ""
