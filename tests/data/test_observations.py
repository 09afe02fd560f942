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
