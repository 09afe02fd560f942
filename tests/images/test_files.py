"""What is known of an image before anything is made of it."""

import io
from collections.abc import Callable
from functools import partial

import pytest
from PIL import Image

from generator.cache import MemoryCache
from generator.images.files import ImageFault, ImageFile, ImageFormat, has_place, read_image
from generator.sources.files import Source
from tests.photos import blank, photo, photo_with_place


def read(name: str, data: bytes) -> ImageFile | ImageFault:
    return read_image(Source(path=f"content/images/{name}", data=data))


@pytest.mark.parametrize(
    ("name", "kind", "form"),
    [("a.jpg", "JPEG", "jpg"), ("A.JPEG", "JPEG", "jpg"), ("a.png", "PNG", "png"), ("a.webp", "WEBP", "webp")],
)
def test_kind_and_size_are_read_whatever_the_case_of_the_ending(name: str, kind: str, form: str) -> None:
    found = read(name, photo(60, 40, kind))
    assert isinstance(found, ImageFile)
    assert (found.format, found.width, found.height) == (ImageFormat(form), 60, 40)


def test_a_photo_on_its_side_has_the_size_of_the_upright_one() -> None:
    found = read("a.jpg", photo_with_place(60, 40))
    assert isinstance(found, ImageFile)
    assert (found.width, found.height) == (60, 40)


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.svg", b"<svg onload='x()'/>", "image-format An SVG is not shown."),
        ("a.gif", b"GIF89a", "image-format Images of the kind '.gif' are not shown."),
        ("a.heic", b"", "image-format Images of the kind '.heic' are not shown."),
        ("a", b"", "image-format The file's name has no ending."),
        ("a.jpg", photo(kind="PNG"), "image-format The file is a PNG, which its name does not say."),
        ("a.jpg", b"no image", "image-unreadable The file is no image that can be shown."),
        ("a.jpg", photo(kind="GIF"), "image-unreadable The file is no image that can be shown."),
        ("a.jpg", photo()[:-200], "image-unreadable The image is damaged."),
        ("a.png", photo(kind="PNG")[:-60], "image-unreadable The image is damaged."),
        ("a.webp", photo(600, 400, kind="WEBP")[:-200], "image-unreadable The image is damaged."),
        ("a.jpg", lambda: photo() + bytes(20_000_000), "image-too-large The image has 20.0 MB; 20 MB are the most."),
        (
            "a.png",
            partial(blank, 8000, 7000),
            "image-too-large The image has too many pixels; 50 million are the most.",
        ),
        (
            "a.png",
            partial(blank, 20_000, 10_000),
            "image-too-large The image has too many pixels; 50 million are the most.",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_cannot_be_shown_says_why(name: str, data: bytes | Callable[[], bytes], said: str) -> None:
    found = read(name, data if isinstance(data, bytes) else data())
    assert isinstance(found, ImageFault)
    assert f"{found.rule} {found.message}" == said
    assert found.hint


def test_an_image_that_moves_is_refused(moving: bytes) -> None:
    found = read("a.webp", moving)
    assert isinstance(found, ImageFault)
    assert found.message == "The image moves."


@pytest.fixture
def moving() -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (8, 8)).save(file, "WEBP", save_all=True, append_images=[Image.new("RGB", (8, 8), "white")])
    return file.getvalue()


class Changed(MemoryCache):
    """A cache whose entries can be told from what is worked out anew."""

    def put(self, key: str, data: bytes) -> None:
        """Keep other bytes than were given."""
        super().put(key, data.replace(b"60", b"61"))


def test_what_is_known_is_kept_by_the_bytes() -> None:
    state = Changed()
    source = Source(path="content/images/a.jpg", data=photo())
    first = read_image(source, state)
    kept = read_image(source, state)
    assert isinstance(first, ImageFile)
    assert isinstance(kept, ImageFile)
    assert (first.width, kept.width) == (60, 61)
    other = read_image(Source(path="content/images/a.jpg", data=photo(62)), state)
    assert isinstance(other, ImageFile)
    assert other.width == 62


def test_a_fault_is_kept_too() -> None:
    state = MemoryCache()
    source = Source(path="content/images/a.jpg", data=b"no image")
    assert read_image(source, state) == read_image(source, state)


@pytest.mark.parametrize("other", [b"", b"[]", b"{}", b'{"rule": "no-such"}', b'{"format": "jpg"}', b"[" * 100_000])
def test_something_else_under_the_name_is_found_out_again_and_replaced(other: bytes) -> None:
    class Spoiled(MemoryCache):
        def get_or(self, key: str, make: Callable[[], bytes]) -> bytes:
            return self.get(key) or (make() and other)

    source, state = Source(path="content/images/a.jpg", data=photo(61)), Spoiled()
    assert read_image(source, state) == read_image(source)
    assert read_image(source, state) == read_image(source)


def test_a_place_is_found_in_exif_and_in_xmp() -> None:
    assert has_place(photo_with_place())
    assert has_place(photo_with_place(kind="PNG"))
    assert not has_place(photo())
    assert not has_place(b"no image")
    assert not has_place(blank(20_000, 10_000))
