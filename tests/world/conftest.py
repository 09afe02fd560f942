"""The data and content of this repository, tested in the repository they are of.

A fork has a world of its own.
"""

import pytest

from generator.content.layout import load_layout
from generator.content.narrative import load_narrative
from generator.indices.load import load_indices
from generator.memo import Memo
from tests.coverage_pause import unmeasured
from tests.repository import WORLD_IS_OURS
from tests.world.data import World, real_data

collect_ignore_glob = [] if WORLD_IS_OURS else ["test_*.py"]


@pytest.fixture(scope="session")
def world() -> World:
    sources, config, data = real_data()
    with unmeasured():
        dataset, _results, in_indices = load_indices(sources, config, data, Memo())
    layout, _ = load_layout(sources, dataset)
    narrative, problems = load_narrative(sources, dataset, layout)
    assert (*in_indices, *problems) == ()
    return dataset.with_grammar(narrative.definite, narrative.plural), narrative
