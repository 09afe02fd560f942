"""The language of sentences made from data: the file that holds it, and the headlines it makes."""

from pathlib import Path

import pytest

from generator.content.layout import load_layout
from generator.content.narrative import Narrative, load_narrative
from generator.pages.prose.plain import plain_text
from generator.pages.sentences.plan import indicator_sentence, plan_headline, plan_sentences
from generator.sources.read import read_sources
from tests.conftest import REPOSITORY
from tests.real import World

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("country", "start"),
    [
        ("KAZ", "Kazakhstan, in Central Asia, is home to 20.6 million people. Output per head was $35,974 in 2024, "),
        ("VAT", "The Holy See, in Southern Europe, has figures in "),
        ("TWN", "Taiwan, in Eastern Asia, has figures in "),
        ("ZAF", "South Africa is home to "),
        ("NAM", "Namibia, in Southern Africa, had 2.57 million people in 2022. Output per head was "),
    ],
)
def test_a_headline_names_its_country(world: World, country: str, start: str) -> None:
    assert plain_text(plan_headline(*world, country)).startswith(start)


def test_every_headline_names_its_country_first(world: World) -> None:
    dataset, narrative = world
    for code in dataset.profiles:
        told = plain_text(plan_headline(dataset, narrative, code))
        assert told.removeprefix("The ").startswith(dataset.countries[code].name), told


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
    world: World, tmp_path: Path, text: str, place_: str, rule: str
) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/narrative.yaml").write_text(text, "utf-8")
    (tmp_path / "site.yaml").write_text("{}", "utf-8")
    sources, _ = read_sources(tmp_path)
    real, _ = read_sources(REPOSITORY)
    layout, _ = load_layout(real, world[0])
    narrative, problems = load_narrative(sources, world[0], layout)
    assert narrative == Narrative()
    assert [(str(p.location), p.rule.value) for p in problems] == [(place_, rule)]


def test_a_doubtful_figure_is_put_into_no_sentence(world: World) -> None:
    dataset, narrative = world
    assert dataset.latest("fertility_rate", "VAT")
    assert "people" not in plan_sentences(dataset, narrative, "VAT")
    told = {code: plain_text(plan_sentences(dataset, narrative, code)["knowledge"]) for code in ("XKX", "ALB")}
    assert "mobile" not in told["XKX"]


def test_an_indicator_s_sentence_gives_names_their_article(world: World) -> None:
    dataset, narrative = world
    told = [indicator_sentence(dataset, narrative, name) for name in dataset.catalog.indicators]
    assert any("the Central African Republic" in text for text in told)
    assert not any(" and Central African Republic" in text for text in told)
