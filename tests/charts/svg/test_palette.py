"""Pixels with a palette: the same picture in fewer bytes, or its commonest colours."""

import io

import numpy as np
import pytest
from PIL import Image

from generator.charts.svg.painter import LONG
from generator.charts.svg.palette import Pixels, pixels_of, with_palette


def pixels(picture: Image.Image) -> Pixels:
    written = io.BytesIO()
    picture.save(written, "PNG")
    return pixels_of(written.getvalue())


def shaded(colours: int, width: int = LONG) -> Image.Image:
    """Return a picture with areas of that many colours as wide as is said, and one that most of it has."""
    picture = Image.new("RGB", (colours * width, 8), (254, 253, 249))
    for at in range(colours * width):
        colour = at // width
        picture.putpixel((at, 0), (colour % 256, colour // 256, 7))
    return picture


@pytest.mark.parametrize("colours", [1, 40, 255])
def test_areas_of_few_colours_stay_the_same(colours: int) -> None:
    picture = shaded(colours)
    made = Image.open(io.BytesIO(with_palette(pixels(picture))))
    assert made.mode == "P"
    assert made.convert("RGB").tobytes() == picture.tobytes()


def test_shades_of_edges_become_few_and_stay_near() -> None:
    picture = shaded(200, width=1)
    made = Image.open(io.BytesIO(with_palette(pixels(picture)))).convert("RGB")
    assert len(made.getcolors() or ()) < 20
    assert np.abs(np.asarray(made, dtype=int) - np.asarray(picture, dtype=int)).max() < 16


def test_of_many_colours_the_commonest_stay_and_the_rest_come_near() -> None:
    picture = shaded(400)
    made = Image.open(io.BytesIO(with_palette(pixels(picture)))).convert("RGB")
    assert made.getpixel((0, 7)) == (254, 253, 249)
    assert len(made.getcolors(1 << 16) or ()) <= 256


def test_equal_pixels_are_equal_bytes() -> None:
    picture = pixels(shaded(30))
    assert with_palette(picture) == with_palette(picture)
