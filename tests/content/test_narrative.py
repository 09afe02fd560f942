"""The language of sentences, read strictly."""

from pathlib import Path

import pytest

from generator.config import load_config
from generator.content.layout import load_layout
from generator.content.narrative import Narrative, load_narrative
from generator.data.loading.dataset import load_dataset
from generator.sources.read import read_sources


@pytest.mark.parametrize(
    ("text", "place_", "rule"),
    [
        ("sections: {peple: []}\n", "content/narrative.yaml:1:12", "section-unknown"),
        (
            "sections:\n  people: [{indicator: populaton, noun: x}]\n",
            "content/narrative.yaml:2:24",
            "indicator-unknown",
        ),
        ("sections: {}\ndefinite: [XXX]\n", "content/narrative.yaml:2:12", "country-unknown"),
        (
            "sections:\n  people: [{indicator: population, noun: x, clause: 'It was {valeu} in {year}'}]\n",
            "content/narrative.yaml:2:53",
            "yaml-value",
        ),
        (
            "sections:\n  people: [{indicator: population, noun: x, doubtful: [XXX]}]\n",
            "content/narrative.yaml:2:56",
            "country-unknown",
        ),
        ("sections: {}\nplurals: [USA]\n", "content/narrative.yaml:2:1", "yaml-unknown-key"),
    ],
)
def test_faults_of_the_file_are_told_at_their_place(
    starter: Path, tmp_path: Path, text: str, place_: str, rule: str
) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/narrative.yaml").write_text(text, "utf-8")
    (tmp_path / "site.yaml").write_text("{}", "utf-8")
    sound, _ = read_sources(starter)
    config, _ = load_config(sound)
    assert config is not None
    dataset, _ = load_dataset(sound, config)
    assert dataset is not None
    layout, _ = load_layout(sound, dataset)
    narrative, problems = load_narrative(read_sources(tmp_path)[0], dataset, layout)
    assert narrative == Narrative()
    assert [(str(p.location), p.rule.value) for p in problems] == [(place_, rule)]
