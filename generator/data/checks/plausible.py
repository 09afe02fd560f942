"""All plausibility checks; known findings are silent, answers to no finding are reported."""

from collections.abc import Iterator
from functools import partial

from generator.data.catalog import Indicator, KnownFinding
from generator.data.checks.between_series import check_between
from generator.data.checks.within_series import Finding, check_series
from generator.data.dataset import Dataset
from generator.data.lasting import lasting
from generator.diagnostics import Diagnostic, Location
from generator.memo import Memo
from generator.rules import Rule
from generator.sources.files import Sources
from generator.sources.yaml_file import locate

HINT = "Mend the data, or answer it in the catalog under 'known' with the reason."


def check_plausible(sources: Sources, dataset: Dataset, memo: Memo) -> Iterator[Diagnostic]:
    """Yield a warning for each implausible figure without an answer, and for each answer to nothing."""
    for indicator in dataset.catalog.indicators.values():
        key = ("plausible", dataset.rest, indicator.id)
        found, _asked = lasting(memo, key, dataset, partial(_find, dataset, indicator))
        for finding in found:
            if not any(is_known(known, finding) for known in indicator.known):
                yield _warning(sources, finding)
        for at, known in enumerate(indicator.known):
            if _judged(dataset, known) and not any(is_known(known, finding) for finding in found):
                yield _unused(sources, indicator, at, known)


def _find(dataset: Dataset, indicator: Indicator) -> tuple[Finding, ...]:
    return (*check_series(dataset, indicator), *check_between(dataset, indicator))


def is_known(known: KnownFinding, finding: Finding) -> bool:
    """Whether an entry of the catalog answers a finding: no countries or no years in it mean all of them."""
    return (
        known.rule == finding.rule.value
        and (not known.countries or finding.country in known.countries)
        and (not known.years or finding.year in known.years)
    )


def _judged(dataset: Dataset, known: KnownFinding) -> bool:
    """Whether the checks covered all that an entry names: countries without a profile are not checked."""
    return all(country in dataset.pages for country in known.countries)


def _warning(sources: Sources, finding: Finding) -> Diagnostic:
    path = f"data/observations/{finding.indicator}.csv"
    start = f"{finding.country},{finding.year},"
    lines = sources.files[path].data.decode().split("\n") if finding.country else []
    line = next((at for at, text in enumerate(lines, start=1) if text.startswith(start)), 1)
    column = len(start) + 1 if finding.country else 1
    where = Location(path=path, line=line, column=column)
    return Diagnostic(rule=finding.rule, location=where, message=finding.message, hint=finding.hint or HINT)


def _unused(sources: Sources, indicator: Indicator, at: int, known: KnownFinding) -> Diagnostic:
    head = f"\n{indicator.id}:"
    files = sources.under("data/catalog/indicators", ".yaml")
    source = next(source for source in files if head in f"\n{source.data.decode()}")
    return Diagnostic(
        rule=Rule.KNOWN_UNUSED,
        location=locate(source, indicator.id, "known", at),
        message=f"This answers no '{known.rule}'.",
        hint="Remove it, or mend its countries and years.",
    )
