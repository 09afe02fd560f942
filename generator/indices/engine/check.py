"""What can be wrong with an index once its data are known, step by step."""

from __future__ import annotations  # start-up time: pandas is loaded where it computes

from collections.abc import Iterator, Mapping

import numpy as np
import pandas as pd

from generator.indices.contract import Aggregation, Contract, Leaf, Method, Normalisation
from generator.indices.engine.arithmetic import Vector
from generator.indices.engine.correlate import Correlation
from generator.indices.engine.impute import Filled
from generator.indices.engine.normalise import is_constant, target_is_reachable
from generator.indices.engine.screen import thin_indicators
from generator.indices.engine.treat import LEAST, Treated
from generator.indices.engine.values import Values
from generator.indices.findings import Finding
from generator.rules import Rule

ENOUGH = 10
"""Below this many countries a correlation says nothing."""
COLLINEAR, OPPOSED = 0.92, -0.4


def check_values(year: int, values: Values, screened: pd.DataFrame) -> Iterator[Finding]:
    """Yield what is missing because of a divisor, and whether any country passes the screen."""
    for key in values.undivided.columns:
        countries = _where(values.undivided[key])
        if countries:
            message = f"{year}: '{key}' has a divisor that is not above 0."
            yield _entry(Rule.INDEX_DIVISOR, key, message, "These values are missing.", countries, year)
    if screened.empty:
        message = f"{year}: no country has values of enough indicators."
        hint = "Lower minimum.country, widen 'within', or take other years."
        yield Finding(rule=Rule.INDEX_NO_COUNTRY, place=("countries",), message=message, hint=hint, year=year)


def check_screened(contract: Contract, year: int, screened: pd.DataFrame) -> Iterator[Finding]:
    """Yield the indicators without a value for any country left, or for too few."""
    empty = [key for key in screened.columns if screened[key].isna().all()]
    for key in empty:
        message = f"{year}: '{key}' has no value for any of the {len(screened)} countries."
        yield _entry(Rule.INDEX_NO_DATA, key, message, "Widen 'within', take other years, or leave it out.", (), year)
    for key in thin_indicators(contract, screened):
        if key not in empty:
            count, least = int(screened[key].notna().sum()), contract.least_of_indicator
            message = f"{year}: '{key}' has a value for {count} of {len(screened)} countries, fewer than {least:.0%}."
            yield _entry(
                Rule.INDEX_THIN, key, message, "Widen 'within', leave it out, or lower minimum.indicator.", (), year
            )


def check_filled(year: int, filled: Filled) -> Iterator[Finding]:
    """Yield where too few countries of a group have a value to fill in the others."""
    for key in filled.too_small.columns:
        if countries := _where(filled.too_small[key]):
            message = f"{year}: '{key}' stays missing: too few countries of the group have a value."
            yield _entry(
                Rule.INDEX_GROUP_SMALL,
                key,
                message,
                "Lower imputation.at_least, or take larger groups.",
                countries,
                year,
            )


def check_logarithms(year: int, lacking: Mapping[str, list[str]]) -> Iterator[Finding]:
    """Yield the indicators with values that have no logarithm."""
    for key, countries in lacking.items():
        message = f"{year}: '{key}' has values without a logarithm: {named(countries)}."
        hint = "Use 'ln1p' where 0 is meant, or take the transform away."
        yield _entry(Rule.INDEX_LOG_OF_ZERO, key, message, hint, tuple(countries), year)


def check_treated(year: int, treated: Mapping[str, Treated]) -> Iterator[Finding]:
    """Yield where outliers could not be judged, or remain."""
    for key, done in treated.items():
        if done.too_few:
            message = f"{year}: '{key}' has {done.count} values; outliers can be judged from {LEAST} on."
            yield _entry(Rule.INDEX_TOO_FEW_TO_TREAT, key, message, "It stays as it is.", (), year)
        if done.remain:
            message = (
                f"{year}: '{key}' keeps outliers after treatment: skew {done.skew:.2f}, kurtosis {done.kurtosis:.2f}."
            )
            hint = "Give it a transform or goalposts of its own, or answer it under 'known'."
            yield _entry(Rule.INDEX_OUTLIERS_REMAIN, key, message, hint, (), year)


