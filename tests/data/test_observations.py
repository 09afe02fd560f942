"""Runs of consecutive years, which lines are drawn in."""

import pytest

from generator.data.observations import runs_of_years


@pytest.mark.parametrize(
    ("years", "runs"),
    [
        ((2000,), [(2000,)]),
        ((2000, 2001, 2002), [(2000, 2001, 2002)]),
        ((2000, 2001, 2003, 2010, 2011), [(2000, 2001), (2003,), (2010, 2011)]),
    ],
)
def test_a_missing_year_begins_a_new_run(years: tuple[int, ...], runs: list[tuple[int, ...]]) -> None:
    assert [years[run] for run in runs_of_years([(year, 1.0) for year in years])] == runs


def test_a_figure_of_every_five_years_breaks_only_where_one_is_missing() -> None:
    years: tuple[int, ...] = (1990, 1995, 2000, 2010, 2012)
    runs = runs_of_years([(year, 1.0) for year in years], frequency=5)
    assert [years[run] for run in runs] == [(1990, 1995, 2000), (2010, 2012)]
