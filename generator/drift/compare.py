"""Two states of the data side by side: which sentences they touch and which figures are gone."""

from pathlib import Path

from generator.cache import Cache
from generator.config import load_config
from generator.content.load import load_content
from generator.data.loading.dataset import load_dataset
from generator.diagnostics import Diagnostic, failed, in_order
from generator.drift.coverage import find_lost_values
from generator.drift.indices import find_changed_indices
from generator.drift.prose import Drift, find_drift
from generator.indices.load import load_indices
from generator.memo import Memo
from generator.sources.files import Sources
from generator.sources.read import read_sources
from generator.state.modules import code_digest
from generator.state.sound import Sound

__all__ = ("drift",)


def drift(
    root: Path, old_data: Sources, state: Cache | None = None
) -> tuple[tuple[Drift, ...], Sources, tuple[Diagnostic, ...]]:
    """Return how ``data/`` differs from another state: prose that is affected, figures gone, ranks moved.

    The file `state` keeps what the present data and texts come to, for builds and checks as well.
    """
    sources, problems = read_sources(root)
    config, faults = load_config(sources)
    if config is None:
        return (), sources, (*problems, *faults)
    before = Sources(files={**old_data.files, "site.yaml": sources.files["site.yaml"]})
    sound = Sound(state=state, program=code_digest())
    (old, in_old), (new, in_new) = load_dataset(before, config), load_dataset(sources, config, sound)
    if old is None or new is None or failed(in_new, strict=False):
        return (), sources, in_order((*problems, *in_new, *(() if failed(in_new, strict=False) else in_old)))
    (old, were, _), (new, are, in_new) = (
        load_indices(files, config, data, Memo(), kept)
        for files, data, kept in ((before, old, None), (sources, new, state))
    )
    if failed(in_new, strict=False):
        return (), sources, in_order((*problems, *in_new))
    content, _in_content = load_content(sources, config, new, Memo(), sound)
    changed = find_changed_indices(were, are, old, new)
    found = (*find_drift(content.documents, sources, old, new), *find_lost_values(old, new), *changed)
    return found, sources, in_order(problems)