def check_scale(leaf: Leaf, year: int, values: Vector, methods: tuple[Normalisation, ...]) -> Iterator[Finding]:
    """Yield whether an indicator's values span a scale, by its method and its alternatives."""
    if is_constant(values) and any(how.method is not Method.GOALPOSTS for how in methods):
        message = f"{year}: '{leaf.key}' has the same value for all {int((~np.isnan(values)).sum())} countries."
        hint = "Leave it out, or give it goalposts."
        yield _entry(Rule.INDEX_CONSTANT, leaf.key, message, hint, (), year)
        return
    for how in methods:
        if how.method is Method.TARGET and not target_is_reachable(how, values, rising=leaf.rising):
            message = f"{year}: the target {how.target:g} of '{leaf.key}' does not lie beyond the worst value."
            yield _entry(Rule.INDEX_TARGET, leaf.key, message, "Set a target better than the worst value.", (), year)


def check_scores(contract: Contract, year: int, scores: pd.DataFrame) -> Iterator[Finding]:
    """Yield scores that a geometric or harmonic mean cannot bear, or that make it 0.

    And an index without a country.
    """
    for node in contract.live_nodes:
        if contract.nodes[node].aggregation is not Aggregation.ARITHMETIC:
            children = scores[list(contract.children(node))]
            if countries := _where((children < 0).any(axis=1)):
                yield negative(node, year, countries)
            if countries := _where((children == 0).any(axis=1)):
                message = f"{year}: '{node}' is 0 because of a 0 below it."
                yield _node(Rule.INDEX_ZERO_MEAN, node, message, "Let scores begin at 1.", countries, year)
    if scores[contract.root].isna().all():
        message = f"{year}: no country has a score."
        hint = "Lower the minimum of the nodes, or widen 'within'."
        yield _node(Rule.INDEX_NO_COUNTRY, contract.root, message, hint, (), year)


def negative(node: str, year: int, countries: tuple[str, ...] = ()) -> Finding:
    """Return the finding of a score below 0 under a geometric or harmonic node."""
    message = f"{year}: '{node}' has a score below 0 under it{'' if countries else ' in a draw'}."
    return _node(
        Rule.INDEX_NEGATIVE, node, message, "Take an arithmetic mean, or a method with a range.", countries, year
    )


def check_intervals(year: int, ranks: pd.Series, intervals: pd.DataFrame) -> Iterator[Finding]:
    """Yield the countries whose published rank lies outside its interval."""
    outside = (ranks < intervals["low"]) | (ranks > intervals["high"])
    if countries := _where(outside):
        message = f"{year}: the published rank lies outside its interval."
        hint = "The published choices are at the edge of those that are varied: say so, or reconsider them."
        place = ("sensitivity",)
        yield Finding(
            rule=Rule.INDEX_RANK_OUTSIDE, place=place, message=message, hint=hint, countries=countries, year=year
        )


def check_correlations(contract: Contract, year: int, correlations: tuple[Correlation, ...]) -> Iterator[Finding]:
    """Yield indicators that say the same as another of their node, or run against it or the node."""
    for each in correlations:
        if each.n < ENOUGH or np.isnan(each.r):
            continue
        both = each.other in contract.leaves
        entries = (each.one, each.other) if both else (each.one,)
        for rule, holds, words in (
            (Rule.INDEX_COLLINEAR, both and each.r > COLLINEAR, "says nearly the same as"),
            (Rule.INDEX_OPPOSED, both and each.r < OPPOSED, "runs against"),
            (
                Rule.INDEX_AGAINST,
                not both and each.other == contract.leaves[each.one].parent and each.r < 0,
                "runs against its node",
            ),
        ):
            if holds:
                message = f"{year}: '{each.one}' {words} '{each.other}': r = {each.r:.2f} over {each.n} countries."
                place = ("indicators", each.one)
                hint = "Reconsider weight, direction or place, or answer it under 'known'."
                yield Finding(rule=rule, place=place, message=message, hint=hint, entries=entries, year=year)


def named(countries: list[str] | tuple[str, ...], most: int = 8) -> str:
    """Return codes in a row, the first few of many: `AFG, AGO and 12 more`."""
    rest = len(countries) - most
    return ", ".join(countries[:most]) + (f" and {rest} more" if rest > 0 else "")


def _where(flags: pd.Series) -> tuple[str, ...]:
    return tuple(str(code) for code in flags.index[flags.to_numpy(dtype=bool)])


def _entry(rule: Rule, key: str, message: str, hint: str, countries: tuple[str, ...], year: int) -> Finding:
    place = ("indicators", key)
    return Finding(rule=rule, place=place, message=message, hint=hint, countries=countries, entries=(key,), year=year)


def _node(rule: Rule, key: str, message: str, hint: str, countries: tuple[str, ...], year: int) -> Finding:
    place = ("nodes", key)
    return Finding(rule=rule, place=place, message=message, hint=hint, countries=countries, entries=(key,), year=year)
