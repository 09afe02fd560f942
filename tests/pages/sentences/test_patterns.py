"""Sentences on scores of an index: place and interval of the rank, and no change or ratio of scores."""

from dataclasses import replace

import pytest

from generator.content.narrative import Narrative, Phrase
from generator.data.dataset import Dataset
from generator.pages.prose.plain import plain_text
from generator.pages.sentences.patterns import PATTERNS, place_sentence
from generator.pages.sentences.plan import bind_sentence
from generator.pages.sentences.topic import Topic
from tests.indices.world import contract, loaded, project

UP = "direction: higher_is_better"
ONE = f"nodes: {{top: {{}}}}\nindicators: {{rising: {{parent: top, {UP}}}}}\n"
TEXT = f"""nodes: {{top: {{}}}}
indicators: {{rising: {{parent: top, {UP}}}, falling: {{parent: top, {UP}}}, mixed: {{parent: top, {UP}}}}}
"""
VARIED = "sensitivity: {seed: 1, draws: 100, weights: 0.5}\n"
CLAUSE = "{country} scored {value} points in the test in {year}"


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    plain, one = contract(ONE, "plain"), contract(ONE + VARIED, "one")
    return loaded(project(test=contract(TEXT + VARIED), plain=plain, one=one))[0]


def topic(dataset: Dataset, indicator: str, country: str = "AAA", clause: str = CLAUSE) -> Topic:
    phrase = Phrase(indicator=indicator, noun="score", unit="points", clause=clause)
    latest = dataset.latest(indicator, country)
    assert latest
    return Topic(dataset=dataset, narrative=Narrative(), phrase=phrase, latest=latest)


def said(about: Topic) -> str:
    sentence = place_sentence(about)
    return plain_text(bind_sentence(about.dataset, sentence)) if sentence else ""


@pytest.mark.parametrize(
    ("indicator", "country", "text"),
    [
        ("index_test", "AAA", "Aaa scored 39.4 points in the test in 2019, 10th of 12 countries, between 5th and 11th if weights and method were otherwise."),
        ("index_one", "LLL", "Lll scored 100.0 points in the test in 2019, 1st of 12 countries, 1st too if weights and method were otherwise."),
        ("index_plain", "BBB", "Bbb scored 9.1 points in the test in 2019, 11th of 12 countries."),
    ],
)  # fmt: skip
def test_a_score_has_its_rank_and_the_interval_of_that(
    dataset: Dataset, indicator: str, country: str, text: str
) -> None:
    assert said(topic(dataset, indicator, country)) == text


def test_a_score_without_a_clause_is_said_by_its_noun(dataset: Dataset) -> None:
    assert (
        said(topic(dataset, "index_plain", "BBB", clause=""))
        == "Bbb’s score was 9.1 points in 2019, 11th of 12 countries."
    )


def test_an_interval_among_other_countries_is_left_out(dataset: Dataset) -> None:
    fewer = {"index_test": {2019: {"AAA": (5, 11)}}}
    assert (
        said(topic(replace(dataset, rank_intervals=fewer), "index_test"))
        == "Aaa scored 39.4 points in the test in 2019, 10th of 12 countries."
    )


def test_a_tied_score_has_no_sentence(dataset: Dataset) -> None:
    columns = dataset.observations["index_plain"]
    same = replace(columns, texts=["50"] * 12, values=[50.0] * 12)
    tied = replace(dataset, observations={**dataset.observations, "index_plain": same}, digest="tied")
    assert said(topic(tied, "index_plain")) == ""


def test_scores_neither_rise_nor_are_a_multiple_nor_a_record(dataset: Dataset) -> None:
    """Literals of twenty editions that rise: an indicator of the same figures has all sentences."""
    years = range(2000, 2020)
    columns = dataset.observations["index_plain"]
    rising = replace(
        columns,
        countries=[code for code in dataset.profiles for _ in years],
        years=[*years] * 12,
        texts=[f"{10 + at + year - 2000}" for at in range(12) for year in years],
        values=[10.0 + at + year - 2000 for at in range(12) for year in years],
        statuses=["A"] * 240,
        origins=["index_plain"] * 240,
        notes=[""] * 240,
    )
    score = replace(dataset, observations={**dataset.observations, "index_plain": rising}, digest="rising")
    figure = replace(score, rank_intervals={}, digest="of a figure")
    assert [made.__name__ for made in PATTERNS if made(topic(score, "index_plain", "LLL"))] == ["place_sentence"]
    assert [made.__name__ for made in PATTERNS if made(topic(figure, "index_plain", "LLL"))] == [
        each.__name__ for each in PATTERNS
    ]


def test_no_line_ends_between_a_figure_and_its_unit(dataset: Dataset) -> None:
    assert topic(dataset, "index_plain").unit == "\u00a0points"
