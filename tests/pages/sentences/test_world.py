"""Sentences of an indicator over all countries: bound, and silent where something else would be false."""

from dataclasses import replace

from generator.claims.bound import BoundValue
from generator.content.narrative import Narrative, Phrase
from generator.data.catalog import UnitKind
from generator.data.change import is_score
from generator.data.dataset import Dataset
from generator.pages.prose.plain import plain_text
from generator.pages.sentences.world import world_ends, world_move, world_sentence
from tests.datasets import CODES, dataset

WORDS = Narrative(sections=(("people", (Phrase(indicator="one", noun="yield", unit="tonnes"),)),))
Figures = dict[str, dict[int, str]]


def figures(steps: list[str]) -> Figures:
    """Return figures of as many countries, 1, 2, 3 … in 2000, and those given in 2024."""
    return {code: {2000: str(at + 1), 2024: step} for at, (code, step) in enumerate(zip(CODES, steps, strict=False))}


def said(values: Figures, narrative: Narrative = WORDS) -> str:
    return plain_text(world_sentence(dataset({"one": values}), narrative, "one"))


def test_a_rise_in_most_countries_is_counted_and_the_ends_are_named() -> None:
    steps = [str(at + 3) for at in range(11)] + ["1.5"]
    assert said(figures(steps)) == (
        "Yield rose in 11 of 12 countries between 2000 and 2024; their median went from 6.5 to 7.5 tonnes. "
        "Of 12 countries with a figure for 2024, Name AKA had the highest, 13.0 tonnes, and Name ALA the lowest, 1.5."
    )


def test_a_fall_everywhere_is_said_of_all() -> None:
    assert said(figures([f"{at / 2}" for at in range(12)])).startswith(
        "Yield fell in all 12 countries between 2000 and 2024;"
    )


def test_without_a_majority_both_are_counted() -> None:
    steps = [str(at + 1 + (1 if at < 5 else -1 if at < 9 else 0)) for at in range(12)]
    assert "rose in 5 of 12 countries and fell in 4 between" in said(figures(steps))


def test_what_reads_alike_did_not_change() -> None:
    steps = [f"{at + 1}.04" for at in range(12)]
    sentence = said(figures(steps))
    assert "fell in 0 of 12 countries" in sentence
    assert "their median stayed at 6.5 tonnes" in sentence


def test_nobody_is_named_where_several_share_an_end_or_the_figure_is_doubted() -> None:
    steps = ["9"] * 6 + ["3"] * 6
    assert "had the" not in said(figures(steps))
    doubted = Narrative(sections=(("people", (Phrase(indicator="one", noun="yield", doubtful=frozenset({"ALA"})),)),))
    assert "had the" not in said(figures([str(at) for at in range(2, 14)]), doubted)


def test_few_countries_have_no_change_and_the_subject_is_named_first() -> None:
    few = {code: {2024: str(at + 1)} for at, code in enumerate(CODES)}
    assert said(few, Narrative()).startswith(
        "Short one: of 12 countries with a figure for 2024, Name ALA had the highest"
    )


def test_nothing_is_said_of_figures_that_do_not_compare() -> None:
    values = {"one": figures([str(at + 3) for at in range(12)])}
    assert world_sentence(dataset(values, comparable=False), WORDS, "one") == ()


def test_amounts_at_current_prices_say_so() -> None:
    assert "between 2000 and 2024, at the prices of each year; their median" in plain_text(
        world_sentence(_priced(dataset({"one": figures([str(at + 3) for at in range(12)])})), WORDS, "one")
    )


def _priced(data: Dataset) -> Dataset:
    one = data.catalog.indicators["one"]
    unit = replace(one.unit, kind=UnitKind.CURRENCY, symbol="$", note="current US$")
    indicators = {**data.catalog.indicators, "one": replace(one, unit=unit)}
    return replace(data, catalog=replace(data.catalog, indicators=indicators))


def test_the_ends_name_the_noun_and_the_median_has_a_sentence_of_its_own() -> None:
    data = dataset({"one": figures([str(at + 3) for at in range(12)])})
    ends, move = world_ends(data, WORDS, "one"), world_move(data, WORDS, "one")
    assert ends is not None
    assert plain_text(ends.body(" yield")).startswith(
        "Of 12 countries with a figure for 2024, Name ALA had the highest yield, 14"
    )
    assert move is not None
    assert (move.clause, move.share) == ("Yield rose in all 12 countries", 1)
    assert plain_text(move.course) == (
        "Between 2000 and 2024 the median of these 12 countries went from 6.5 to 8.5 tonnes."
    )


def test_every_figure_is_bound_with_its_source() -> None:
    body = world_sentence(dataset({"one": figures([str(at + 3) for at in range(12)])}), WORDS, "one")
    bound = [part for part in body if isinstance(part, BoundValue)]
    assert [(b.machine, b.country, b.year) for b in bound] == [
        ("6.5", "", "2000"),
        ("8.5", "", "2024"),
        ("14", "ALA", "2024"),
        ("3", "AAA", "2024"),
    ]
    assert {b.source for b in bound} == {"Producer (2026)"}
    assert bound[0].subject == "Title of one, median of 12 countries, 2000"


def test_scores_of_two_editions_are_not_set_against_each_other() -> None:
    data = replace(dataset({"one": figures([str(at + 3) for at in range(12)])}), rank_intervals={"origin": {}})
    assert is_score(data, "one")
    assert plain_text(world_sentence(data, WORDS, "one")).startswith("Yield: of 12 countries")


def test_no_line_ends_between_a_figure_and_its_unit() -> None:
    *_, end = world_sentence(dataset({"one": figures([str(at + 3) for at in range(12)])}), WORDS, "one")[:5]
    assert end == "\u00a0tonnes."
