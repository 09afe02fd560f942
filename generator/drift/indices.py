"""Composite indices whose contract or ranks have changed."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from generator.data.dataset import Dataset
from generator.diagnostics import Location
from generator.drift.prose import Drift
from generator.formatting import format_list
from generator.indices.contract import Contract
from generator.indices.engine.compute import Result

NAMED = 5
"""Countries named one by one, those that move farthest; the others are counted."""

Moves = Mapping[str, tuple[int, int]]
"""Rank before and rank after, by country."""


def find_changed_indices(
    before: Mapping[str, Result], after: Mapping[str, Result], old: Dataset, new: Dataset
) -> tuple[Drift, ...]:
    """Return a record for each contract changed under its version, and each edition with other ranks."""
    both = [(before[name].contract, after[name].contract) for name in after if name in before]
    return tuple(drift for was, now in both for drift in (*_same_version(was, now), *_moved(was, now, old, new)))


def _same_version(was: Contract, now: Contract) -> Iterator[Drift]:
    """Yield that a contract says something else and is still the same version."""
    if was.version == now.version and _method(was) != _method(now):
        sentence = f"The contract has changed and is still version {now.version}: write a new version, and what is new."
        yield Drift(
            location=_place(now),
            authors=(),
            sentence=sentence,
            subject=f"{now.title}, version",
            old=was.version,
            new=now.version,
            holds=False,
        )


def _method(contract: Contract) -> Contract:
    """Return a contract without what changes no score: its words, versions and editions."""
    return replace(contract, title="", description="", version="", changes=(), limits=(), known=(), years=())


def _moved(was: Contract, now: Contract, old: Dataset, new: Dataset) -> Iterator[Drift]:
    """Yield the moves of each edition that both have."""
    for year in (year for year in now.years if year in was.years):
        before, after = _ranks(old, was.indicator, year), _ranks(new, now.indicator, year)
        moves = {code: (before[code], after[code]) for code in after if code in before and before[code] != after[code]}
        if moves:
            yield Drift(
                location=_place(now),
                authors=(),
                sentence=f"Ranks of {year} that move: {_listed(moves)}.",
                subject=f"{now.title}, version",
                old=was.version,
                new=now.version,
                holds=False,
                drawn=True,
            )


def _ranks(dataset: Dataset, indicator: str, year: int) -> dict[str, int]:
    ranking = dataset.ranking(indicator, year=year)
    return {row.observation.country: row.rank for row in ranking.rows} if ranking else {}


def _listed(moves: Moves) -> str:
    """Return the longest moves: `CHN 20 → 5, RUS 35 → 22 and 120 more countries`."""
    order = sorted(moves, key=lambda code: (-abs(moves[code][1] - moves[code][0]), code))
    named = [f"{code} {moves[code][0]} → {moves[code][1]}" for code in order[:NAMED]]
    more = len(order) - len(named)
    return format_list((*named, *([f"{more} more {'country' if more == 1 else 'countries'}"] if more else [])))


def _place(contract: Contract) -> Location:
    return Location(path=f"data/indices/{contract.id}.yaml")
