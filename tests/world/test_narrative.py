"""Headlines and sentences of this world's countries."""

import pytest

from generator.pages.prose.plain import plain_text
from generator.pages.sentences.plan import indicator_sentence, plan_headline, plan_sentences
from tests.world.data import World

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


def test_a_doubtful_figure_is_put_into_no_sentence(world: World) -> None:
    dataset, narrative = world
    assert dataset.latest("fertility_rate", "VAT")
    assert "people" not in plan_sentences(dataset, narrative, "VAT")
    told = {code: plain_text(plan_sentences(dataset, narrative, code)["knowledge"]) for code in ("XKX", "ALB")}
    assert "mobile" not in told["XKX"]


def test_an_indicator_s_sentence_gives_names_their_article(world: World) -> None:
    dataset, _narrative = world
    told = [indicator_sentence(dataset, name) for name in dataset.catalog.indicators]
    assert any("the Central African Republic" in text for text in told)
    assert not any(" and Central African Republic" in text for text in told)
