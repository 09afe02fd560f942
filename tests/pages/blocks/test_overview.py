"""A topic's indicators over all countries: median, spread, ends and coverage."""

from dataclasses import replace

from generator.data.catalog import Direction
from generator.data.dataset import Dataset
from generator.pages.blocks.overview import coverage_years, plan_coverage, plan_overview
from tests.datasets import CODES, dataset

FIGURES = {code: {2019: str(at), 2020: str(at + 1)} for at, code in enumerate(CODES[:9])}


def directed(data: Dataset, direction: Direction) -> Dataset:
    indicators = {name: replace(i, direction=direction) for name, i in data.catalog.indicators.items()}
    return replace(data, catalog=replace(data.catalog, indicators=indicators))


def test_a_row_has_median_quartiles_ends_and_how_many_report() -> None:
    (row,) = plan_overview(dataset({"one": FIGURES}), ("one",))
    assert (row.median, row.middle, row.year, row.count) == ("5.0", "3.0 to 7.0", "2020", "9 in 2020")
    assert row.best is not None
    assert row.worst is not None
    assert (row.best.value, row.worst.value) == ("9.0", "1.0")
    assert row.spark is not None
    assert row.coverage is not None
    assert row.coverage.label == "From 9 of 12 countries in 2019"


def test_where_the_lowest_is_best_it_stands_first() -> None:
    data = dataset({"one": FIGURES})
    (lower,) = plan_overview(directed(data, Direction.LOWER), ("one",))
    (neutral,) = plan_overview(directed(data, Direction.NEUTRAL), ("one",))
    assert lower.best is not None
    assert lower.best.value == "1.0"
    assert neutral.best is not None
    assert neutral.best.value == "9.0"


def test_the_year_of_a_shared_figure_is_not_said() -> None:
    data = dataset({"one": {**FIGURES, "AJA": {2019: "9"}}})
    indicators = {**data.catalog.indicators, "one": replace(data.indicator("one"), window=1)}
    (row,) = plan_overview(replace(data, catalog=replace(data.catalog, indicators=indicators)), ("one",))
    assert row.best is not None
    assert (row.best.link, row.best.value) == (None, "2 countries, 9.0")


def test_figures_that_do_not_compare_have_coverage_alone() -> None:
    (row,) = plan_overview(dataset({"one": FIGURES}, comparable=False), ("one",))
    assert (row.median, row.middle, row.best, row.worst, row.spark) == ("", "", None, None, None)
    assert row.count == "9 in 2020"


def test_an_indicator_without_figures_says_so() -> None:
    (row,) = plan_overview(dataset({}), ("one",))
    assert (row.count, row.coverage, row.best) == ("none", None, None)


def test_the_median_of_scores_has_no_course() -> None:
    (row,) = plan_overview(replace(dataset({"one": FIGURES}), rank_intervals={"origin": {}}), ("one",))
    assert (row.median, row.spark) == ("5.0", None)


def test_coverage_stands_at_every_fifth_year_and_the_latest() -> None:
    data = dataset({"one": {CODES[0]: {2003: "1", 2022: "1"}, CODES[1]: {2022: "1"}}})
    years = coverage_years(data, ("one", "two"))
    assert years == (2005, 2010, 2015, 2020, 2021, 2022)
    one, two = plan_coverage(data, ("one", "two"), years)
    assert one.counts == ("–", "–", "–", "–", "–", "2")
    assert set(two.counts) == {"–"}
    assert coverage_years(data, ("two",)) == ()
