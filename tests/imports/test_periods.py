import pytest

from generator.imports.periods import PeriodError, SplitYear, year_of


@pytest.mark.parametrize("text", ["2014", "2014.0", "2014-A1", "2014A", "YR2014", "2014 [YR2014]", " 2014 "])
def test_years(text: str) -> None:
    assert year_of(text) == 2014


@pytest.mark.parametrize("text", ["2014/15", "2014-15", "2014/2015", "2014–2015"])
def test_a_split_year_needs_a_word(text: str) -> None:
    with pytest.raises(PeriodError, match="runs over two years") as error:
        year_of(text)
    assert "split_year: first" in error.value.hint
    assert year_of(text, SplitYear.FIRST) == 2014
    assert year_of(text, SplitYear.LAST) == 2015


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("2014-Q1", "a quarter"),
        ("2014Q1", "a quarter"),
        ("2014-S2", "a half-year"),
        ("2014-W05", "a week"),
        ("2014-01", "a month"),
        ("2014M01", "a month"),
        ("2011-12", "a month"),
        ("2013-01-18", "a day"),
        ("31.12.2013", "a day"),
        ("2010-2020", "a span of several years"),
        ("latest", "no year"),
    ],
)
def test_other_periods_are_refused_by_name(text: str, name: str) -> None:
    with pytest.raises(PeriodError, match=name):
        year_of(text)
