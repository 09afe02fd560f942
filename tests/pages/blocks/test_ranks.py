"""Ranks in words, and how a place changed: marks with words, and nothing where places do not compare."""

from dataclasses import replace

import pytest

from generator.pages.blocks.ranks import change_mark, change_words, moved_legend, rank_text
from generator.pages.records.parts import MovedText
from tests.datasets import CODES, dataset

FIGURES = {code: {2000: str(20 + at), 2024: str(20 + at)} for at, code in enumerate(CODES)}
CLIMBED = {**FIGURES, "AAA": {2000: "1", 2024: "30.5"}}


def test_a_climb_has_a_mark_words_and_the_year() -> None:
    rank = rank_text(dataset({"one": CLIMBED}), "one", "AAA")
    assert rank.overall == "2nd of 12"
    assert rank.moved == MovedText(mark="▲10", words="10 places gained", since="since 2000")


def test_no_change_is_said_in_words_without_a_mark() -> None:
    moved = rank_text(dataset({"one": FIGURES}), "one", "ACA").moved
    assert moved == MovedText(mark="", words="same place", since="since 2000")


@pytest.mark.parametrize(("gained", "said"), [(1, ("▲1", "1 place gained")), (-2, ("▼2", "2 places lost"))])
def test_a_mark_has_its_words(gained: int, said: tuple[str, str]) -> None:
    assert (change_mark(gained), change_words(gained)) == said


def test_places_are_among_those_ranked_in_both_years() -> None:
    late = {**CLIMBED, "AAA": {2024: "40"}}
    data = dataset({"one": late})
    assert rank_text(data, "one", "AAA").moved is None
    assert rank_text(data, "one", "ACA").moved == MovedText(mark="", words="same place", since="since 2000")


def test_a_series_that_breaks_between_has_no_change() -> None:
    broken = {**CLIMBED, "AAA": {2000: "1", 2010: "3 B", 2024: "30.5"}}
    assert rank_text(dataset({"one": broken}), "one", "AAA").moved is None


def test_too_few_countries_or_figures_that_do_not_compare_have_no_change() -> None:
    assert rank_text(dataset({"one": dict(list(FIGURES.items())[:2])}), "one", "AAA").moved is None
    assert rank_text(dataset({"one": FIGURES}, comparable=False), "one", "AAA").moved is None


def test_a_region_of_all_that_are_ranked_has_no_rank_of_its_own() -> None:
    data = dataset({"one": FIGURES})
    assert rank_text(data, "one", "AAA").region == ""
    far = {**data.countries, "ALA": replace(data.countries["ALA"], region="Elsewhere")}
    assert rank_text(replace(data, countries=far), "one", "AAA").region == "11th of 11 in Region"


def _moved(mark: str) -> MovedText:
    return MovedText(mark=mark, words="", since="")


def test_a_legend_explains_the_arrows_that_there_are() -> None:
    for marks, arrows, words in (("▲2 ▼1", "▲ ▼", "places gained and lost"), ("▼1", "▼", "places lost")):
        (entry,) = moved_legend(map(_moved, ("", *marks.split())))
        assert entry.mark == arrows
        assert entry.meaning.startswith(f"{words} since the year named")
    assert moved_legend((None, _moved(""))) == ()
