"""Pixels with a palette: the same picture in fewer bytes, or its commonest colours."""

import io

import pytest
from PIL import Image

from generator.charts.svg.palette import with_palette


def png(picture: Image.Image) -> bytes:
    written = io.BytesIO()
    picture.save(written, "PNG")
    return written.getvalue()


def shaded(width: int) -> Image.Image:
    """Return a picture with a colour in each column, and one that most of it has."""
    picture = Image.new("RGB", (width, 8), (254, 253, 249))
    for at in range(width):
        picture.putpixel((at, 0), (at % 256, at // 256, 7))
    return picture


@pytest.mark.parametrize("colours", [1, 40, 255])
def test_a_picture_of_few_colours_stays_the_same(colours: int) -> None:
    picture = shaded(colours)
    made = Image.open(io.BytesIO(with_palette(png(picture))))
    assert made.mode == "P"
    assert made.convert("RGB").tobytes() == picture.tobytes()


def test_of_many_colours_the_commonest_stay_and_the_rest_come_near() -> None:
    picture = shaded(400)
    made = Image.open(io.BytesIO(with_palette(png(picture)))).convert("RGB")
    assert made.getpixel((0, 7)) == (254, 253, 249)
    assert len(made.getcolors(1 << 16) or ()) <= 256


def test_equal_pixels_are_equal_bytes() -> None:
    picture = png(shaded(30))
    assert with_palette(picture) == with_palette(picture)
