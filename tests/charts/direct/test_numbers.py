"""Numbers as the renderer reads, reckons and writes them."""

import pytest

from generator.charts.direct.grammar import Scale
from generator.charts.direct.numbers import (
    UnknownError,
    nearest,
    pixels,
    read_decimal,
    sane,
    scaled,
    tenths_of,
    thousandth,
    thousandths,
    width,
)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0.1", 0.1),
        ("-2.5", -2.5),
        ("1e-05", 1e-5),
        ("1e+16", 1e16),
        ("-1.5E3", -1500.0),
        ("0.30000000000000004", 30000000000000004 / 10**17),
        ("11.233333333333334", 11233333333333334 / 10**15),
    ],
)
def test_decimals_are_read_in_the_steps_of_the_renderer(text: str, value: float) -> None:
    assert read_decimal(text) == value


def test_more_digits_than_the_renderer_counts_are_refused() -> None:
    with pytest.raises(UnknownError):
        read_decimal("0.12345678901234567890123")


def test_scales_go_either_way_and_stand_still_in_the_middle() -> None:
    assert scaled(Scale(domain=(0, 10)), 0, 200)([2.5]) == [50]
    assert scaled(Scale(domain=(0, 10), reverse=True), 0, 200)([2.5]) == [150]
    assert scaled(Scale(domain=(10, 0)), 0, 200)([2.5]) == [150]
    assert scaled(Scale(domain=(3, 3)), 0, 200)([3]) == [100]


def test_halves_go_up() -> None:
    assert [nearest(value) for value in (0.5, 1.5, -0.5, -1.5, 0.49999999999999994)] == [1, 2, 0, -1, 0]
    assert thousandth(85.1174) == 85.117
    assert thousandth(-0.0625) == -0.062
    assert thousandths([85.1174, -0.0625, 0.4995]) == [85.117, -0.062, 0.5]


def test_lengths_are_written_to_a_tenth() -> None:
    assert [pixels(value) for value in (41.307, -8, 152.96, -0.04, 0.0)] == ["41.3", "-8", "153", "0", "0"]
    assert tenths_of([41.307, -8, 152.96, 0.25, -0.04, 0.0]) == [413, -80, 1530, 2, 0, 0]
    assert [width(value) for value in (1.5, 3.0, 3)] == ["1.5", "3", "3"]


def test_lengths_with_exponents_are_refused() -> None:
    assert sane(1e14) == 1e14
    for value in (1e-7, -1e-7):
        with pytest.raises(UnknownError):
            pixels(value)
        with pytest.raises(UnknownError):
            tenths_of([value])
    for value in (1e15, float("inf"), float("nan")):
        with pytest.raises(UnknownError):
            sane(value)
        with pytest.raises(UnknownError):
            thousandths([value])
