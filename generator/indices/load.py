"""All of ``data/indices/`` to results within the dataset, or every reason why not."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import PurePosixPath

from generator.cache import Cache
from generator.config import SiteConfig
from generator.data.dataset import Dataset
from generator.data.lasting import with_answers
from generator.data.packed import packed_rows
from generator.diagnostics import Diagnostic, Location, failed
from generator.indices.check_catalog import check_countries, check_indicators, check_licences, named
from generator.indices.contract import Allowed, Contract
from generator.indices.engine.compute import Inputs, Result, compute
from generator.indices.figures import Figures, known_figures
from generator.indices.findings import Finding, any_error
from generator.indices.keep import Known, MadeOf, kept_or
from generator.indices.observe import countries_of, groups_of, observe
from generator.indices.read import FOLDER, located, read_contract
from generator.indices.results import no_rows, rows_of, with_results
from generator.memo import Memo
from generator.rules import Rule
from generator.sources.files import Source, Sources
from generator.state.modules import modules_digest

__all__ = ("load_indices", "without_consequences_of")


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A contract and the file it stands in."""

    source: Source
    contract: Contract


FOLLOWING = frozenset({Rule.INDEX_NO_COUNTRY, Rule.INDEX_NO_DATA, Rule.INDEX_THIN, Rule.INDEX_CONSTANT})
"""What is wrong with an index only because observations could not be read."""


def without_consequences_of(
    problems: tuple[Diagnostic, ...], in_data: tuple[Diagnostic, ...]
) -> tuple[Diagnostic, ...]:
    """Return the problems of indices without those that only follow from errors in the data."""
    if not failed(in_data, strict=False):
        return problems
    return tuple(problem for problem in problems if problem.rule not in FOLLOWING)


def load_indices(
    sources: Sources, config: SiteConfig, dataset: Dataset, memo: Memo, state: Cache | None = None
) -> tuple[Dataset, Mapping[str, Result], tuple[Diagnostic, ...]]:
    """Return the dataset with every index among its indicators, their working, and all problems.

    `state` keeps results between processes.
    """
    read = [(source, *_read(source, memo)) for source in sources.under(FOLDER, ".yaml")]
    problems = [problem for *_, found in read for problem in found]
    written = [Written(source=source, contract=contract) for source, contract, _ in read if contract]
    ordered, loops = _in_order(written)
    problems += [*_misplaced(sources), *loops]
    own = {contract.indicator_of(node) for _, contract, _ in read if contract for node in contract.live_nodes}
    own |= _of_broken_files(read)
    results: dict[str, Result] = {}
    figures = Figures(memo=memo, known=known_figures(state))
    for each in ordered:
        result, digest, faults = _load(each, dataset, own, sources, figures, (memo, state))
        problems += faults
        if result is not None:
            results[each.contract.id] = result
            dataset = _with(dataset, result, digest, (sources.digest(FOLDER), config), (memo, state))
    figures.keep(state)
    return with_answers(memo, "indices", dataset), results, tuple(problems)


def _read(source: Source, memo: Memo) -> tuple[Contract | None, tuple[Diagnostic, ...]]:
    return memo.get(("contract of an index", source), lambda: read_contract(source))


def _with(
    dataset: Dataset, result: Result, digest: str, around: tuple[str, SiteConfig], kept: tuple[Memo, Cache | None]
) -> Dataset:
    """Return the dataset with a result; the very same record for the same files, as it remembers answers."""
    memo, state = kept
    key = ("with index", dataset.digest, *around, result.contract.id)
    waiting = partial(packed_rows, state, digest=digest) if state else no_rows
    rows = memo.of(result, "rows", partial(rows_of, result, waiting))
    named = dict.fromkeys(rows.columns, digest)
    return memo.get(key, lambda: _named(with_results(dataset, result, rows, around[1]), dataset, named))


def _named(whole: Dataset, before: Dataset, results: Mapping[str, str]) -> Dataset:
    """Return the dataset with the digests of its rows, those of an index with its whole result.

    Besides, its origin says whose figures it uses, an entry that is noted. Who shows more of a result than rows and
    origin depends on their digest.
    """
    origins = [origin for name, origin in whole.catalog.origins.items() if name not in before.catalog.origins]
    frame = _hash(f"{before.frame}\n{origins!r}")
    return replace(whole, frame=frame, rows={**before.rows, **results})


