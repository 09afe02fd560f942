"""What tests of pages share: the real data with the language of sentences."""

import pytest

from generator.content.layout import load_layout
from generator.content.narrative import load_narrative
from tests.real import World, real_data


@pytest.fixture(scope="session")
def world() -> World:
    sources, _config, dataset = real_data()
    layout, _ = load_layout(sources, dataset)
    narrative, problems = load_narrative(sources, dataset, layout)
    assert problems == ()
    return dataset, narrative
