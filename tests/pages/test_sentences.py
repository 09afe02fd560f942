"""Sentences made from data: every country's are whole, agree with the data, and do not repeat their neighbour's pattern."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from string import Formatter

import pytest

from generator.claims.bind import bind_reference
from generator.claims.bound import BoundValue
from generator.content.load_layout import load_layout
from generator.content.load_narrative import load_narrative
from generator.content.narrative import Narrative, Phrase
from generator.content.references import Reference
from generator.data.dataset import Dataset
from generator.pages.narrative import plan_headline, plan_sentences
from generator.pages.plain import plain_text
from generator.pages.sentence_topic import Topic
from generator.pages.sentences import PATTERNS, change, comparison, place, record
from generator.read import read_sources
from tests.conftest import REPOSITORY
from tests.real import real_data

pytestmark = pytest.mark.slow

World = tuple[Dataset, Narrative]


@pytest.fixture(scope="module")
def world() -> World:
    sources, _config, dataset = real_data()
    layout, _ = load_layout(sources, dataset)
    narrative, problems = load_narrative(sources, dataset, layout)
    assert problems == ()
    return dataset, narrative


def topics(world: World) -> Iterator[Topic]:
    dataset, narrative = world
    phrases = [phrase for _section, found in narrative.sections for phrase in found]
    for code in dataset.profiles:
        for phrase in phrases:
            if latest := dataset.latest(phrase.indicator, code):
                yield Topic(dataset=dataset, narrative=narrative, phrase=phrase, latest=latest)


@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda p: p.__name__)
def test_every_figure_of_every_sentence_agrees_with_the_data(world: World, pattern: object) -> None:
    made = [s for topic in topics(world) if (s := pattern(topic))]  # type: ignore[operator]
    assert len(made) > 100
    for text, pieces in made:
        assert {name for _, name, _, _ in Formatter().parse(text) if name} <= set(pieces)
        for piece in pieces.values():
            if isinstance(piece, Reference):
                assert bind_reference(piece, world[0], piece.country)[1] == (), piece


def test_every_country_has_a_headline_and_whole_sentences(world: World) -> None:
    dataset, narrative = world
    for code in dataset.profiles:
        sentences = [plain_text(plan_headline(dataset, narrative, code))]
        sentences += [plain_text(body) for body in plan_sentences(dataset, narrative, code).values()]
        for sentence in sentences:
            assert sentence.endswith("."), code
            assert sentence[0] == sentence[0].upper(), sentence
            assert not any(gap in sentence for gap in ("..", "n/a", "None", "{", "  ")), sentence


@pytest.mark.parametrize(
    ("country", "start"),
    [
        ("KAZ", "Kazakhstan, in Central Asia, is home to 20.6 million people. Output per head was $35,974 in 2024, "),
        ("VAT", "The Holy See, in Southern Europe, has figures in "),
        ("TWN", "Taiwan, in Eastern Asia, has figures in "),
        ("ZAF", "South Africa is home to "),
    ],
)
def test_a_headline_names_its_country(world: World, country: str, start: str) -> None:
    assert plain_text(plan_headline(*world, country)).startswith(start)


def test_every_headline_names_its_country_first(world: World) -> None:
    dataset, narrative = world
    for code in dataset.profiles:
        told = plain_text(plan_headline(dataset, narrative, code))
        assert told.removeprefix("The ").startswith(dataset.countries[code].name), told


def test_neighbouring_sections_do_not_share_a_pattern(world: World) -> None:
    dataset, narrative = world
    shapes = {" rose from ": 0, " fell from ": 0, "At ": 1, " stood at ": 2, " reached ": 3, " sank to ": 3}
    for code in dataset.profiles:
        texts = [plain_text(body) for body in plan_sentences(dataset, narrative, code).values()]
        kinds = [next(n for shape, n in shapes.items() if shape in text) for text in texts]
        assert all(a != b for a, b in pairwise(kinds)), (code, texts)


def test_a_sentence_is_about_what_the_commentary_does_not_say(world: World) -> None:
    dataset, narrative = world
    bodies = plan_sentences(dataset, narrative, "KAZ")
    about = {s: {p.indicator for p in body if isinstance(p, BoundValue)} for s, body in bodies.items()}
    again = plan_sentences(dataset, narrative, "KAZ", {s: frozenset(found) for s, found in about.items()})
    assert again
    for section, body in again.items():
        assert not about[section] & {p.indicator for p in body if isinstance(p, BoundValue)}, section


def told(world: World, country: str, phrase: Phrase, pattern: object) -> str:
    latest = world[0].latest(phrase.indicator, country)
    assert latest
    topic = Topic(dataset=world[0], narrative=world[1], phrase=phrase, latest=latest)
    found = pattern(topic)  # type: ignore[operator]
    if found is None:
        return ""
    text, pieces = found
    return str(text).format(**{k: v.text if isinstance(v, Reference) else v for k, v in pieces.items()})


LIFE = Phrase(indicator="life_expectancy", noun="life expectancy", unit="years")


def test_patterns_read_as_english(world: World) -> None:
    assert (
        told(world, "KAZ", LIFE, change) == "Kazakhstan’s life expectancy rose from 65.4 in 2000 to 70.2 years in 2021."
    )
    assert told(world, "NLD", LIFE, place) == (
        "At 81.5 years in 2021, the Netherlands’ life expectancy was the third lowest of eight in Western Europe."
    )
    assert told(world, "KAZ", LIFE, comparison) == (
        "In 2021 Kazakhstan’s life expectancy stood at 70.2 years, close to the median of 191 countries."
    )
    assert told(world, "KAZ", LIFE, record) == ""
    assert told(world, "TUV", LIFE, record) == (
        "Tuvalu’s life expectancy reached 64.5 years in 2021, the highest figure since at least 1990."
    )


def test_no_record_is_told_of_what_rises_nearly_everywhere(world: World) -> None:
    assert told(world, "TUV", replace(LIFE, records=False), record) == ""
    kept = {p.indicator: p.records for _section, phrases in world[1].sections for p in phrases}
    assert (kept["internet_users"], kept["life_expectancy"]) == (False, True)


def test_a_change_too_small_to_see_is_no_rise_and_no_fall(world: World) -> None:
    women = Phrase(indicator="women_in_parliament", noun="share of women in parliament")
    assert told(world, "AFG", women, change) == ""  # 27.3% and 27.0%
    exports = Phrase(indicator="exports_share", noun="ratio of exports to output")
    assert told(world, "USA", exports, change) == ""  # 10.7% and 11.1%


def test_a_year_unlike_others_is_called_by_its_name(world: World) -> None:
    spent = Phrase(
        indicator="tourism_receipts",
        noun="receipts from foreign visitors",
        years=((2020, "the pandemic year 2020"),),
    )
    assert told(world, "FRA", spent, record) == (
        "France’s receipts from foreign visitors sank to $36\N{NO-BREAK SPACE}billion in the pandemic year 2020, "
        "the lowest figure since at least 1999."
    )


def test_totals_are_not_held_against_the_median(world: World) -> None:
    total = Phrase(indicator="tourism_receipts", noun="receipts", compared=False)
    assert told(world, "KAZ", total, comparison) == ""


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
