"""Readers' own weights: a slider for every entry that stands beside others."""

import math
from collections.abc import Iterator

from generator.indices.contract import Contract
from generator.indices.engine.compute import Result
from generator.pages.blocks.indices.words import entry_name, shown
from generator.pages.project import Project
from generator.pages.records.indices import ReaderWeights, WeighedPart, WeightSlider
from generator.urls import index_url

MOST = 10
"""The most that a reader may give, unless a published weight is more."""


def reader_weights(project: Project, result: Result, columns: tuple[str, ...]) -> ReaderWeights | None:
    """Return the sliders of an index, the root's parts first; None where nothing stands beside another."""
    contract, edition = result.contract, shown(result)
    nodes = [contract.root, *(key for key in contract.nodes if key in contract.live and key != contract.root)]
    parts = tuple(_part(project, contract, node) for node in nodes if len(contract.children(node)) > 1)
    if not parts:
        return None
    return ReaderWeights(
        file=f"{index_url(contract.id)}{edition.year}/weights.json",
        version=contract.version,
        parts=parts,
        columns=columns,
        has_intervals=edition.intervals is not None,
    )


def _part(project: Project, contract: Contract, node: str) -> WeighedPart:
    sliders = tuple(_sliders(project, contract, node))
    return WeighedPart(title=contract.nodes[node].title, sliders=sliders)


def _sliders(project: Project, contract: Contract, node: str) -> Iterator[WeightSlider]:
    """Yield the sliders of what stands below a node, in the order of the file."""
    children = set(contract.children(node))
    most = max(MOST, *(math.ceil(contract.entries[child].weight) for child in children))
    for key in (key for key in contract.entries if key in children):
        weight = contract.entries[key].weight
        yield WeightSlider(key=key, title=entry_name(project, contract, key), weight=_plain(weight), most=str(most))


def _plain(weight: float) -> str:
    """Return a weight as people and scripts read it: 1, 0.5."""
    return str(int(weight)) if weight == int(weight) else repr(weight)
