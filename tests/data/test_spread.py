"""The spread of a year's figures, their median over the years, and how many countries report."""

from generator.data.spread import Spread, medians, reported, spread_of
from tests.datasets import CODES, dataset

NINE = {code: {2000: str(at + 1)} for at, code in enumerate(CODES[:9])}


def test_quartiles_are_of_the_figures_of_one_year() -> None:
    figures = dataset({"one": {**NINE, CODES[9]: {2000: "100 F", 2001: "50"}}})
    assert spread_of(figures, "one", 2000) == Spread(year=2000, count=9, lower=3.0, median=5.0, upper=7.0)
    assert spread_of(figures, "one", 2001) is None


def test_a_year_that_few_report_has_no_median() -> None:
    thin = {code: {2000: "1", 2001: "2"} for code in CODES[:3]}
    full = {code: {2000: "1"} for code in CODES[3:]}
    assert medians(dataset({"one": {**thin, **full}}), "one") == ((2000, 1.0),)


def test_years_between_in_which_nobody_reports_count_none() -> None:
    figures = dataset({"one": {CODES[0]: {2000: "1", 2002: "1"}, CODES[1]: {2002: "1"}}})
    assert reported(figures, "one") == {2000: 1, 2001: 0, 2002: 2}
    assert reported(figures, "two") == {}
