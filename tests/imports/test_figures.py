import pytest

from generator.imports.figures import FigureError, figure_of, shifted


@pytest.mark.parametrize(
    "text",
    ["5081769542379.77", "0", "74.4021", "0.957205653190613", "-41.4814740931077", "639390.0", "1.5e-5", "10.05"],
)
def test_the_producers_digits_stay(text: str) -> None:
    assert figure_of(text) == text


@pytest.mark.parametrize(
    ("text", "expected"), [(".5", "0.5"), ("-.5", "-0.5"), ("007", "7"), ("3.", "3"), ("−2", "-2")]
)
def test_other_ways_to_write_the_same(text: str, expected: str) -> None:
    assert figure_of(text) == expected


@pytest.mark.parametrize("text", [None, "", "..", ":", "n/a", "No data", "NA", "…".replace("…", "...")])
def test_no_figure(text: str | None) -> None:
    assert figure_of(text) is None


def test_separators_are_told_never_guessed() -> None:
    assert figure_of("1 234,5", decimal=",", thousands=" ") == "1234.5"
    assert figure_of("2,239", thousands=",") == "2239"
    assert figure_of("-", missing=("-",)) is None
    with pytest.raises(FigureError) as error:
        figure_of("2,239")
    assert 'thousands: ","' in error.value.hint
    with pytest.raises(FigureError) as error:
        figure_of("12,4")
    assert 'decimal: ","' in error.value.hint


@pytest.mark.parametrize(
    ("text", "decimal", "thousands", "said"),
    [
        ("40.700", ",", "", '(--decimal "," --thousands ".")'),
        ("33.700,5", ".", "", '(--decimal "," --thousands ".")'),
        ("33.700,5", ".", ".", '(--decimal "," --thousands ".")'),
        ("1.234.567", ".", "", '(--decimal "," --thousands ".")'),
        ("1 234", ",", "", '(--decimal "," --thousands " ")'),
        ("40.7", ",", ".", '(--decimal ".")'),
        ("40.7", ".", ".", '(--decimal ".")'),
        ("40,7", ",", ",", '(--decimal ",")'),
    ],
)
def test_a_sign_is_never_both_decimal_mark_and_separator(text: str, decimal: str, thousands: str, said: str) -> None:
    with pytest.raises(FigureError) as error:
        figure_of(text, decimal=decimal, thousands=thousands)
    assert said in error.value.hint


def test_points_between_thousands() -> None:
    assert figure_of("40.700", decimal=",", thousands=".") == "40700"
    assert figure_of("33.700,5", decimal=",", thousands=".") == "33700.5"
    assert figure_of("40.700", thousands=".") == "40700"


@pytest.mark.parametrize("text", ["No", "-", "1.2.3", "12*", "2013-01-18", "1,23,4", "TRUE"])
def test_a_word_is_an_error(text: str) -> None:
    with pytest.raises(FigureError, match="is no number"):
        figure_of(text, thousands=",")


def test_scales_shift_the_exponent() -> None:
    assert shifted("15542.6", 9) == "15542600000000"
    assert figure_of("-41.4814740931077", scale=9) == "-41481474093.1077"
    assert figure_of("34880.5", scale=3) == "34880500"
    assert figure_of("5", scale=-2) == "0.05"
