"""Arithmetic of colours: contrasts as WCAG gives them."""

import pytest

from generator.identity.colour import luminance, nearest, ratio, shade, with_contrast


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#767676", "#ffffff", 4.54),
        ("#0000ff", "#ffffff", 8.59),
        ("#777777", "#777777", 1),
    ],
)
def test_a_contrast_is_the_one_of_wcag(one: str, other: str, expected: float) -> None:
    assert round(ratio(luminance(one), luminance(other)), 2) == expected


def test_a_shade_keeps_the_hue_and_has_the_luminance() -> None:
    made = shade("#8a1538", 0.4)
    red, green, blue = (int(made[at : at + 2], 16) for at in (1, 3, 5))
    assert red > blue > green
    assert luminance(made) == pytest.approx(0.4, abs=0.01)
    assert shade("#8a1538", 2.0) == "#ffffff"


def test_a_colour_that_follows_paper_keeps_its_contrast() -> None:
    assert ratio(with_contrast(0.1, before=1.0, after=0.6), 0.6) == pytest.approx(ratio(0.1, 1.0))
    assert with_contrast(0.0, before=1.0, after=0.2) == 0.0


def test_the_nearest_shade_that_fits_is_found_or_none() -> None:
    assert nearest("#808080", lambda colour: luminance(colour) < 0.1) == "#595959"
    assert nearest("#808080", lambda _colour: False) == ""
