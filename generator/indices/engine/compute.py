"""An index from its contract and the figures it reads.

Every step in the order of the method, with what each finds.
"""

from __future__ import annotations  # start-up time: pandas is loaded where it computes

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
import pandas as pd

from generator.indices.contract import Contract, Normalisation, Scale
from generator.indices.engine import check
from generator.indices.engine.aggregate import aggregate
from generator.indices.engine.contribute import contribute
from generator.indices.engine.correlate import Correlation, correlate
from generator.indices.engine.impute import Filled, impute
from generator.indices.engine.intervals import intervals, rank_draws
from generator.indices.engine.leave_out import leave_one_out
from generator.indices.engine.normalise import normalise
from generator.indices.engine.parts import taking_part
from generator.indices.engine.rank import rank
from generator.indices.engine.screen import coverage, screen
from generator.indices.engine.transform import transform, without_logarithm
from generator.indices.engine.treat import Treated, treat
from generator.indices.engine.values import Earlier, Observed, Values, are_equal, take_values
from generator.indices.findings import Finding, any_error


@dataclass(frozen=True, slots=True, kw_only=True)
class Inputs:
    """What an index is computed from besides its contract.

    Countries sorted by code, their groups, the figures.
    """

    countries: Sequence[str]
    groups: Mapping[str, str]
    """The group of each country that missing values are filled in from."""
    observed: Mapping[str, Observed]


@dataclass(frozen=True, kw_only=True)
class Prepared:
    """An edition before its values are on a common scale: rows are the countries that passed the screen."""

    year: int
    raw: Values
    """Of all countries of the index."""
    coverage: pd.Series
    screened: pd.DataFrame
    filled: Filled
    transformed: pd.DataFrame
    lacking: Mapping[str, list[str]]


@dataclass(frozen=True, kw_only=True)
class Edition:
    """An index of one year, with its working: frames of countries × entries."""

    prepared: Prepared
    treated: pd.DataFrame
    treatments: Mapping[str, Treated]
    normalised: pd.DataFrame
    scores: pd.DataFrame
    """Of indicators and nodes, of all countries that passed the screen."""
    ranks: pd.DataFrame
    """Each among the countries with a score there."""
    part: pd.DataFrame
    """The scores of the indicators that take part for a ranked country."""
    contributions: pd.DataFrame
    intervals: pd.DataFrame | None
    left_out: pd.DataFrame
    correlations: tuple[Correlation, ...]
    findings: tuple[Finding, ...] = ()
    """What was found once its values were on the common scale."""

    @property
    def year(self) -> int:
        """The edition's year."""
        return self.prepared.year

    @cached_property
    def ranked(self) -> tuple[str, ...]:
        """The countries with a rank, sorted by code."""
        return tuple(self.part.index)


@dataclass(frozen=True, kw_only=True)
class Result:
    """All editions of an index, or none where an error stands among the findings."""

    contract: Contract
    editions: Mapping[int, Edition] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    used: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """The origins of the figures that each indicator uses, in any edition."""

    @property
    def origins(self) -> frozenset[str]:
        """The origins of all figures that the index uses."""
        return frozenset().union(*self.used.values())


@dataclass(frozen=True, kw_only=True)
class _Scaled:
    """The editions of one scale together, rows of year and country, on all scales that are asked for."""

    treated: pd.DataFrame
    treatments: Mapping[str, Treated]
    variants: tuple[pd.DataFrame, ...]
    """The scores as published, then by each alternative method."""


def compute(contract: Contract, inputs: Inputs, before: Result | None = None) -> Result:
    """Return the index, or the findings that keep it from being computed.

    `before` is a result of the same contract, countries and groups, and has what indicators that are not observed came to.
    """
    taken = [_taken(contract, inputs, year, before) for year in contract.years]
    same = _same(taken, before) if before else {}
    if before and len(same) == len(taken):
        return before
    prepared = [_prepared(contract, inputs, each) for each in taken]
    findings = [finding for each in prepared for finding in _check_prepared(contract, each)]
    used = _used(contract, prepared)
    unfit = {finding.entries[0] for finding in findings if finding.is_error and finding.entries}
    if all(len(each.screened) for each in prepared):
        pools = _pools(contract, prepared)
        scaled = [_scale(contract, pool, unfit) for pool in pools]
        findings += [f for pool, each in zip(pools, scaled, strict=True) for f in _check_scale(contract, pool, each)]
    if any_error(findings):
        return Result(contract=contract, findings=tuple(findings), used=used)
    made = [_editions(contract, pool, scale, same) for pool, scale in zip(pools, scaled, strict=True)]
    findings += [finding for pool in made for _edition, found in pool for finding in found]
    editions = [edition for pool in made for edition, _found in pool if edition]
    found = {} if any_error(findings) else {edition.year: edition for edition in editions}
    return Result(contract=contract, editions=found, findings=tuple(findings), used=used)


def _same(taken: Sequence[_Taken], before: Result) -> Mapping[int, Edition]:
    """Return the editions of before that begin with equal values."""
    pairs = ((each, before.editions[each.year]) for each in taken)
    return {each.year: edition for each, edition in pairs if are_equal(edition.prepared.raw, each.raw)}


