"""Changes between two years: places among those with both figures, and the years to compare."""

from generator.data.change import change_years, changes
from tests.datasets import CODES, dataset

BOTH = {code: {2000: str(at), 2010: str(20 - at)} for at, code in enumerate(CODES)}


def test_places_are_among_the_countries_with_both_figures() -> None:
    values = {**BOTH, "AAA": {2000: "99"}}
    found = changes(dataset({"one": values}), "one", CODES, (2000, 2010))
    assert len(found) == len(CODES) - 1
    first = found[0]
    assert (first.country, first.place_before, first.place_after, first.gained) == ("ABA", 11, 1, 10)
    assert sum(change.gained for change in found) == 0


def test_the_years_are_the_first_that_most_have_and_the_rankings() -> None:
    late = {code: {2003: "1", 2010: "2"} for code in CODES}
    assert change_years(dataset({"one": BOTH}), "one", CODES) == (2000, 2010)
    assert change_years(dataset({"one": late}), "one", CODES) == (2003, 2010)


def test_years_too_near_or_figures_that_do_not_compare_have_no_change() -> None:
    near = {code: {2008: "1", 2010: "2"} for code in CODES}
    assert change_years(dataset({"one": near}), "one", CODES) is None
    assert change_years(dataset({"one": BOTH}, comparable=False), "one", CODES) is None
