"""What only follows from a broken file of observations, and is not worth telling until that is mended."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePosixPath

from generator.content.documents import Document
from generator.diagnostics import Diagnostic
from generator.rules import Rule

OBSERVATIONS = "data/observations"
_DECIDED_BY_DATA = frozenset((Rule.VALUE_MISSING, Rule.CLAIM_DISAGREES, Rule.RANK_UNAVAILABLE, Rule.CHART_INVALID))


def without_following(
    prose: Iterable[Diagnostic], data: Sequence[Diagnostic], documents: Sequence[Document]
) -> Iterator[Diagnostic]:
    """Yield the problems of the prose, except what data say of an indicator whose file has errors."""
    broken = {d.location.path for d in data if not d.rule.is_warning and d.location.path.startswith(OBSERVATIONS)}
    names = {PurePosixPath(path).stem for path in broken}
    all_of_them = OBSERVATIONS in broken
    named = (r for d in documents for r in d.references if all_of_them or r.target in names)
    unsure = {reference.location for reference in named}
    return (d for d in prose if d.rule not in _DECIDED_BY_DATA or d.location not in unsure)
