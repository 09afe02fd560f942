"""The composite indices of a project, for commands that read no prose."""

from collections.abc import Mapping
from pathlib import Path

from generator.config import load_config
from generator.data.dataset import Dataset
from generator.data.loading.dataset import load_dataset
from generator.diagnostics import Diagnostic, in_order
from generator.indices.engine.compute import Result
from generator.indices.load import load_indices
from generator.memo import Memo
from generator.sources.files import Sources
from generator.sources.read import read_sources

__all__ = ("read_indices",)

Indices = tuple[Dataset | None, Mapping[str, Result], tuple[Diagnostic, ...], Sources]


def read_indices(root: Path) -> Indices:
    """Return the dataset and the composite indices of a project, with what is wrong with the data.

    Prose is not read.
    """
    sources, problems = read_sources(root)
    config, faults = load_config(sources)
    dataset, in_data = load_dataset(sources, config) if config else (None, ())
    if config is None or dataset is None:
        return None, {}, in_order((*problems, *faults, *in_data)), sources
    dataset, results, in_indices = load_indices(sources, config, dataset, Memo())
    return dataset, results, in_order((*problems, *faults, *in_data, *in_indices)), sources
