"""Sentences made from data.

Every country's are whole, agree with the data, and do not repeat their neighbour's pattern.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from string import Formatter

import pytest

from generator.claims.bind import bind_reference
from generator.claims.bound import BoundValue
from generator.content.narrative import Phrase
from generator.content.references import Reference
from generator.messages import capital
from generator.pages.prose.plain import plain_text
from generator.pages.sentences.newsworth import LAST_RESORT, news_of_change, news_of_place, news_of_ratio
from generator.pages.sentences.patterns import (
    PATTERNS,
    change_sentence,
    comparison_sentence,
    follow_sentence,
    place_sentence,
    record_sentence,
)
from generator.pages.sentences.plan import plan_headline, plan_sentences
from generator.pages.sentences.topic import Topic
from tests.world.data import World

pytestmark = pytest.mark.slow


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
    for sentence in made:
        assert {name for _, name, _, _ in Formatter().parse(sentence.pattern) if name} <= set(sentence.pieces)
        for piece in sentence.pieces.values():
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


SHAPES = {
    "change": re.compile(r" (rose|fell) from "),
    "follow": re.compile(r", (up|down) from "),
    "score": re.compile(r" points in soft power in \d{4}, \d+\w\w of \d+ countries"),
    "place": re.compile(r", the [^,]+ among [^,]+ countries in "),
    "comparison": re.compile(r" the median of \d+ countries\.$"),
    "record": re.compile(r" since at least \d{4}\.$"),
}


def test_neighbouring_sections_do_not_share_a_pattern(world: World) -> None:
    dataset, narrative = world
    for code in dataset.profiles:
        texts = [plain_text(body) for body in plan_sentences(dataset, narrative, code).values()]
        kinds = [next(name for name, shape in SHAPES.items() if shape.search(text)) for text in texts]
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
    pieces = {name: piece.text if isinstance(piece, Reference) else piece for name, piece in found.pieces.items()}
    return capital(str(found.pattern).format(**pieces)).replace("\N{NO-BREAK SPACE}", " ")


LIFE = Phrase(indicator="life_expectancy", noun="life expectancy", unit="years")
BORN = Phrase(
    indicator="infant_mortality",
    noun="infant mortality",
    clause="Of every 1,000 children born in {country} in {year}, {value} died before their first birthday",
    ends=("highest rate", "lowest rate"),
)


def test_patterns_read_as_english(world: World) -> None:
    assert (
        told(world, "KAZ", LIFE, change_sentence)
        == "Kazakhstan’s life expectancy rose from 65.4 in 2000 to 70.2 years in 2021."
    )
    assert told(world, "NLD", LIFE, place_sentence) == (
        "The Netherlands’ life expectancy was 81.5 years in 2021, "
        "the third lowest figure among eight countries in Western Europe."
    )
    assert told(world, "KAZ", LIFE, comparison_sentence) == (
        "Kazakhstan’s life expectancy was 70.2 years in 2021, close to the median of 191 countries."
    )
    assert told(world, "KAZ", LIFE, record_sentence) == ""
    assert told(world, "TUV", LIFE, record_sentence) == (
        "Tuvalu’s life expectancy was 64.5 years in 2021, the highest figure since at least 1990."
    )


def test_a_clause_says_the_figure_as_one_would(world: World) -> None:
    assert told(world, "NLD", BORN, follow_sentence) == (
        "Of every 1,000 children born in the Netherlands in 2021, 3.5 died before their first birthday, "
        "down from 5.1 in 2000 but the highest rate among eight countries in Western Europe."
    )


EXPORTS = Phrase(
    indicator="exports_share",
    noun="ratio of exports to output",
    clause="Exports equalled {value} of {owner} output in {year}",
    ends=("highest ratio", "lowest ratio"),
)


def test_a_place_is_joined_by_but_where_the_change_leads_away_from_it(world: World) -> None:
    assert told(world, "DEU", EXPORTS, follow_sentence).endswith(
        "up from 29.7% in 2000 but the second lowest ratio among seven countries in Western Europe."
    )
    assert told(world, "FIN", replace(EXPORTS, indicator="fertility_rate"), follow_sentence).endswith(
        "down from 1.73 in 2000 and the second lowest ratio among ten countries in Northern Europe."
    )


def test_a_place_in_the_middle_of_many_is_not_told(world: World) -> None:
    assert told(world, "DOM", replace(EXPORTS, indicator="gdp_per_head_ppp"), place_sentence) == ""  # sixth of twelve
    assert told(world, "DOM", replace(EXPORTS, indicator="fertility_rate"), place_sentence).endswith(
        "the second highest ratio among 13 countries in the Caribbean."
    )


def test_no_record_is_told_of_what_rises_nearly_everywhere(world: World) -> None:
    assert told(world, "TUV", replace(LIFE, records=False), record_sentence) == ""
    kept = {p.indicator: p.records for _section, phrases in world[1].sections for p in phrases}
    assert (kept["internet_users"], kept["life_expectancy"]) == (False, True)


def test_a_change_too_small_to_see_is_no_rise_and_no_fall(world: World) -> None:
    women = Phrase(indicator="women_in_parliament", noun="share of women in parliament")
    assert told(world, "AFG", women, change_sentence) == ""  # 27.3% and 27.0%
    exports = Phrase(indicator="exports_share", noun="ratio of exports to output")
    assert told(world, "USA", exports, change_sentence) == ""  # 10.7% and 11.1%


SPENT = Phrase(
    indicator="tourism_receipts",
    noun="receipts from foreign visitors",
    clause="Visitors from abroad spent {value} in {country} in {year}",
    years=((2020, "the pandemic year 2020"),),
)


def test_a_year_unlike_others_is_called_by_its_name_and_held_against_the_last_that_was_like_them(world: World) -> None:
    assert told(world, "FRA", SPENT, follow_sentence) == (
        "Visitors from abroad spent $36 billion in France in the pandemic year 2020, down from $70.8 billion in 2019."
    )
    assert told(world, "FRA", SPENT, place_sentence) == told(world, "FRA", SPENT, comparison_sentence) == ""


def test_what_has_more_news_is_told_first(world: World) -> None:
    assert [news_of_place(place_, 12) for place_ in (1, 2, 3, 6, 11, 12)] == [3, 2, 1, 1, 2, 3]
    assert [news_of_ratio(ratio) for ratio in (0.3, 0.5, 0.7, 1.0, 1.5, 2.0, 3.0)] == [3, 2, 1, 0, 1, 2, 3]
    latest = world[0].latest("infant_mortality", "KAZ")
    assert latest
    topic = Topic(dataset=world[0], narrative=world[1], phrase=BORN, latest=latest)
    assert [news_of_change(topic, replace(latest, text=text)) for text in ("9", "13", "40", "0")] == [
        1,
        2,
        3,
        LAST_RESORT,
    ]


def test_totals_are_not_held_against_the_median(world: World) -> None:
    total = Phrase(indicator="tourism_receipts", noun="receipts", compared=False)
    assert told(world, "KAZ", total, comparison_sentence) == ""


def test_what_is_less_than_the_decimals_of_the_catalog_is_not_told_as_nought(world: World) -> None:
    emitted = Phrase(indicator="co2_per_head", noun="emissions", unit="tonnes per head", plural=True)
    assert "emissions were 0.03 tonnes per head in 2021, the lowest" in told(world, "COD", emitted, place_sentence)
    women = Phrase(indicator="women_in_parliament", noun="share of women in parliament")
    assert "parliament was 0% in 2020, the lowest" in told(world, "FSM", women, place_sentence)
