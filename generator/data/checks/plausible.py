"""All plausibility checks; known findings are silent, answers to no finding are reported."""

import hashlib
from collections.abc import Iterator
from functools import partial

from generator.data.catalog import Indicator, KnownFinding
from generator.data.checks.between_series import check_between
from generator.data.checks.within_series import Finding, check_series
from generator.data.dataset import Dataset
from generator.data.lasting import lasting
from generator.data.memoised import FACT, Asked
from generator.diagnostics import Diagnostic, Location
from generator.memo import Memo
from generator.rules import Rule
from generator.sources.files import Sources
from generator.sources.yaml_file import locate
from generator.state.sound import ALL_CHECKED, Part, Sound

HINT = "Mend the data, or answer it in the catalog under 'known' with the reason."


def check_plausible(sources: Sources, dataset: Dataset, memo: Memo, sound: Sound = ALL_CHECKED) -> Iterator[Diagnostic]:
    """Yield a warning for each implausible figure without an answer, and for each answer to nothing.

    An indicator that was `sound` is not looked at while all is as it was that was asked about it.
    """
    before, now = sound.parts("plausible"), {}
    for indicator in dataset.catalog.indicators.values():
        if _is_as_it_was(dataset, before.get(indicator.id, ())):
            now[indicator.id] = before[indicator.id]
            continue
        key = ("plausible", dataset.rest, indicator.id)
        found, asked = lasting(memo, key, dataset, partial(_find, dataset, indicator))
        problems = (*_problems(sources, dataset, indicator, found),)
        now |= {} if problems else {indicator.id: _of_now(dataset, _read_for(dataset, indicator, asked))}
        yield from problems
    sound.keep_parts("plausible", now)


def _read_for(dataset: Dataset, indicator: Indicator, asked: Asked) -> list[str]:
    """Return the names of the rows and the entry of an indicator, and of those that questions depend on."""
    entry = f"catalog/indicators/{indicator.id}/"
    own = {indicator.id, *(name for name in dataset.facts if name.startswith(entry))}
    facts = {str(question[1]) for question in asked if question[0] == FACT}
    depends = (dataset.memory.depends(question) for question in asked if question[0] != FACT)
    return sorted(own.union(facts, *depends))


def _is_as_it_was(dataset: Dataset, part: Part) -> bool:
    return len(part) > 0 and list(part) == _of_now(dataset, list(part[1:]))


def _of_now(dataset: Dataset, names: list[str]) -> list[str]:
    """Return a digest of these rows and entries and of the rest of the data, then their names."""
    told = [(name, dataset.rows.get(name), dataset.facts.get(name)) for name in names]
    return [hashlib.sha256(repr((dataset.rest, told)).encode()).hexdigest(), *names]


def _problems(
    sources: Sources, dataset: Dataset, indicator: Indicator, found: tuple[Finding, ...]
) -> Iterator[Diagnostic]:
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