def _misplaced(sources: Sources) -> Iterator[Diagnostic]:
    for source in sources.under(FOLDER):
        path = PurePosixPath(source.path)
        if path.suffix != ".yaml" or str(path.parent) != FOLDER:
            message = f"Contracts of indices stand in {FOLDER}/ itself, as {FOLDER}/<id>.yaml."
            where = Location(path=source.path)
            yield Diagnostic(rule=Rule.FILE_NAME, location=where, message=message, hint="Move or rename the file.")


def _of_broken_files(read: list[tuple[Source, Contract | None, tuple[Diagnostic, ...]]]) -> set[str]:
    """Return the results of contracts that cannot be read, as far as their names tell.

    Who uses one is not to blame.
    """
    return {
        f"index_{PurePosixPath(source.path).stem.replace('-', '_')}" for source, contract, _ in read if contract is None
    }


def _in_order(written: list[Written]) -> tuple[list[Written], list[Diagnostic]]:
    """Return the contracts, each after those whose results it uses, and those that use each other's."""
    made_by = {each.contract.indicator_of(node): each for each in written for node in each.contract.live_nodes}
    ordered: list[Written] = []
    loops: list[Diagnostic] = []
    waiting = list(written)
    while waiting:
        ready = [each for each in waiting if not any(made_by.get(name) in waiting for _, name in _uses(each))]
        if not ready:
            loops += [found for each in waiting if (found := _loop(each, waiting, made_by))]
            break
        ordered += ready
        waiting = [each for each in waiting if each not in ready]
    return ordered, loops


def _uses(each: Written) -> Iterator[tuple[tuple[str | int, ...], str]]:
    for key in each.contract.live_leaves:
        yield from named(each.contract.leaves[key])


def _loop(each: Written, waiting: list[Written], made_by: Mapping[str, Written]) -> Diagnostic | None:
    """Return the problem of a contract that rests on itself; None for one that only uses one of these."""
    for place, name in _uses(each):
        other = made_by.get(name)
        if other in waiting and other is not None and _rests_on(other, each, made_by):
            message = f"'{name}' rests on this index in its turn."
            hint = "Take one of the two indices out of the other."
            return located(each.source, Finding(rule=Rule.INDEX_CYCLE, place=place, message=message, hint=hint))
    return None


def _rests_on(one: Written, other: Written, made_by: Mapping[str, Written]) -> bool:
    seen: list[Written] = []
    ahead = [one]
    while ahead:
        each = ahead.pop()
        if each is other:
            return True
        if each not in seen:
            seen.append(each)
            ahead += [made_by[name] for _, name in _uses(each) if name in made_by]
    return False


def _load(
    each: Written, dataset: Dataset, own: set[str], sources: Sources, figures: Figures, kept: tuple[Memo, Cache | None]
) -> tuple[Result | None, str, tuple[Diagnostic, ...]]:
    """Return the result of a contract, a digest of all that its rows depend on, and its problems."""
    contract = each.contract
    findings = (*check_countries(contract, dataset), *check_indicators(contract, dataset.catalog, own))
    reads = {name for key in contract.live_leaves for name in contract.leaves[key].reads}
    if findings or not reads <= set(dataset.catalog.indicators):
        return None, "", tuple(located(each.source, finding) for finding in findings)
    memo, state = kept
    taken = (sorted(reads), max(contract.years))
    rows, around = figures.digests(dataset, *taken), _around(dataset, sources, taken[0])
    key = ("index", each.source.digest, _hash(repr((sorted(rows.items()), around))))
    of, make = MadeOf(rows=rows, around=str((each.source.digest, around))), partial(_computed, contract, dataset, rows)

    def again(last: _Last | None) -> _Last:
        known = last and Known(result=last.result, rows=last.rows)
        result, digest = memo.get(key, lambda: kept_or(state, contract, of, lambda kept: make(known or kept)))
        return _Last(result=result, digest=digest, rows=rows)

    last = memo.revise(("last", *key[:2], around), again)
    result, digest = last.result, last.digest
    found = (*result.findings, *check_licences(contract, result.used, dataset.catalog.origins))
    stopped = any_error(found)
    made_of = _hash(f"{modules_digest(__name__)}\n{each.source.digest}\n{digest}")
    return None if stopped else result, made_of, tuple(_diagnostics(each, found))


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Last:
    """The result of a contract in the last run, its digest, and those of the figures it rests on."""

    result: Result
    digest: str
    rows: Mapping[str, str]


