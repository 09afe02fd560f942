"""The data and content of this repository, tested in the repository they are of.

A fork has a world of its own.
"""

import pytest

from generator.content.layout import load_layout
from generator.content.narrative import load_narrative
from tests.repository import WORLD_IS_OURS
from tests.world.data import World, real_data, with_indices

collect_ignore_glob = [] if WORLD_IS_OURS else ["test_*.py"]


@pytest.fixture(scope="session")
def world() -> World:
    sources, dataset = real_data()[0], with_indices()[0]
    layout, _ = load_layout(sources, dataset)
    narrative, problems = load_narrative(sources, dataset, layout)
    assert problems == ()
    return dataset.with_grammar(narrative.definite, narrative.plural), narrative
