"""The pictures made of an image: widths, formats, and nothing but pixels in them."""

import hashlib
import io
import subprocess
import sys

import pytest
from PIL import Image, ImageCms

from generator.cache import MemoryCache
from generator.images.files import ImageFile, has_place, read_image
from generator.images.variants import Variant, fallback, variant_bytes, variants, webp_variants
from generator.sources.files import Source
from tests.photos import photo, photo_with_place
from tests.repository import REPOSITORY


def image(data: bytes, name: str = "a.jpg") -> ImageFile:
    found = read_image(Source(path=f"content/images/{name}", data=data))
    assert isinstance(found, ImageFile)
    return found


def written(data: bytes, name: str = "a.jpg") -> list[bytes]:
    known = image(data, name)
    return [variant_bytes(data, known, each, MemoryCache()) for each in variants(known)]


def made(data: bytes, name: str = "a.jpg") -> list[Image.Image]:
    return [Image.open(io.BytesIO(each)) for each in written(data, name)]


@pytest.mark.parametrize(
    ("width", "webp", "own"),
    [(300, [300], 300), (1000, [480, 1000], 1000), (1300, [480, 960, 1300], 1200), (4000, [480, 960, 1600], 1200)],
)
def test_there_are_two_or_three_widths_and_one_in_the_images_own_format(width: int, webp: list[int], own: int) -> None:
    known = image(photo(width, 10))
    assert [each.width for each in webp_variants(known)] == webp
    assert (fallback(known).width, fallback(known).format) == (own, "jpg")


def test_an_address_has_the_name_the_bytes_and_the_width() -> None:
    known = image(photo(), "ports/Aktau Port (2019).JPG")
    assert fallback(known).path == f"images/aktau-port-2019.{known.digest[:8]}.60.jpg"
    assert image(photo(), "порт.jpg").digest == known.digest
    assert fallback(image(photo(), "порт.jpg")).path == f"images/image.{known.digest[:8]}.60.jpg"


@pytest.mark.parametrize(("kind", "name"), [("JPEG", "a.jpg"), ("PNG", "a.png"), ("WEBP", "a.webp")])
def test_nothing_of_what_a_camera_writes_is_published(kind: str, name: str) -> None:
    data = photo_with_place(60, 40, kind)
    assert has_place(data)
    for found in written(data, name):
        picture = Image.open(io.BytesIO(found))
        assert not picture.getexif()
        assert not {"exif", "xmp", "comment", "icc_profile"} & set(picture.info)
        assert b"GPSLatitude" not in found
        assert b"Maker" not in found


def test_a_photo_on_its_side_stands_upright() -> None:
    for picture in made(photo_with_place(60, 40)):
        assert picture.size == (60, 40)
        left, right = (picture.convert("RGB").getpixel((x, 20)) for x in (5, 55))
        assert isinstance(left, tuple)
        assert isinstance(right, tuple)
        assert abs(left[0] - right[0]) < 40  # colours rise to the right in the file, which is downwards here
        top, bottom = (picture.convert("RGB").getpixel((30, y)) for y in (5, 35))
        assert isinstance(top, tuple)
        assert isinstance(bottom, tuple)
        assert abs(top[0] - bottom[0]) > 100


def test_what_is_transparent_stays_so() -> None:
    file = io.BytesIO()
    Image.new("RGBA", (40, 40), (200, 0, 0, 0)).save(file, "PNG")
    for picture in made(file.getvalue(), "a.png"):
        assert picture.convert("RGBA").getpixel((5, 5))[3] == 0  # type: ignore[index]


@pytest.mark.parametrize("mode", ["1", "L", "P", "I;16", "LA"])
def test_images_of_few_colours_are_shown(mode: str) -> None:
    file = io.BytesIO()
    (Image.new(mode, (40, 40), 30_000) if mode == "I;16" else Image.new("L", (40, 40), 117).convert(mode)).save(
        file, "PNG"
    )
    for picture in made(file.getvalue(), "a.png"):
        shade = picture.convert("L").getpixel((5, 5))
        assert shade in (range(110, 125) if mode != "1" else (0, 255))


def test_colours_of_another_profile_become_those_of_the_web() -> None:
    swapped = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    red, blue = swapped.index(b"rXYZ"), swapped.index(b"bXYZ")
    swapped[red : red + 4], swapped[blue : blue + 4] = b"bXYZ", b"rXYZ"
    for profile, colour in ((bytes(swapped), (30, 120, 90)), (b"no profile", (90, 120, 30))):
        file = io.BytesIO()
        Image.new("RGB", (40, 40), (90, 120, 30)).save(file, "PNG", icc_profile=profile)
        for picture in made(file.getvalue(), "a.png"):
            assert picture.convert("RGB").getpixel((5, 5)) == pytest.approx(colour, abs=2)


def test_the_colours_of_a_printer_become_those_of_the_web() -> None:
    file = io.BytesIO()
    Image.new("CMYK", (40, 40), (0, 255, 255, 0)).save(file, "JPEG")
    for picture in made(file.getvalue()):
        assert picture.convert("RGB").getpixel((5, 5)) == pytest.approx((255, 0, 0), abs=8)


def test_a_drawing_keeps_its_edges() -> None:
    file = io.BytesIO()
    drawing = Image.new("P", (1000, 10))
    drawing.putpalette([255, 255, 255, 200, 0, 0])
    drawing.paste(1, (0, 0, 500, 10))
    drawing.save(file, "PNG")
    widest = made(file.getvalue(), "a.png")[1]
    assert sorted(colour for _, colour in widest.convert("RGB").getcolors() or []) == [(200, 0, 0), (255, 255, 255)]


def test_a_picture_is_made_once() -> None:
    data, cache = photo(), MemoryCache()
    known = image(data)
    first = variant_bytes(data, known, fallback(known), cache)
    assert variant_bytes(b"gone", known, fallback(known), cache) == first


ALONE = """
import hashlib, sys
from tests.images.test_variants import pictures
print(pictures())
"""


def pictures() -> str:
    """Return a digest of the pictures of an image."""
    return hashlib.sha256(b"".join(written(photo_with_place(700, 500)))).hexdigest()


def test_another_process_makes_the_same_bytes() -> None:
    command = [sys.executable, "-c", ALONE]
    done = subprocess.run(
        command, cwd=REPOSITORY, env={"PYTHONHASHSEED": "7"}, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == pictures()


def test_the_variants_of_an_image_in_webp_are_told_once() -> None:
    known = image(photo(kind="WEBP"), "a.webp")
    assert list(variants(known)) == [Variant(path=fallback(known).path, format=known.format, width=60)]