def _around(dataset: Dataset, sources: Sources, reads: list[str]) -> str:
    """Return a digest of what else an index is computed from besides its contract."""
    files = [sources.files[path].digest for path in ("data/countries.csv", "data/groups.yaml") if path in sources.files]
    orders = [dataset.indicator(name).origins for name in reads]
    return _hash(repr((files, reads, orders, dataset.profiles)))


def _computed(contract: Contract, dataset: Dataset, rows: Mapping[str, str], before: Known | None) -> Result:
    """Return the result of a contract; what rests on the same figures as one before is taken from it."""
    known = before if before and before.result.editions.keys() >= set(contract.years) else None
    leaves = [contract.leaves[key].reads for key in contract.live_leaves]
    changed = [reads for reads in leaves if not known or any(known.rows.get(n) != rows.get(n) for n in reads)]
    observed = {name: observe(dataset, name) for name in sorted({name for reads in changed for name in reads})}
    inputs = Inputs(countries=countries_of(contract, dataset), groups=groups_of(contract, dataset), observed=observed)
    return compute(contract, inputs, known.result if known else None)


def _diagnostics(each: Written, findings: tuple[Finding, ...]) -> Iterator[Diagnostic]:
    """Yield one problem for each rule and place, without what the contract's `known` allowing.

    And allowing to nothing.
    """
    left = [kept for finding in findings if (kept := _not_allowed(each.contract, finding))]
    together: dict[tuple[Rule, tuple[str | int, ...], tuple[str, ...]], list[Finding]] = {}
    for finding in left:
        together.setdefault((finding.rule, finding.place, finding.entries), []).append(finding)
    yield from (located(each.source, _joined(found)) for found in together.values())
    for at, known in enumerate(each.contract.known):
        if not any(_allows(known, finding) for finding in findings):
            message, hint = f"This allowing no '{known.rule}'.", "Remove it, or mend its entries and countries."
            place = ("known", at)
            yield located(each.source, Finding(rule=Rule.KNOWN_UNUSED, place=place, message=message, hint=hint))


def _not_allowed(contract: Contract, finding: Finding) -> Finding | None:
    """Return what of a finding is not allowed: some of its countries, all of it, or nothing."""
    allowing = [known for known in contract.known if _allows(known, finding)]
    if any(not known.countries for known in allowing):
        return None
    allowed = {code for known in allowing for code in known.countries}
    left = tuple(code for code in finding.countries if code not in allowed)
    return None if finding.countries and not left else replace(finding, countries=left)


def _allows(known: Allowed, finding: Finding) -> bool:
    """Whether an answer is to this finding: no entries or no countries in it mean all of them."""
    return (
        known.rule == finding.rule.value
        and (not known.entries or set(finding.entries) <= set(known.entries))
        and (not known.countries or bool(set(finding.countries) & set(known.countries)))
    )


def _joined(findings: list[Finding]) -> Finding:
    """Return the findings of several editions as one: the first in full, the other years named."""
    first = findings[0]
    codes = sorted({code for finding in findings for code in finding.countries})
    years = sorted({finding.year for finding in findings[1:] if finding.year} - {first.year})
    message = first.message
    if codes and not (first.is_error and all(code in message for code in codes[:1])):
        message += f" It concerns {_join_names(codes)}."
    if years:
        message += f" So in {_join_names([str(year) for year in years])}."
    return replace(first, message=message)


def _join_names(names: list[str], most: int = 12) -> str:
    rest = len(names) - most
    return ", ".join(names[:most]) + (f" and {rest} more" if rest > 0 else "")