def _used(contract: Contract, prepared: Sequence[Prepared]) -> dict[str, frozenset[str]]:
    of = {key: [each.raw.origins[key] for each in prepared] for key in contract.live_leaves}
    return {key: frozenset().union(*origins) for key, origins in of.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Taken:
    year: int
    raw: Values


def _taken(contract: Contract, inputs: Inputs, year: int, before: Result | None) -> _Taken:
    unseen = (key for key in contract.live_leaves if not inputs.observed.keys() >= set(contract.leaves[key].reads))
    earlier = Earlier(values=before.editions[year].prepared.raw, same=frozenset(unseen)) if before else None
    return _Taken(year=year, raw=take_values(contract, inputs.observed, inputs.countries, year, earlier))


def prepare(contract: Contract, inputs: Inputs, year: int) -> Prepared:
    """Return an edition's values, screened, filled in and transformed."""
    return _prepared(contract, inputs, _taken(contract, inputs, year, None))


def _prepared(contract: Contract, inputs: Inputs, taken: _Taken) -> Prepared:
    year, raw = taken.year, taken.raw
    screened = screen(contract, raw.numbers)
    filled = impute(contract.imputation, screened, inputs.groups)
    return Prepared(
        year=year,
        raw=raw,
        coverage=coverage(raw.numbers),
        screened=screened,
        filled=filled,
        transformed=transform(contract, filled.numbers),
        lacking=without_logarithm(contract, filled.numbers),
    )


def _check_prepared(contract: Contract, each: Prepared) -> Iterator[Finding]:
    yield from check.check_values(each.year, each.raw, each.screened)
    if len(each.screened):
        yield from check.check_screened(contract, each.year, each.screened)
        yield from check.check_filled(each.year, each.filled)
        yield from check.check_logarithms(each.year, each.lacking)


def _pools(contract: Contract, prepared: Sequence[Prepared]) -> list[list[Prepared]]:
    """Return the editions that share a scale."""
    return [list(prepared)] if contract.scale_over is Scale.ALL_YEARS else [[each] for each in prepared]


def _scale(contract: Contract, pool: Sequence[Prepared], unfit: set[str]) -> _Scaled:
    values = pd.concat({each.year: each.transformed.drop(columns=list(unfit)) for each in pool})
    treated, treatments = treat(contract, values, len(pool))
    instead = (None, *_alternatives(contract))
    variants = tuple(normalise(contract, treated, how) for how in instead)
    return _Scaled(treated=treated, treatments=treatments, variants=variants)


def _alternatives(contract: Contract) -> tuple[Normalisation, ...]:
    return contract.sensitivity.normalisation if contract.sensitivity else ()


def _check_scale(contract: Contract, pool: Sequence[Prepared], scaled: _Scaled) -> Iterator[Finding]:
    year = pool[-1].year
    yield from check.check_treated(year, scaled.treatments)
    for key in scaled.treated.columns:
        leaf = contract.leaves[str(key)]
        others = () if leaf.has_own_normalisation else _alternatives(contract)
        yield from check.check_scale(leaf, year, scaled.treated[key].to_numpy(), (leaf.normalisation, *others))


def _editions(
    contract: Contract, pool: Sequence[Prepared], scaled: _Scaled, same: Mapping[int, Edition]
) -> list[tuple[Edition | None, tuple[Finding, ...]]]:
    """Return the editions of a scale with what was found; those of before, if all begin with equal values."""
    if all(each.year in same for each in pool):
        return [(edition, edition.findings) for edition in (same[each.year] for each in pool)]
    return [_edition(contract, each, scaled) for each in pool]


def _edition(contract: Contract, each: Prepared, scaled: _Scaled) -> tuple[Edition | None, tuple[Finding, ...]]:
    normalised = of_year(scaled.variants[0], each.year)
    scores = aggregate(contract, normalised, each.filled.imputed)
    findings = [*check.check_scores(contract, each.year, scores)]
    if any_error(findings):
        return None, tuple(findings)
    ranked = scores[scores[contract.root].notna()]
    part = taking_part(contract, ranked)
    correlations = correlate(contract, ranked)
    ranks = rank(scores)
    moved, found = _intervals(contract, each, scaled, part, ranks[contract.root])
    findings += [*found, *check.check_correlations(contract, each.year, correlations)]
    edition = Edition(
        prepared=each,
        treated=of_year(scaled.treated, each.year),
        treatments=scaled.treatments,
        normalised=normalised,
        scores=scores,
        ranks=ranks,
        part=part,
        contributions=contribute(contract, ranked)[[*contract.live_leaves, *contract.live_nodes]],
        intervals=moved,
        left_out=leave_one_out(contract, part),
        correlations=correlations,
        findings=tuple(findings),
    )
    return edition, edition.findings


def of_year(frame: pd.DataFrame, year: int) -> pd.DataFrame:
    """Return the rows of one edition."""
    return pd.DataFrame(frame.loc[year])


def _intervals(
    contract: Contract, each: Prepared, scaled: _Scaled, part: pd.DataFrame, ranks: pd.Series
) -> tuple[pd.DataFrame | None, list[Finding]]:
    how = contract.sensitivity
    if how is None:
        return None, []
    variants = [of_year(variant, each.year).loc[part.index].where(part.notna(), np.nan) for variant in scaled.variants]
    drawn = rank_draws(contract, how, variants)
    found = intervals(how, drawn.ranks, part.index)
    negative = [check.negative(node, each.year) for node in drawn.negative]
    return found, [*negative, *check.check_intervals(each.year, ranks[part.index], found)]
